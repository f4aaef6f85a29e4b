package buildtools;

import static org.junit.Assert.assertArrayEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public final class TestTotalsTest {
  @Rule
  public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void sum_addsTheLastTotalsOfEachLog() throws IOException {
    String events = event("ok   a.ATest\n" + TestTotals.line(3, 0) + "\n")
        + event(TestTotals.line(10, 2) + "\n");
    assertArrayEquals(new int[] {13, 2}, TestTotals.sum(events));
  }

  @Test
  public void sum_ofALogWithoutTotals_isAFailure() throws IOException {
    assertArrayEquals(new int[] {0, 1}, TestTotals.sum(event("Exception in thread main\n")));
  }

  @Test
  public void sum_ofALogThatIsGone_isAFailure() throws IOException {
    String event = event("");
    Files.delete(folder.getRoot().listFiles()[0].toPath());
    assertArrayEquals(new int[] {0, 1}, TestTotals.sum(event));
  }

  @Test
  public void sum_ofNoTests_isNothing() throws IOException {
    assertArrayEquals(new int[] {0, 0}, TestTotals.sum("{\"id\":{\"started\":{}}}\n"));
  }

  /** As Bazel writes it, the parts that count. */
  private String event(String log) throws IOException {
    Path file = folder.newFile().toPath();
    Files.writeString(file, log);
    return "{\"id\":{\"testResult\":{\"label\":\"//a:b\"}},\"testResult\":{\"testActionOutput\":["
        + "{\"name\":\"test.log\",\"uri\":\"" + file.toUri()
        + "\"},{\"name\":\"test.xml\",\"uri\":\"file:///x\"}]}}\n";
  }
}
