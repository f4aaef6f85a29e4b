package buildtools;

import static org.junit.Assert.assertEquals;

import com.google.javascript.jscomp.Compiler;
import com.google.javascript.jscomp.CompilerOptions;
import com.google.javascript.jscomp.SourceFile;
import com.google.javascript.rhino.IR;
import com.google.javascript.rhino.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.Test;

public final class NamingTest {
  private static final Set<String> GENERATED = Set.of("Xa", "Xb", "aa", "ab");

  @Test
  public void theMostFrequent_getNamesOfTheFirstLetters() {
    assertEquals(
        "export class Q{aa(b){this.ab=b.aa+b.aa}}",
        named("export class Q{Xa(b){this.ab=b.Xa+b.Xa;}}", "export const z={aa:1,Xb:2}")
            .get(0));
  }

  @Test
  public void everyModule_hasTheSameNames() {
    List<String> named = named(
        "function Za(a){return a.Xa.Xa}function aa(){return Za(aa)}export{Za,aa as fetch};",
        "import{Za}from\"./a.mjs\";export const z={Xa:Za,aa:1};");
    assertEquals(
        "function aa(a){return a.aa.aa}function Za(){return aa(Za)}export{aa,Za as fetch}",
        named.get(0));
    assertEquals("import{aa}from\"./a.mjs\";export const z={aa:aa,Xa:1}", named.get(1));
  }

  @Test
  public void namesOfOthers_areLeft() {
    String code = "export class Q{data(Ya){return Ya.id+Ya.on[\"Xa\"]}}";
    assertEquals(code, named(code, "export const z=1;").get(0));
  }

  @Test
  public void aNameThatAFunctionUsesForItself_isLeft() {
    String code =
        "function Za(ab){return ab()}function ab(){return Za(Za,Za)}export{ab as fetch,Za as"
            + " build}";
    assertEquals(code, named(code, "export const z=1;").get(0));
  }

  @Test
  public void theNames_areTheSameEachTime() {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      code.append("function x")
          .append((char) ('a' + i))
          .append("(a){return a.data+x")
          .append((char) ('a' + i * 7 % 20))
          .append("(a)}");
    }
    assertEquals(named(1000, code.toString(), "let a=1"), named(1000, code.toString(), "let a=1"));
  }

  private static List<String> named(String... modules) {
    return named(0, modules);
  }

  private static List<String> named(int tries, String... modules) {
    Compiler compiler = new Compiler();
    CompilerOptions options = new CompilerOptions();
    options.setLanguageOut(CompilerOptions.LanguageMode.ECMASCRIPT_2021);
    compiler.initOptions(options);
    Node root = IR.root();
    for (int i = 0; i < modules.length; i++) {
      // An export makes it a module.
      root.addChildToBack(compiler.parse(SourceFile.fromCode(
          i + ".js", modules[i] + (modules[i].contains("export") ? "" : ";export{}"))));
    }
    Naming.choose(root, root.getFirstFirstChild(), GENERATED, compiler::toSource, tries);
    List<String> printed = new ArrayList<>();
    for (Node script : Nodes.children(root)) {
      printed.add(compiler.toSource(script).replace(";export{}", ""));
    }
    return printed;
  }
}
