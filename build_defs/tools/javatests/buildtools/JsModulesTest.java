package buildtools;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;

public final class JsModulesTest {
  private final JsModules modules = new JsModules();

  @Before
  public void aBaseFile() {
    modules.add("x/closure/goog/base.js", "goog.provide('never.read');");
  }

  @Test
  public void reachable_putsEachFileBehindWhatItRequires() throws Exception {
    modules.add("a.js", "goog.module('a');\nconst b = goog.require('b');\n");
    modules.add("b.js", "goog.module('b');\nconst {\n  c,\n} = goog.require('c');\n");
    modules.add("c.js", "goog.provide('c');\n");
    modules.add("unused.js", "goog.module('unused');\n");
    assertEquals(List.of("x/closure/goog/base.js", "c.js", "b.js", "a.js"), reachable("a"));
  }

  @Test
  public void reachable_goesRoundACycle() throws Exception {
    modules.add("a.js", "goog.module('a');\ngoog.require('b');\n");
    modules.add("b.js", "goog.module('b');\ngoog.require('a');\n");
    assertEquals(List.of("x/closure/goog/base.js", "b.js", "a.js"), reachable("a"));
  }

  @Test
  public void reachable_leavesOutWhatAnEarlierChunkHas() throws Exception {
    modules.add("a.js", "goog.module('a');\ngoog.require('b');\n");
    modules.add("b.js", "goog.module('b');\n");
    assertEquals(
        List.of("a.js"), modules.reachable(List.of("a"), Set.of("x/closure/goog/base.js", "b.js")));
  }

  @Test
  public void reachable_putsWhatIsNeededForItsTypesLast() throws Exception {
    modules.add("a.js", "goog.module('a');\nconst T = goog.requireType('t');\n");
    modules.add("t.js", "goog.module('t');\nconst A = goog.requireType('a');\n");
    assertEquals(List.of("x/closure/goog/base.js", "a.js", "t.js"), reachable("a"));
  }

  @Test
  public void aRequireInAComment_isNone() throws Exception {
    modules.add("a.js", "goog.module('a');\n// goog.require('b')\n/** goog.require('c') */\n");
    assertEquals(List.of("x/closure/goog/base.js", "a.js"), reachable("a"));
  }

  @Test
  public void reachable_ofWhatNobodyProvides_namesItAndItsUser() {
    modules.add("a.js", "goog.module('a');\ngoog.require('b');\n");
    Worker.Failure failure = assertThrows(Worker.Failure.class, () -> reachable("a"));
    assertTrue(
        failure.getMessage(),
        failure.getMessage().startsWith("no file provides 'b', required by a.js"));
  }

  private List<String> reachable(String entry) throws Worker.Failure {
    return modules.reachable(List.of(entry), Set.of());
  }
}
