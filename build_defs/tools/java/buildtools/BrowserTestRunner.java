package buildtools;

import java.nio.file.Path;
import java.util.List;

/**
 * Runs a bundle of compiled test classes in headless Chromium, each class in a frame of its own.
 *
 * <p>Flags: {@code --report_seconds N}, how long one class may take; {@code --proxy PATH=URL}, what
 * the page asks for under PATH is asked of URL. A URL of the form {@code $NAME} is read from the
 * environment. Operands: the bundle, then the names of the classes.
 */
public final class BrowserTestRunner {
  public static void main(String[] args) throws Exception {
    Flags flags = Flags.parse(List.of(args));
    Path bundle = Path.of(flags.operands().get(0));
    List<String> classes = flags.operands().subList(1, flags.operands().size());
    TestReport report = new TestReport();
    try (TestPage page = new TestPage(bundle, classes, flags.map("proxy"));
        Chromium browser = new Chromium(page.url())) {
      run(page, browser, classes, Integer.parseInt(flags.get("report_seconds", "120")), report);
    } catch (Worker.Failure e) {
      report.add("browser", "(start)", e.getMessage());
    }
    report.exit();
  }

  private static void run(
      TestPage page, Chromium browser, List<String> classes, int seconds, TestReport report)
      throws Exception {
    StackTraces traces = new StackTraces(page.map());
    for (String name : classes) {
      TestPage.Result result = page.await(seconds);
      if (result == null) {
        report.add(
            name,
            "(class)",
            "no report within " + seconds + " s; the browser's log:\n" + browser.log());
        return;
      }
      result.methods.forEach(
          (method, failure) -> report.add(name, method, traces.readable(failure)));
      report.time(name, result.millis);
    }
  }

  private BrowserTestRunner() {}
}
