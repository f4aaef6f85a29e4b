package buildtools;

import static org.junit.Assert.assertEquals;

import com.google.javascript.jscomp.Compiler;
import com.google.javascript.jscomp.CompilerOptions;
import com.google.javascript.jscomp.SourceFile;
import com.google.javascript.rhino.Node;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;

public final class FieldsTest {
  private final List<SourceFile> files = new ArrayList<>();

  @Test
  public void classes_shareAWord() throws Exception {
    type("a.A", null, "this.f_owner__a_A_ = 1;");
    type("a.B", null, "this.f_owner__a_B;");
    assertEquals("this.f_owner=1 this.f_owner", shortened());
  }

  @Test
  public void aField_isRenamedWhereverItIsUsed() throws Exception {
    type("a.A", null, "this.f_owner__a_A = 1;");
    type("a.B", null, "other.f_owner__a_A = 2;");
    assertEquals("this.f_owner=1 other.f_owner=2", shortened());
  }

  @Test
  public void aField_keepsItsName_whereASuperclassHasTheWord() throws Exception {
    type("a.C", "a.B", "this.f_owner__a_C_;");
    type("a.B", "a.A", "this.f_other__a_B;");
    type("a.A", null, "this.f_owner__a_A_;");
    assertEquals("this.f_owner__a_C_ this.f_other this.f_owner", shortened());
  }

  @Test
  public void aSubclass_mayComeBeforeItsSuperclass_andHaveSiblings() throws Exception {
    type("a.B", "a.A", "this.f_one__a_B;");
    type("a.A", null, "this.f_two__a_A;");
    type("a.C", "a.A", "this.f_one__a_C;");
    assertEquals("this.f_one this.f_two this.f_one", shortened());
  }

  @Test
  public void otherProperties_keepTheirs() throws Exception {
    type("a.A", null, "this.m_owner__a_A; this.f_; this.f_owner; this.data;");
    assertEquals("this.m_owner__a_A;this.f_;this.f_owner;this.data", shortened());
  }

  private void type(String name, String parent, String constructor) {
    String code = "goog.module('" + name + "$impl');\n";
    if (parent != null) {
      code += "const Parent = goog.require('" + parent + "$impl');\n";
    }
    code += "class Type " + (parent == null ? "" : "extends Parent ") + "{ constructor() {" + constructor + "} }\n";
    files.add(SourceFile.fromCode(name + ".js", code));
  }

  /** What the constructors hold. */
  private String shortened() throws Exception {
    Compiler compiler = new Compiler();
    compiler.init(List.of(), files, new CompilerOptions());
    compiler.parse();
    Node root = compiler.getRoot().getLastChild();
    Fields.shorten(root);
    List<String> bodies = new ArrayList<>();
    Nodes.each(root, node -> {
      if (node.isMemberFunctionDef()) {
        bodies.add(compiler.toSource(node.getFirstChild().getLastChild()).replaceAll("[{}]", ""));
      }
    });
    return String.join(" ", bodies);
  }
}
