package buildtools;

import static org.junit.Assert.assertEquals;

import com.google.javascript.jscomp.Compiler;
import com.google.javascript.jscomp.CompilerOptions;
import com.google.javascript.jscomp.SourceFile;
import com.google.javascript.rhino.IR;
import com.google.javascript.rhino.Node;
import org.junit.Test;

public final class InliningTest {
  @Test
  public void aFunctionThatSaysLittle_standsInPlaceOfItsCalls() {
    inlines("function aa(a,b){return a.then(b)}export const c=aa(aa(d(),e),()=>1)", "export const c=d().then(e).then(()=>1)");
    inlines("function aa(a,b){a.batch(b)}export const c=()=>{aa(d,e)}", "export const c=()=>{d.batch(e)}");
  }

  @Test
  public void whatOthersImport_staysToo() {
    inlines("function aa(a,b){return a.then(b)}export{aa,c};let c=aa(d,e),f=aa(d,g),h=aa(e,g)",
        "function aa(a,b){return a.then(b)}export{aa,c};let c=d.then(e),f=d.then(g),h=e.then(g)");
  }

  @Test
  public void whereAnArgumentWouldMove_nothingDoes() {
    stays("function aa(a,b){return b.then(a)}export const c=aa(d,e)");
    stays("function aa(a,b){return a.then(b)}export const c=aa(d,e())");
    stays("function aa(a,b){return a.then(b,b)}export const c=aa(d,e)");
    stays("function aa(a){return()=>a}export const c=aa(d)");
    stays("function aa(a,b){return a.then(b)}export const c=aa(d)");
    stays("function aa(a,b){return a.then(b)}export const c=d(aa)");
  }

  @Test
  public void whatReturnsNothing_isNotTakenForAValue() {
    stays("function aa(a,b){a.batch(b)}export const c=aa(d,e)");
  }

  private static void stays(String code) {
    inlines(code, code);
  }

  private static void inlines(String code, String expected) {
    CompilerOptions options = new CompilerOptions();
    options.setLanguageOut(CompilerOptions.LanguageMode.ECMASCRIPT_2021);
    Compiler compiler = new Compiler();
    compiler.initOptions(options);
    Node root = IR.root(compiler.parse(SourceFile.fromCode("code.js", code)));
    Inlining.apply(root, root.getFirstFirstChild(), compiler::toSource);
    assertEquals(expected, compiler.toSource(root.getFirstChild()));
  }
}
