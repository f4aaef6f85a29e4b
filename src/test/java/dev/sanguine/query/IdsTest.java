package dev.sanguine.query;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

/** Ids are equal if their texts are, on both runtimes. */
public class IdsTest extends EngineCase {
  @Test
  public void aNumber_hasTheTextThatJavaScriptGivesIt() {
    assertEquals("7", Ids.text(7.0));
    assertEquals("-1", Ids.text(-1.0));
    assertEquals("0.5", Ids.text(0.5));
    assertEquals("20000000", Ids.text(2e7));
    assertEquals("9007199254740991", Ids.text(9007199254740991.0));
  }

  @Test
  public void aText_standsForItself() {
    assertEquals("7", Ids.text("7"));
    assertEquals("07", Ids.text("07"));
  }

  @Test
  public void aNumberAndItsText_areOneId() {
    assertTrue(Ids.same(env.values, 7.0, "7"));
    assertTrue(Ids.same(env.values, "20000000", 2e7));
    assertFalse(Ids.same(env.values, 7.0, "07"));
    assertFalse(Ids.same(env.values, undefined(), "undefined"));
  }
}
