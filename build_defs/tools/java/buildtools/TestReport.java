package buildtools;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Results of test methods by class, printed for people and written as Bazel's test.xml. */
final class TestReport {
  private static final class Method {
    final String name;
    final String failure;

    Method(String name, String failure) {
      this.name = name;
      this.failure = failure;
    }
  }

  private final Map<String, List<Method>> classes = new LinkedHashMap<>();
  private final Map<String, Long> millis = new LinkedHashMap<>();
  private int passed;
  private int failed;

  /** Adds a method that passed, if {@code failure} is null, or failed. */
  void add(String className, String method, String failure) {
    classes.computeIfAbsent(className, k -> new ArrayList<>()).add(new Method(method, failure));
    if (failure == null) {
      passed++;
    } else {
      failed++;
    }
  }

  void time(String className, long milliseconds) {
    millis.put(className, milliseconds);
  }

  int passed() {
    return passed;
  }

  int failed() {
    return failed;
  }

  /** One line per class, what failed in full below it, and the totals that {@link TestTotals} reads. */
  void print(PrintStream out) {
    classes.forEach((name, methods) -> {
      long bad = methods.stream().filter(m -> m.failure != null).count();
      out.printf(
          "%s %s: %d passed, %d failed (%d ms)%n",
          bad == 0 ? "ok  " : "FAIL",
          name,
          methods.size() - bad,
          bad,
          millis.getOrDefault(name, 0L));
      for (Method method : methods) {
        if (method.failure != null) {
          out.println("  " + name + "." + method.name);
          out.println("    " + method.failure.strip().replace("\n", "\n    "));
        }
      }
    });
    out.println(TestTotals.line(passed, failed));
  }

  /** Writes the file that Bazel asks for in XML_OUTPUT_FILE. */
  void writeXml(Path file) throws IOException {
    StringBuilder xml =
        new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n");
    classes.forEach((name, methods) -> {
      xml.append("<testsuite name=\"").append(escape(name)).append("\">\n");
      for (Method method : methods) {
        xml.append("<testcase classname=\"").append(escape(name));
        xml.append("\" name=\"").append(escape(method.name)).append("\">");
        if (method.failure != null) {
          xml.append("<failure>").append(escape(method.failure)).append("</failure>");
        }
        xml.append("</testcase>\n");
      }
      xml.append("</testsuite>\n");
    });
    Files.writeString(file, xml.append("</testsuites>\n").toString());
  }

  private static String escape(String text) {
    return text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]", "?")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace("\"", "&quot;");
  }

  /** Prints, writes the XML if asked to, and ends the process with the result. */
  void exit() throws IOException {
    print(System.out);
    String xml = System.getenv("XML_OUTPUT_FILE");
    if (xml != null) {
      writeXml(Path.of(xml));
    }
    System.out.flush();
    System.exit(failed == 0 && passed > 0 ? 0 : 1);
  }
}
