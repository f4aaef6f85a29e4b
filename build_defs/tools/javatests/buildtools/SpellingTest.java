package buildtools;

import static org.junit.Assert.assertEquals;

import com.google.javascript.jscomp.Compiler;
import com.google.javascript.jscomp.CompilerOptions;
import com.google.javascript.jscomp.SourceFile;
import com.google.javascript.rhino.Node;
import org.junit.Test;

public final class SpellingTest {
  @Test
  public void constants_standLast() {
    spells(
        "if('a'===b.c&&null!=d&&0==e&&void 0!==f)g()",
        "if(b.c===\"a\"&&d!=null&&e==0&&f!==void 0)g()");
  }

  @Test
  public void aConstantThatIsLess_becomesOneThatIsLessThan() {
    spells("a=0<b&&1>=c", "a=b>0&&c<=1");
  }

  @Test
  public void aType_isComparedInTwoCharacters() {
    spells(
        "a='string'===typeof b||typeof c!=='number'",
        "a=typeof b==\"string\"||typeof c!=\"number\"");
  }

  @Test
  public void anInt_isCounted() {
    spells("for(;;a=a+1|0)b.c=b.c-1|0", "for(;;a++)b.c--");
    spells("a=b.c=b.c+1|0", "a=++b.c");
    spells("a=b+1|0", "a=b+1|0");
    spells("a=b.c?b.c:d&&e", "a=b.c||d&&e");
    spells("a=b()?b():c", "a=b()?b():c");
    spells("-1!=b.c", "b.c!=-1");
    spells("a=a+b|0", "a=a+b|0");
  }

  @Test
  public void whatAFunctionDeclares_isDeclaredInOneWord() {
    spells(
        "const a=()=>{const b=1;var c=2;let d;return b+c}",
        "const a=()=>{let b=1,c=2,d;return b+c}");
    spells("function a(){for(const b of c)b()}", "function a(){for(let b of c)b()}");
  }

  @Test
  public void aVariableThatMoreThanItsBlockSees_staysOne() {
    spells("function a(){if(b)var c=1;return c}", "function a(){if(b)var c=1;return c}");
    spells(
        "function a(){b();var c=1;function b(){c=2}}",
        "function a(){b();var c=1;function b(){c=2}}");
    spells("function a(){var b=1;return()=>b}", "function a(){let b=1;return()=>b}");
    spells("function a(){b=1;var b=2}", "function a(){b=1;var b=2}");
    spells(
        "function a(b){var b=b||1;var c=1;var c=2}", "function a(b){var b=b||1;var c=1;var c=2}");
    spells("var a=1", "var a=1");
  }

  @Test
  public void whatStandsInForNull_isOneOperator() {
    spells("a=null!=b.c?b.c:d", "a=b.c??d");
    spells("a=null==b?d:b", "a=b??d");
    spells("a=null!=b?b:null!=c?c:d", "a=b??(c??d)");
    spells("a=null!=b?b:(c,d)", "a=b??(c,d)");
    spells("null==a.b&&(a.b=c)", "a.b??=c");
    spells("a=null==b?c:(d,b)", "a=b==null?c:(d,b)");
  }

  @Test
  public void besideOtherOperators_itStaysAsItWas() {
    spells("a=(null!=b?b:c)||d", "a=(b!=null?b:c)||d");
    spells("a=null!=b?b:c||d", "a=b!=null?b:c||d");
  }

  @Test
  public void whatIsCalledTwice_staysAsItWas() {
    spells("a=null!=b()?b():c", "a=b()!=null?b():c");
    spells("null!=b()&&b().c()", "b()!=null&&b().c()");
  }

  @Test
  public void aMemberOfWhatMayBeNull_isAChain() {
    spells("a=null==b?void 0:b.c.d", "a=b?.c.d");
    spells("null!=a.b&&a.b.c(d)", "a.b?.c(d)");
    spells("if(null!=a&&a[0].b)c()", "if(a?.[0].b)c()");
    spells("if(d&&null!=a&&a.b)c()", "if(d&&a?.b)c()");
    spells("a=null!=b&&null!=b.c?d:e", "a=b?.c!=null?d:e");
    spells("a=null==b||null==b.c", "a=b?.c==null");
  }

  @Test
  public void aValueThatSomebodyTakes_staysWhatItWas() {
    spells("a=null!=b&&b.c", "a=b!=null&&b.c");
    spells("a=null==b?null:b.c", "a=b==null?null:b.c");
    spells("a=null!=b&&b()", "a=b!=null&&b()");
    spells("null!=b&&b()", "b!=null&&b()");
    spells("a=null==b&&(b=c)", "a=b==null&&(b=c)");
    spells("a=()=>null!=b&&b.c()", "a=()=>b!=null&&b.c()");
  }

  private static void spells(String code, String expected) {
    assertEquals(expected, spelled(code));
    // What is printed can be read, and means the same.
    assertEquals(expected, spelled(expected));
  }

  private static String spelled(String code) {
    CompilerOptions options = new CompilerOptions();
    options.setLanguageOut(CompilerOptions.LanguageMode.ECMASCRIPT_2021);
    Compiler compiler = new Compiler();
    compiler.initOptions(options);
    Node script = compiler.parse(SourceFile.fromCode("code.js", code));
    Spelling.shorten(script);
    return compiler.toSource(script);
  }
}
