package dev.sanguine.json.jvm;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import dev.sanguine.json.Json;
import dev.sanguine.json.JsonText;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.Test;

/** What is the JVM's own: texts of errors, the limit of depth, unmodifiable documents, the stable form of keys. */
public class JvmJsonTest {
  private static String refusal(String text) {
    return assertThrows(IllegalArgumentException.class, () -> Json.parse(text)).getMessage();
  }

  @Test
  public void aRefusal_namesTheText_andThePlace_andWhatToGive() {
    String remedy = "\ngive one value as JSON.stringify writes it";
    assertEquals("Json.parse: the text is no JSON, line 1 column 2: {" + remedy, refusal("{"));
    assertEquals(
        "Json.parse: the text is no JSON, line 2 column 2: {\"a\":1,  'b':2}" + remedy,
        refusal("{\"a\":1,\n 'b':2}"));
    assertEquals(
        "Json.parse: the text goes on after its value, line 1 column 3: 1 2" + remedy,
        refusal("1 2"));
  }

  @Test
  public void aLongText_isShortenedInTheError() {
    String text = "<html>" + "x".repeat(1000);
    String refusal = refusal(text);
    assertEquals(
        refusal,
        true,
        refusal.contains("<html>xxx") && refusal.contains("...") && refusal.length() < 220);
  }

  @Test
  public void tooDeepText_isRefused_beforeItFillsTheStack() {
    assertEquals(
        "Json.parse: the text is nested deeper than 500 levels; nothing of it was read",
        refusal("[".repeat(100_000)));
    assertEquals(
        "Json.parse: the text is nested deeper than 500 levels; nothing of it was read",
        refusal("{\"a\":".repeat(600) + "1" + "}".repeat(600)));
  }

  @Test
  @SuppressWarnings("unchecked")
  public void documents_cannotBeChanged() {
    List<Object> documents = Arrays.asList(
        Json.parse("{\"a\":[1]}"), Json.object("a", 1), Json.with(Json.object(), "a", 1));
    for (Object document : documents) {
      assertThrows(
          UnsupportedOperationException.class, () -> ((Map<String, Object>) document).put("x", 1));
    }
    assertThrows(UnsupportedOperationException.class, () -> ((List<Object>) Json.array(1)).add(2));
    assertThrows(
        UnsupportedOperationException.class,
        () -> ((List<Object>) Json.get(documents.get(0), "a")).add(2));
  }

  @Test
  public void theStableForm_sortsNamesAtEveryDepth() {
    Map<String, Object> inner = new LinkedHashMap<>();
    inner.put("z", 1);
    inner.put("a", List.of(true, Map.of("k", "v")));
    Map<String, Object> outer = new LinkedHashMap<>();
    outer.put("b", inner);
    outer.put("a", null);
    StringBuilder sorted = new StringBuilder();
    JsonText.write(outer, sorted, true);
    assertEquals("{\"a\":null,\"b\":{\"a\":[true,{\"k\":\"v\"}],\"z\":1}}", sorted.toString());
    assertEquals("{\"b\":{\"z\":1,\"a\":[true,{\"k\":\"v\"}]},\"a\":null}", Json.stringify(outer));
  }

  @Test
  public void anythingElse_isWrittenAsItsText() {
    assertEquals("\"HALF_UP\"", Json.stringify(java.math.RoundingMode.HALF_UP));
    assertEquals("[1,2]", Json.stringify(new java.util.TreeSet<>(List.of(2, 1))));
  }
}
