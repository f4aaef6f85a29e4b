package buildtools;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs a bundle of compiled test classes in headless Chromium, each class in a frame of its own.
 *
 * <p>Flags: {@code --report_seconds N}, how long one class may take; {@code --proxy PATH=URL}, what
 * the page asks for under PATH is asked of URL. A URL of the form {@code $NAME} is read from the
 * environment. {@code --fails CLASS#METHOD}: a test that must fail in this bundle. {@code --only
 * CLASS} or {@code CLASS#METHOD}: what to run of it. Operand: the bundle, beside which lie its
 * source map and the names of its classes.
 */
public final class BrowserTestRunner {
  public static void main(String[] args) throws Exception {
    Flags flags = Flags.parse(List.of(args));
    Path bundle = Path.of(flags.operands().get(0));
    TestFilter filter = TestFilter.of(flags);
    List<String> classes = filter.classes(Files.readAllLines(beside(bundle, ".classes")));
    TestReport report = new TestReport();
    ExpectedFailures expected = new ExpectedFailures(flags.all("fails"));
    try (TestPage page = new TestPage(bundle, classes, filter.method(), flags.map("proxy"));
        Chromium browser = new Chromium(page.url())) {
      int seconds = Integer.parseInt(flags.get("report_seconds", "120"));
      run(page, browser, classes, seconds, expected, report);
    } catch (Worker.Failure e) {
      report.add("browser", "(start)", e.getMessage());
    }
    if (filter.isAll()) {
      expected.unseen().forEach(test -> report.add("browser", test, "is not in the bundle"));
    }
    report.exit();
  }

  private static Path beside(Path bundle, String ending) {
    return bundle.resolveSibling(bundle.getFileName().toString().replaceFirst("\\.js$", ending));
  }

  private static void run(
      TestPage page,
      Chromium browser,
      List<String> classes,
      int seconds,
      ExpectedFailures expected,
      TestReport report)
      throws Exception {
    StackTraces traces = new StackTraces(beside(page.bundle(), ".js.map"));
    for (String name : classes) {
      TestPage.Result result = page.await(seconds);
      if (result == null) {
        report.add(
            name,
            "(class)",
            "no report within " + seconds + " s; the browser's log:\n" + browser.log());
        return;
      }
      if (result.methods.isEmpty()) {
        report.add(name, "(class)", "has no such test");
      }
      result.methods.forEach((method, failure) ->
          report.add(name, method, traces.readable(expected.judge(name, method, failure))));
      report.time(name, result.millis);
    }
  }

  private BrowserTestRunner() {}
}
