package dev.sanguine.query.helpers;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import dev.sanguine.query.EngineCase;
import dev.sanguine.records.RecordIds;
import org.junit.Test;

/** Ids are equal if their texts are, on both runtimes. */
public class IdsTest extends EngineCase {
  @Test
  public void aNumber_hasTheTextThatJavaScriptGivesIt() {
    assertEquals("7", RecordIds.text(7.0));
    assertEquals("-1", RecordIds.text(-1.0));
    assertEquals("0.5", RecordIds.text(0.5));
    assertEquals("20000000", RecordIds.text(2e7));
    assertEquals("9007199254740991", RecordIds.text(9007199254740991.0));
  }

  @Test
  public void aText_standsForItself() {
    assertEquals("7", RecordIds.text("7"));
    assertEquals("07", RecordIds.text("07"));
  }

  @Test
  public void aNumberAndItsText_areOneId() {
    assertTrue(RecordIds.same(env.values, 7.0, "7"));
    assertTrue(RecordIds.same(env.values, "20000000", 2e7));
    assertFalse(RecordIds.same(env.values, 7.0, "07"));
    assertFalse(RecordIds.same(env.values, undefined(), "undefined"));
  }
}
