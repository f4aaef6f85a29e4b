package buildtools;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public final class TestReportTest {
  @Rule
  public final TemporaryFolder folder = new TemporaryFolder();

  private final TestReport report = new TestReport();

  @Test
  public void print_givesALinePerClass_whatFailed_andTheTotals() {
    report.add("a.ATest", "works", null);
    report.add("a.BTest", "works", null);
    report.add("a.BTest", "breaks", "expected 1\nat B:2\n");
    report.time("a.BTest", 7);
    assertEquals(
        "ok   a.ATest: 1 passed, 0 failed (0 ms)\n"
            + "FAIL a.BTest: 1 passed, 1 failed (7 ms)\n"
            + "  a.BTest.breaks\n"
            + "    expected 1\n"
            + "    at B:2\n"
            + "TOTAL: 2 passed, 1 failed\n",
        printed());
  }

  @Test
  public void writeXml_escapesWhatFailed() throws Exception {
    report.add("a.ATest", "breaks", "<&\"\u0007");
    Path file = folder.newFile().toPath();
    report.writeXml(file);
    assertTrue(Files.readString(file).contains("<failure>&lt;&amp;&quot;?</failure>"));
  }

  private String printed() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    report.print(new PrintStream(out, true));
    return out.toString(StandardCharsets.UTF_8);
  }
}
