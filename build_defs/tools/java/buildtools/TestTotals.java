package buildtools;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sums the totals of the tests of one {@code bazel test}, cached ones too.
 *
 * <p>Needs nothing else, so that {@code java TestTotals.java EVENTS} runs it as it stands. EVENTS
 * is what {@code --build_event_json_file} wrote; the result is printed as {@code PASSED FAILED}.
 */
public final class TestTotals {
  private static final Pattern LOG =
      Pattern.compile("\\{\"name\":\"test\\.log\",\"uri\":\"(file://[^\"]+)\"");

  private static final Pattern LINE = Pattern.compile("(?m)^TOTAL: (\\d+) passed, (\\d+) failed$");

  /** The line that ends the log of a test. */
  static String line(int passed, int failed) {
    return "TOTAL: " + passed + " passed, " + failed + " failed";
  }

  public static void main(String[] args) throws IOException {
    int[] totals = sum(Files.readString(Path.of(args[0])));
    System.out.println(totals[0] + " " + totals[1]);
  }

  /** Passed and failed, over the logs that the events name. A log without totals counts as one failure. */
  static int[] sum(String events) throws IOException {
    int[] totals = new int[2];
    Matcher log = LOG.matcher(events);
    while (log.find()) {
      Path file = Path.of(URI.create(log.group(1)));
      addLast(Files.exists(file) ? Files.readString(file) : "", totals);
    }
    return totals;
  }

  private static void addLast(String log, int[] totals) {
    Matcher line = LINE.matcher(log);
    int passed = 0;
    int failed = 1;
    while (line.find()) {
      passed = Integer.parseInt(line.group(1));
      failed = Integer.parseInt(line.group(2));
    }
    totals[0] += passed;
    totals[1] += failed;
  }

  private TestTotals() {}
}
