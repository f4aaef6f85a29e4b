package shop.orders;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import org.junit.Test;

public class ServerTextTest {
  @Test
  public void whatAPersonReads_staysAsItIs() {
    assertEquals("Not <b>now</b>", ServerText.clean("Not <b>now</b>."));
    assertEquals("", ServerText.clean(""));
    assertEquals("Größe: 5 € – 😀", ServerText.clean("Größe: 5 € – 😀"));
  }

  @Test
  public void lineBreaks_becomeBlanks_andWhatCannotBeSeenGoes() {
    assertEquals("one two three", ServerText.clean("  one\r\n\ttwo\u2028\u00a0three\n"));
    assertEquals("abcd", ServerText.clean("a\u0085b\u202ec\u200b\u2066\ufeffd"));
    assertEquals("a b", ServerText.clean("a\u0000\u0007\u001bb"));
  }

  @Test
  public void aLongText_isCut_atABlank() {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < 2000; i++) {
      words.append("word ");
    }
    String cut = ServerText.clean(words.toString());
    assertTrue(cut, cut.endsWith("word…"));
    assertTrue(cut, cut.length() <= ServerText.LONGEST);
  }

  @Test
  public void aLongWord_isCut_betweenCharacters() {
    StringBuilder text = new StringBuilder("x");
    for (int i = 0; i < 200; i++) {
      text.append("😀");
    }
    String cut = ServerText.clean(text.toString());
    assertEquals("😀…", cut.substring(cut.length() - 3));
    assertTrue(cut, cut.length() <= ServerText.LONGEST);
  }

  @Test
  public void manyRefusedFields_areCounted() {
    Shop shop = Shop.with(Orders.many(1));
    Seq<Object> fields = new Seq<>();
    for (int i = 0; i < 40; i++) {
      fields.add(Json.object("path", "items." + i + ".qty", "message", "Is no number."));
    }
    Object error = Json.object("message", "x", "data", Json.object("errors", Json.arrayOf(fields)));
    shop.advance("1");
    shop.settle();
    shop.http.changes.get(0).answer(400, Json.object("errors", Json.array(error)));
    shop.settle();
    assertTrue(
        shop.problem(1), shop.problem(1).endsWith("; items.2.qty: Is no number; and 37 more."));
    assertFalse(shop.problem(1).contains("items.3"));
  }
}
