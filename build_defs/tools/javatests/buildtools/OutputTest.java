package buildtools;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Map;
import org.junit.Test;

public final class OutputTest {
  private static final String MAP =
      "{\"version\":3,\"file\":\"/tmp/x/w.js\",\"lineCount\":1,\"mappings\":\"AAAA,4BAAA\","
          + "\"sources\":[\"dev/sanguine/query/Query.java\",\"bazel-bin/jre/java/jre.js/java/lang/Object.java\"],"
          + "\"names\":[\"a\"]}";

  @Test
  public void renameImport_namesTheFile_andMovesTheMap() {
    Output output = new Output("import{a}from\"./engine.js\";a();", MAP);
    output.renameImport("./engine.js", "./sanguine.mjs");
    assertEquals("import{a}from\"./sanguine.mjs\";a();", output.code());
    // The second segment stood in column 28 and has moved by three.
    assertTrue(output.map("w.mjs", path -> "").contains("\"mappings\":\"AAAA,+BAAA\""));
  }

  @Test
  public void renameImport_knowsImportsOfNothing() {
    Output output = new Output("import\"./engine.js\";a();", MAP);
    output.renameImport("./engine.js", "./sanguine.mjs");
    assertEquals("import\"./sanguine.mjs\";a();", output.code());
  }

  @Test
  public void renameImport_ofAFileThatIsNotImported_changesNothing() {
    Output output = new Output("a();", MAP);
    output.renameImport("./engine.js", "./sanguine.mjs");
    assertEquals("a();", output.code());
  }

  @Test
  public void map_holdsTheSources_underNamesWithoutTheMachine() {
    Map<String, String> sources = Map.of("dev/sanguine/query/Query.java", "class Query {}");
    String map = new Output("", MAP).map("sanguine.mjs", path -> sources.getOrDefault(path, ""));
    assertEquals(
        "{\"version\":3,\"file\":\"sanguine.mjs\","
            + "\"sources\":[\"sanguine:///dev/sanguine/query/Query.java\",\"sanguine:///java/lang/Object.java\"],\"sourcesContent\":[\"class"
            + " Query {}\",\"\"],\"names\":[\"a\"],\"mappings\":\"AAAA,4BAAA\"}\n",
        map);
  }

  @Test
  public void addMapComment_isTheLastLine() {
    Output output = new Output("a();\n\n", MAP);
    output.addMapComment("a.mjs.map");
    assertEquals("a();\n//# sourceMappingURL=a.mjs.map\n", output.code());
  }

  @Test
  public void readable_dropsWhatTheBuildPutBefore() {
    assertEquals("a/b_entry.js", Output.readable("bazel-out/k8-fastbuild/bin/a/b_entry.js"));
    assertEquals("[synthetic:x]", Output.readable(" [synthetic:x] "));
  }
}
