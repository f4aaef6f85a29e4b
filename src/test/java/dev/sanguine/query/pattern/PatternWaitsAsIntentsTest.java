package dev.sanguine.query.pattern;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

/** The same if what onMutate writes is a change of its mutation: that is settled with the request, before every callback. */
public class PatternWaitsAsIntentsTest extends PatternWaitsTest {
  @Override
  protected String onMutateWrites() {
    return HandWrites.INTENTS;
  }

  @Test
  @Override
  public void onErrorWaits_beforeItPutsBack() {
    start(putsBackLate("A", "a"));
    start(sets("B", "b"));
    fail("A");
    assertEquals("{'id':1,'a':0,'b':'B'}", record());
    answer("report A", "1");
    assertEquals("{'id':1,'a':0,'b':'B'}", record());
    fail("B");
    assertEquals(FIRST, record());
  }

  @Test
  @Override
  public void bothWait_beforeTheyPutBack_inTheOtherOrder() {
    start(putsBackLate("A", "a"));
    start(putsBackLate("B", "b"));
    fail("A");
    fail("B");
    assertEquals(FIRST, record());
    answer("report B", "1");
    assertEquals(FIRST, record());
    answer("report A", "1");
    assertEquals(FIRST, record());
  }
}
