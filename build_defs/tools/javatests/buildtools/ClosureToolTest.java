package buildtools;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public final class ClosureToolTest {
  @Rule
  public final TemporaryFolder folder = new TemporaryFolder();

  private final List<String> args = new ArrayList<>();

  @Test
  public void aName_isExportedUnderItsOwn_andKnownByItInside() throws Exception {
    source(
        "a",
        "class Query { toString() { return location } }",
        "$x['Query'] = Query;",
        "$x['Again'] = Query;");
    chunk("one", "a");
    assertEquals(
        "class Query{toString(){return location}}export{Query,Query as Again};\n"
            + "//# sourceMappingURL=one.mjs.map\n",
        compiled("one"));
  }

  @Test
  public void aValue_isAConstant() throws Exception {
    source("a", "$x['one'] = () => location;", "$x['two'] = 2;");
    chunk("one", "a");
    assertEquals(
        "export const one=()=>location,two=2;export{};\n//# sourceMappingURL=one.mjs.map\n",
        compiled("one"));
  }

  @Test
  public void aConstant_doesNotHideAGlobal() throws Exception {
    source("a", "$x['location'] = () => location;");
    chunk("one", "a");
    assertEquals(
        "const location$=()=>location;export{location$ as location};\n"
            + "//# sourceMappingURL=one.mjs.map\n",
        compiled("one"));
  }

  @Test
  public void aLaterModule_importsByTheExportedName_andTheRestByTheShortOne() throws Exception {
    source(
        "a",
        "exports.f = () => location;",
        "exports.g = () => location + 1;",
        "$x['F'] = exports.f;",
        "$x['all'] = [exports.f, exports.g];");
    source("b", "const a = goog.require('a');", "$x['both'] = [a.f, a.g];");
    chunk("one", "a");
    chunk("two", "b");
    assertEquals(
        "var F=()=>location,b=()=>location+1;export const all=[F,b];export{b,F};"
            + "\n//# sourceMappingURL=one.mjs.map\n",
        compiled("one"));
    assertEquals(
        "import{F as a,b}from\"./one.mjs\";export const both=[a,b];\n"
            + "//# sourceMappingURL=two.mjs.map\n",
        compiled("two"));
  }

  @Test
  public void aModule_importsTheOneBeforeIt_onlyIfItNeedsIt() throws Exception {
    source("a", "exports.f = () => location;", "$x['f'] = [exports.f];");
    source("b", "const a = goog.require('a');", "$x['b'] = a.f;");
    source("c", "const a = goog.require('a');", "$x['c'] = [a.f];");
    source("d", "location();");
    source("e", "$x['e'] = 5;");
    for (String name : List.of("a", "b", "c", "d", "e")) {
      chunk(name + name, name);
    }
    assertTrue(compiled("cc"), compiled("cc").startsWith("import{a}from\"./aa.mjs\";export"));
    assertTrue(compiled("ee"), compiled("ee").startsWith("import\"./dd.mjs\";export"));
  }

  @Test
  public void licences_areNotRepeated() throws Exception {
    source("a", "/** @license Somebody's */", "$x['one'] = 1;");
    chunk("one", "a");
    assertEquals(
        "export const one=1;export{};\n//# sourceMappingURL=one.mjs.map\n", compiled("one"));
  }

  @Test
  public void aLineSeparatorInAText_isWrittenInAscii() throws Exception {
    // Minifiers may count it as a line, and source maps go wrong.
    source("a", "$x['one'] = '\u2028';");
    chunk("one", "a");
    assertEquals(
        "export const one=\"\\u2028\";export{};\n//# sourceMappingURL=one.mjs.map\n",
        compiled("one"));
  }

  @Test
  public void longLines_areNotBroken() throws Exception {
    source("a", "$x['one'] = [" + "'a long text that is one of many', ".repeat(50) + "];");
    chunk("one", "a");
    assertEquals(2, compiled("one").lines().count());
  }

  @Test
  public void optimizations_areRepeated() throws Exception {
    nested();
    assertEquals(
        "export const F=a=>{a&&location&&location(1);return a?location:null};export{};\n"
            + "//# sourceMappingURL=one.mjs.map\n",
        compiled("one"));
  }

  @Test
  public void quick_repeatsNone_andExportsTheSame() throws Exception {
    nested();
    args.addAll(List.of("--quick", "true"));
    assertEquals(
        "function b(a){return a?location:null}"
            + "export const F=a=>{b(a)&&location(1);return a=b(a)};export{};\n"
            + "//# sourceMappingURL=one.mjs.map\n",
        compiled("one"));
  }

  /** What is one function if the compiler inlines twice. */
  private void nested() throws Exception {
    source(
        "a",
        "function inner(x) { return x ? location : null }",
        "function outer(x) { if (inner(x)) location(1); return inner(x) }",
        "$x['F'] = (x) => outer(x);");
    chunk("one", "a");
  }

  private void source(String module, String... lines) throws Exception {
    Path file = folder.getRoot().toPath().resolve(module + ".js");
    Files.writeString(file, "goog.module('" + module + "');\n" + String.join("\n", lines) + "\n");
    args.addAll(List.of("--js", file.toString()));
  }

  private void chunk(String name, String module) throws Exception {
    Path wrapper = folder.getRoot().toPath().resolve("wrapper.txt");
    Files.writeString(wrapper, "%output%");
    args.addAll(List.of("--chunk", name + "=" + module, "--wrapper", name + "=" + wrapper));
    args.addAll(
        List.of("--out", name + "=" + file(name), "--map", name + "=" + file(name) + ".map"));
  }

  private Path file(String chunk) {
    return folder.getRoot().toPath().resolve(chunk + ".mjs");
  }

  private String compiled(String chunk) throws Exception {
    if (!Files.exists(file(chunk))) {
      Path externs = folder.getRoot().toPath().resolve("externs.js");
      Files.writeString(externs, "/** @externs */ var $x, goog, location;");
      args.addAll(List.of("--externs", externs.toString()));
      for (String flag : List.of(
          "compilation_level=ADVANCED",
          "jscomp_off=*",
          "chunk_output_type=ES_MODULES",
          "env=CUSTOM")) {
        args.addAll(List.of("--flag", "--" + flag));
      }
      ByteArrayOutputStream log = new ByteArrayOutputStream();
      int code = ClosureTool.run(args, new PrintStream(log, true, StandardCharsets.UTF_8));
      assertEquals(log.toString(StandardCharsets.UTF_8), 0, code);
    }
    return Files.readString(file(chunk));
  }
}
