package buildtools;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.google.javascript.jscomp.Compiler;
import com.google.javascript.jscomp.CompilerOptions;
import com.google.javascript.jscomp.SourceFile;
import com.google.javascript.rhino.IR;
import com.google.javascript.rhino.Node;
import java.util.Random;
import org.junit.Test;

public final class LayoutTest {
  private static final String CODE =
      "var a=1;class Q{x(){}get y(){return 1}z(){}}function f(){}function g(){}export{a,f,g,Q}";

  private final Compiler compiler = new Compiler();

  @Test
  public void theParts_areTheWholeText() {
    Node root = root(CODE);
    assertEquals(
        FunctionOrder.packed(compiler.toSource(root)),
        new Layout(root.getFirstFirstChild(), compiler::toSource).packed());
  }

  @Test
  public void aMove_isTakenBack() {
    Node root = root(CODE);
    Layout layout = new Layout(root.getFirstFirstChild(), compiler::toSource);
    Random random = new Random(1);
    for (int i = 0; i < 50; i++) {
      layout.move(random).run();
    }
    layout.write();
    assertEquals(CODE, compiler.toSource(root.getFirstChild()));
  }

  @Test
  public void whatMoves_isFunctionsAndMembers_andTheExportsStayLast() {
    for (int seed = 0; seed < 20; seed++) {
      Node root = root(CODE);
      Layout layout = new Layout(root.getFirstFirstChild(), compiler::toSource);
      Random random = new Random(seed);
      for (int i = 0; i < 10; i++) {
        layout.move(random);
      }
      layout.write();
      String moved = compiler.toSource(root.getFirstChild());
      assertTrue(
          moved,
          moved.endsWith("export{a,f,g,Q}")
              && moved.indexOf("var a=1;") < moved.indexOf("class Q{"));
      assertEquals(CODE.length(), moved.length());
      for (String part :
          new String[] {"function f(){}", "function g(){}", "x(){}", "get y(){return 1}", "z(){}"
          }) {
        assertTrue(moved, moved.contains(part));
      }
    }
  }

  private Node root(String code) {
    CompilerOptions options = new CompilerOptions();
    options.setLanguageOut(CompilerOptions.LanguageMode.ECMASCRIPT_2021);
    compiler.initOptions(options);
    return IR.root(compiler.parse(SourceFile.fromCode("code.js", code)));
  }
}
