package dev.sanguine.query.pattern;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

/** The same if what onMutate writes is a change of its mutation: that leaves by itself. */
public class PatternWithoutSnapshotAsIntentsTest extends PatternWithoutSnapshotTest {
  @Override
  protected String onMutateWrites() {
    return HandWrites.INTENTS;
  }

  @Test
  @Override
  public void nobodyPutsItBack_andTheOtherTakesItsOwnBack() {
    start(plain("A").onMutate(cancelAndWrite("record", set("a", "A"))));
    start(pattern("B", "record", set("b", "B")));
    fail("A");
    assertEquals("{'id':1,'a':0,'b':'B'}", view("record"));
    fail("B");
    assertEquals("{'id':1,'a':0,'b':0}", view("record"));
  }

  @Test
  @Override
  public void aSnapshotThatIsPutBackByHand_whenNobodyHasFailed() {
    Object before = client.getQueryData(key("record"));
    start(pattern("A", "record", set("a", "A")));
    client.setQueryData(key("record"), before, null);
    assertEquals("{'id':1,'a':'A','b':0}", view("record"));
    answer("A", "'ok'");
    assertEquals("{'id':1,'a':'A','b':0}", view("record"));
  }
}
