package dev.sanguine.query.pattern;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

/** The same if what onMutate writes is a change of its mutation: it shows over whatever comes, until it is settled. */
public class PatternBesideOthersAsIntentsTest extends PatternBesideOthersTest {
  @Override
  protected String onMutateWrites() {
    return HandWrites.INTENTS;
  }

  @Test
  @Override
  public void aFetchThatLands_whileTwoAreUnderWay() {
    pattern("A", set("a", "A"));
    pattern("B", set("b", "B"));
    refetch("record");
    answer("get record", "{'id':1,'a':0,'b':0,'c':'server','n':0}");
    assertEquals("{'id':1,'a':'A','b':'B','c':'server','n':0}", record.now());
    fail("A");
    assertEquals("{'id':1,'a':0,'b':'B','c':'server','n':0}", record.now());
    fail("B");
    assertEquals("{'id':1,'a':0,'b':0,'c':'server','n':0}", record.now());
  }

  @Test
  @Override
  public void hydratedInBetween() {
    pattern("A", set("a", "A"));
    hydrate();
    assertEquals("{'id':1,'a':'A','c':'server'}", record.now());
    fail("A");
    assertEquals("{'id':1,'a':0,'c':'server'}", record.now());
  }

  @Test
  @Override
  public void aPush_ofAWholeRecordWithTheWrite() {
    pattern("A", set("a", "A"));
    push(json("{'id':1,'a':'A','b':0,'c':'push','n':0}"));
    fail("A");
    assertEquals("{'id':1,'a':'A','b':0,'c':'push','n':0}", record.now());
    assertEquals(1, network.count("get record"));
  }
}
