package buildtools;

import static org.junit.Assert.assertEquals;

import com.google.javascript.jscomp.Compiler;
import com.google.javascript.jscomp.CompilerOptions;
import com.google.javascript.jscomp.SourceFile;
import com.google.javascript.rhino.Node;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;

public final class InliningTest {
  @Test
  public void aFunctionThatSaysLittle_standsInPlaceOfItsCalls() {
    inlines(
        "function aa(a,b){return a.then(b)}export const c=aa(aa(d(),e),()=>1)",
        "export const c=d().then(e).then(()=>1)");
    inlines(
        "function aa(a,b){a.batch(b)}export const c=()=>{aa(d,e)}",
        "export const c=()=>{d.batch(e)}");
  }

  @Test
  public void whatOthersImport_staysToo() {
    inlines(
        "function aa(a,b){return a.then(b)}export{aa,c};let c=aa(d,e),f=aa(d,g),h=aa(e,g)",
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

  @Test
  public void whereALocalHasAName_nothingThatNamesItGoesThere() {
    stays("function aa(a){return bb.of(a)}var bb=d;export const c=bb=>aa(bb)");
  }

  @Test
  public void laterModules_sayWhatIsOfGlobals_andImportItNoMore() {
    assertEquals(
        "var bb=1;export{bb}|import{bb}from\"./0.js\";export const g=()=>Promise.resolve(bb)",
        inlined(
            "function aa(a){return Promise.resolve(a)}var bb=1;export{aa,bb}",
            "import{aa,bb}from\"./0.js\";export const g=()=>aa(bb)"));
  }

  @Test
  public void whatNamesTheModulesOwn_staysImported() {
    String later = "import{aa}from\"./0.js\";export const g=()=>aa(e)";
    String first = "const bb=1;function aa(a){return a.of(bb)}export const"
        + " c=()=>aa(d)+aa(e)+aa(f)+aa(g)+aa(h)+aa(i);export{aa}";
    assertEquals(later, inlined(first, later).split("[|]")[1]);
  }

  @Test
  public void anAlias_isTheFunctionItself() {
    assertEquals(
        "var cc=(a,b)=>a(b);export const"
            + " c=()=>cc(d,e);export{cc}|import{cc}from\"./0.js\";cc(e,cc)",
        inlined(
            "var cc=(a,b)=>a(b);function aa(a,b){return cc(a,b)}export const"
                + " c=()=>aa(d,e);export{aa}",
            "import{aa}from\"./0.js\";aa(e,aa)"));
    assertEquals(
        "var cc=(a,b)=>a(b);export{cc as call}|import{call as cc}from\"./0.js\";cc(cc,e)",
        inlined(
            "var cc=(a,b)=>a(b);function aa(a,b){return cc(a,b)}export{aa,cc as call}",
            "import{aa,call as cc}from\"./0.js\";aa(cc,e)"));
  }

  private static void stays(String code) {
    inlines(code, code);
  }

  private static void inlines(String code, String expected) {
    assertEquals(expected, inlined(code));
  }

  /** The modules as they are then, with bars between. */
  private static String inlined(String... codes) {
    CompilerOptions options = new CompilerOptions();
    options.setLanguageOut(CompilerOptions.LanguageMode.ECMASCRIPT_2021);
    Compiler compiler = new Compiler();
    compiler.initOptions(options);
    List<Node> modules = new ArrayList<>();
    for (int i = 0; i < codes.length; i++) {
      modules.add(compiler.parse(SourceFile.fromCode(i + ".js", codes[i])).getFirstChild());
    }
    Inlining.apply(modules, compiler::toSource);
    StringBuilder printed = new StringBuilder();
    modules.forEach(module ->
        printed.append(printed.length() == 0 ? "" : "|").append(compiler.toSource(module)));
    return printed.toString();
  }
}
