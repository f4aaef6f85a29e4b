package buildtools;

import static org.junit.Assert.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public final class StackTracesTest {
  @Rule
  public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void readable_showsJava_andDropsTheTestLibrary() throws Exception {
    Path map = folder.newFile().toPath();
    // Line 1: column 0 is line 3 of A.java, column 20 is line 1 of the library.
    Files.writeString(
        map,
        "{\"version\":3,\"mappings\":\"AAEA,oBCFA\",\"names\":[],"
            + "\"sources\":[\"sanguine:///a/A.java\",\"sanguine:///closure/goog/testing/testcase.js\"]}");
    String trace = "expected 1\n"
        + "    at x.y (http://127.0.0.1:9/bundle.js:1:5)\n"
        + "    at z (http://127.0.0.1:9/bundle.js:1:25)\n"
        + "    at http://127.0.0.1:9/bundle.js:1:2\n";
    assertEquals(
        "expected 1\n    at x.y (a/A.java:3)\n    at a/A.java:3\n",
        new StackTraces(map).readable(trace));
  }
}
