package dev.sanguine.html;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import dev.sanguine.env.Seq;
import org.junit.Test;

public class HtmlTextTest {
  @Test
  public void text_thatLooksLikeMarkup_staysText() {
    assertEquals(
        "<p>&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp;amp; &#39;</p>",
        HtmlText.of(Tag.of("p").text("<img src=x onerror=\"alert(1)\"> &amp; '")));
  }

  @Test
  public void attribute_thatLooksLikeMarkup_staysItsValue() {
    assertEquals(
        "<p title=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\"></p>",
        HtmlText.of(Tag.of("p").attr("title", "\"><script>alert(1)</script>")));
  }

  @Test
  public void charactersThatAParserChanges_areWrittenSoThatItReadsThemBack() {
    assertEquals("<p>a\uFFFDb&#13;\nc</p>", HtmlText.of(Tag.of("p").text("a\0b\r\nc")));
    assertEquals("<pre>\n\nx</pre>", HtmlText.of(Tag.of("pre").text("\nx")));
  }

  @Test
  public void flagsAndNulls_areThereOrNot() {
    assertEquals(
        "<p hidden=\"\"></p>", HtmlText.of(Tag.of("p").flag("hidden", true).attr("title", null)));
    assertEquals("<p></p>", HtmlText.of(Tag.of("p").flag("hidden", false).text(null)));
  }

  @Test
  public void rows_carryTheirViewKey() {
    Tag list = Tag.of("ul")
        .rows(Seq.of("a", "\"b"), item -> "k" + item, item -> Tag.of("li").text(item));
    assertEquals(
        "<ul><li data-key=\"ka\">a</li><li data-key=\"k&quot;b\">&quot;b</li></ul>",
        HtmlText.of(list));
  }

  @Test
  public void childrenThatAreAbsent_andHandlers_writeNothing() {
    assertEquals(
        "<p><br></p>", HtmlText.of(Tag.of("p").on("click", event -> {}).add(null, Tag.of("br"))));
  }

  @Test
  public void data_cannotEndItsBlockOrBeginAComment() {
    String html = HtmlText.of(Tag.data("state", "{\"a\":\"</script><!--\u2028\"}"));
    assertEquals(
        "<script type=\"application/json\""
            + " class=\"state\">{\"a\":\"\\u003c/script>\\u003c!--\\u2028\"}</script>",
        html);
    assertEquals("", HtmlText.of(Tag.data("state", null)));
  }

  @Test
  public void urls_withASchemeThatCouldRunCode_areReplaced() {
    String[] bad = {
      "javascript:alert(1)",
      "JavaScript:alert(1)",
      " javascript:alert(1)",
      "java\nscript:alert(1)",
      "\u0001javascript:alert(1)",
      "vbscript:x",
      "data:text/html,<script>alert(1)</script>",
      "blob:x",
      ":x",
    };
    for (String url : bad) {
      assertEquals(url, "about:invalid", Tag.of("a").attr("href", url).value("href"));
      assertEquals(
          url, "about:invalid", Tag.of("button").attr("formaction", url).value("formaction"));
    }
    String[] good = {
      "/orders?at=10:30",
      "#a:b",
      "?q=a:b",
      "orders/1",
      "https://example.org/",
      "HTTP://x",
      "mailto:a@b.c",
      ""
    };
    for (String url : good) {
      assertEquals(url, Tag.of("a").attr("href", url).value("href"));
    }
  }

  @Test
  public void namesThatRunCode_areRefused() {
    for (String name : new String[] {"onclick", "style", "srcdoc", "", "a b", "A", "x\"", "1a"}) {
      assertThrows(name, IllegalArgumentException.class, () -> Tag.of("p").attr(name, "x"));
    }
    for (String name :
        new String[] {"script", "style", "iframe", "", "p>", "P", "plaintext", "p ", " "}) {
      assertThrows(name, IllegalArgumentException.class, () -> Tag.of(name));
    }
  }

  @Test
  public void contentOfTwoKinds_isRefused() {
    assertThrows(IllegalStateException.class, () -> Tag.of("p").text("a").add(Tag.of("b")));
    assertThrows(IllegalStateException.class, () -> Tag.of("p").add(Tag.of("b")).text("a"));
    assertThrows(
        IllegalStateException.class,
        () -> Tag.of("p").text("a").rows(new Seq<String>(), k -> k, k -> Tag.of("b")));
    assertThrows(IllegalStateException.class, () -> Tag.of("br").text("a"));
    assertThrows(IllegalStateException.class, () -> Tag.data("state", "{}").text("a"));
  }
}
