package dev.sanguine.json;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;
import static org.junit.Assert.fail;

import org.junit.Test;

/** Reading and writing text: the same documents and, character for character, the same text on both runtimes. */
public class JsonTextTest {
  /** Reads and writes; the text must come out as it went in. */
  private static void roundTrip(String text) {
    assertEquals(text, Json.stringify(Json.parse(text)));
  }

  private static String refusal(String text) {
    try {
      return "read as " + Json.stringify(Json.parse(text));
    } catch (RuntimeException e) {
      return e.getMessage();
    }
  }

  @Test
  public void documents_comeOutAsTheyWentIn() {
    roundTrip("null");
    roundTrip("true");
    roundTrip("\"text\"");
    roundTrip("[]");
    roundTrip("{}");
    roundTrip("{\"a\":[1,{\"b\":null},[false,\"\"]],\"\":{\"c\":{}}}");
  }

  @Test
  public void blanks_areNoPartOfIt() {
    assertEquals("{\"a\":[1,2]}", Json.stringify(Json.parse(" \n\t{ \"a\" :\r\n [ 1 , 2 ] } ")));
  }

  @Test
  public void texts_areEscapedWhereTheyMustBe() {
    roundTrip("\"\\\"\\\\ \\n\\r\\t\\b\\f \\u0000\\u001f\"");
    roundTrip("\"gr\u00fc\u00df \u20ac \ud83d\ude00 \u2028 / \u007f\"");
    assertEquals("\"/\u00e9\"", Json.stringify(Json.parse("\"\\/\\u00e9\"")));
    assertEquals("\"\ud83d\ude00\"", Json.stringify(Json.parse("\"\\ud83d\\uDE00\"")));
  }

  @Test
  public void halfACharacter_isEscaped_soThatTheTextCanBeSent() {
    assertEquals("\"\\ud83d\"", Json.stringify("\ud83d"));
    assertEquals("\"\\ude00x\"", Json.stringify("\ude00x"));
    assertEquals("\"\\ud83d\\ud83d\"", Json.stringify("\ud83d\ud83d"));
    assertEquals("\ud83d", Json.parse("\"\\ud83d\""));
  }

  @Test
  public void numbers_areWrittenAsJavaScriptPrintsThem() {
    String[] texts = {
      "0",
      "1",
      "-1",
      "0.1",
      "-0.5",
      "123.456",
      "0.000001",
      "1e-7",
      "1.5e-7",
      "1e+21",
      "1.5e+300",
      "100000000000000000000",
      "123456789012345680000",
      "9007199254740991",
      "5e-324",
      "1.7976931348623157e+308",
      "2.5e-8",
      "0.30000000000000004",
      "4.35",
      "1.1e+22",
      "2e-10",
      "5.684341886080802e-14",
      "2.2250738585072014e-308",
      "1e+23",
      "0.002"
    };
    for (String text : texts) {
      roundTrip(text);
    }
    assertEquals("0", Json.stringify(-0.0));
    assertEquals("1", Json.stringify(Json.parse("1.0")));
    assertEquals("1000", Json.stringify(Json.parse("1E3")));
    assertEquals("null", Json.stringify(Double.NaN));
    assertEquals("null", Json.stringify(Double.POSITIVE_INFINITY));
  }

  @Test
  public void everyNumber_isADouble() {
    assertEquals(1.0, Json.parse("1"));
    assertTrue(Json.parse("9007199254740993") instanceof Double);
  }

  @Test
  public void ofTwoMembersOfOneName_theLastStands() {
    assertEquals("{\"a\":2}", Json.stringify(Json.parse("{\"a\":1,\"a\":2}")));
  }

  @Test
  public void null_isNull() {
    assertNull(Json.parse("null"));
    assertEquals("null", Json.stringify(null));
  }

  @Test
  public void whatIsNoJson_isRefused() {
    String[] texts = {
      "",
      " ",
      "{",
      "[1,",
      "{\"a\"}",
      "{\"a\":}",
      "{a:1}",
      "{'a':1}",
      "[1 2]",
      "[1,]",
      "{\"a\":1,}",
      "tru",
      "True",
      "NULL",
      "undefined",
      "NaN",
      "Infinity",
      "-Infinity",
      "01",
      "+1",
      "1.",
      ".5",
      "0x10",
      "--1",
      "\"open",
      "\"\\x\"",
      "\"\\u12\"",
      "// no\n1",
      "/* no */1",
      "# no\n1",
      "1 2",
      "{} {}",
      "[1]x",
      "[1;2]",
      "{\"a\"=1}",
      "<html>",
      "\"a\nb\"",
      "'text'",
      "[,1]",
      "[1,,2]",
      ")]}'\n{}",
      "\"\\'\"",
      "{\"a\":1;}",
      "1e",
      "-"
    };
    for (String text : texts) {
      String refusal = refusal(text);
      assertTrue(text + ": " + refusal, refusal != null && !refusal.startsWith("read as "));
    }
  }

  @Test
  public void deepText_isReadToADepthThatDataHas() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 400; i++) {
      text.append("[");
    }
    for (int i = 0; i < 400; i++) {
      text.append("]");
    }
    roundTrip(text.toString());
  }

  @Test
  public void largeText_isRead() {
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < 20_000; i++) {
      text.append(i == 0 ? "" : ",").append("{\"id\":").append(i).append("}");
    }
    roundTrip(text.append("]").toString());
  }

  @Test
  public void nothing_isNoText() {
    try {
      Json.parse(null);
      fail("must be refused");
    } catch (RuntimeException e) {
      assertTrue(e.getMessage(), e.getMessage().startsWith("Json.parse: "));
    }
  }
}
