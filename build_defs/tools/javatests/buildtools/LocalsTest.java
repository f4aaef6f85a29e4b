package buildtools;

import static org.junit.Assert.assertEquals;

import com.google.javascript.jscomp.Compiler;
import com.google.javascript.jscomp.CompilerOptions;
import com.google.javascript.jscomp.SourceFile;
import com.google.javascript.rhino.Node;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.Test;

public final class LocalsTest {
  @Test
  public void innerFunctions_beginWithTheFirstLetterAgain() {
    names(
        "function f(a,b){b.each(c=>{c.go()});return b.map(d=>d.x)}",
        "function f(a,b){b.each(a=>{a.go()});return b.map(a=>a.x)}");
  }

  @Test
  public void whatIsUsedInside_keepsItsLetter() {
    names("function f(a,b){return b.map(c=>c.x+a)}", "function f(a,b){return b.map(b=>b.x+a)}");
    names(
        "function f(a,b){return b.map(c=>d=>c+d+a)}", "function f(a,b){return b.map(b=>c=>b+c+a)}");
    names(
        "function f(c){return c.map(b=>a(b))}function a(){}",
        "function f(b){return b.map(b=>a(b))}function a(){}");
  }

  @Test
  public void whatTheModuleDeclares_isNotCalledOtherwise_andNotHidden() {
    names(
        "var a=1;function f(b){return a+b}class q{x(d){return d+q}}",
        "var a=1;function f(b){return a+b}class q{x(a){return a+q}}");
    names("function f(b){return z(b)}", "function f(a){return z(a)}");
    names("function f(b){return a(b)}", "function f(b){return a(b)}");
  }

  @Test
  public void blocks_areScopesOfTheirOwn() {
    names(
        "function f(x){for(let y of x){let z=y;z()}for(let y in x)y(x)}",
        "function f(a){for(let b of a){let a=b;a()}for(let b in a)b(a)}");
    names(
        "function f(x){try{x()}catch(y){let z=y;z(x)}}",
        "function f(a){try{a()}catch(b){let c=b;c(a)}}");
    names(
        "function f(x){if(x){var y=1;let z=2;return y+z}return y}",
        "function f(a){if(a){var b=1;let a=2;return b+a}return b}");
  }

  @Test
  public void everyWayToDeclare_isKnown() {
    names(
        "function f(x,y=x,...z){let [v,{w,u:t=x}]=z;return v+w+t+y}",
        "function f(a,b=a,...c){let [d,{w:e,u:f=a}]=c;return d+e+f+b}");
    names(
        "var o={get x(){let y=1;return y}};function f(x){return{x,y:x}}",
        "var o={get x(){let a=1;return a}};function f(a){return{x:a,y:a}}");
    names(
        "function f(x){let y=function z(){return z+x};return class w{v(u){return u+w+y}}}",
        "function f(a){let b=function b(){return b+a};return class c{v(a){return a+c+b}}}");
  }

  @Test
  public void whatTheModuleDeclares_isRenamedEverywhere_butNotWhatHidesIt() {
    Map<String, String> names = Map.of("a", "Query", "b", "hash");
    renames(
        names,
        "class a{}var b=()=>new a;function f(a){return b(a)}x={a};y={a:b};",
        "class Query{}var hash=()=>new Query;function f(a){return hash(a)}x={a:Query};y={a:hash}");
    renames(
        names, "class c extends a{a(){return this.b}}", "class c extends a{a(){return this.b}}");
  }

  private static void names(String code, String expected) {
    compiled(code, expected, Locals::shorten);
  }

  private static void renames(Map<String, String> names, String code, String expected) {
    compiled(code, expected, module -> Locals.rename(module, names));
  }

  private static void compiled(String code, String expected, Consumer<Node> change) {
    CompilerOptions options = new CompilerOptions();
    options.setLanguageOut(CompilerOptions.LanguageMode.ECMASCRIPT_2021);
    Compiler compiler = new Compiler();
    compiler.initOptions(options);
    Node script = compiler.parse(SourceFile.fromCode("code.js", code + "export{}"));
    change.accept(script.getFirstChild());
    assertEquals(expected, compiler.toSource(script).replaceAll(";?export\\{\\};?", ""));
  }
}
