package dev.sanguine.query.pattern;

import static org.junit.Assert.assertEquals;

import org.junit.Before;
import org.junit.Test;

/** With the option "plain" a snapshot that is put back is the value that it is, as in query-core, whatever came since. */
public class PatternTurnedOffTest extends PatternCase {
  @Override
  protected String onMutateWrites() {
    return HandWrites.PLAIN;
  }

  @Before
  public void aRecordIsCached() {
    cache("record", "{'id':1,'a':0,'b':0}");
    settle();
  }

  @Test
  public void theFirstFails_andWipesTheSecond() {
    start(pattern("A", "record", set("a", "A")));
    start(pattern("B", "record", set("b", "B")));
    fail("A");
    assertEquals("{'id':1,'a':0,'b':0}", view("record"));
  }

  @Test
  public void bothFail_andTheFirstComesBack() {
    start(pattern("A", "record", set("a", "A")));
    start(pattern("B", "record", set("b", "B")));
    fail("A");
    fail("B");
    assertEquals("{'id':1,'a':'A','b':0}", view("record"));
  }

  @Test
  public void aFetchInBetween_isUndone() {
    watch(query("record").staleTime(1e12));
    start(pattern("A", "record", set("a", "A")));
    refetch("record");
    answer("get record", "{'id':1,'a':'server','b':'server'}");
    fail("A");
    assertEquals("{'id':1,'a':0,'b':0}", view("record"));
  }

  @Test
  public void nothingWasCached_andWhatFailedStays() {
    start(pattern("A", "new", old -> json("[{'id':1}]")));
    fail("A");
    assertEquals("[{'id':1}]", view("new"));
  }

  @Test
  public void oneAlone_isPutBack() {
    start(pattern("A", "record", set("a", "A")));
    assertEquals("{'id':1,'a':'A','b':0}", view("record"));
    fail("A");
    assertEquals("{'id':1,'a':0,'b':0}", view("record"));
  }

  @Test
  public void nothingIsKept_whileMutationsAreUnderWay() {
    start(pattern("A", "record", set("a", "A")));
    start(pattern("B", "record", set("b", "B")));
    assertEquals(0, client.getQueryCache().handWrites.kept());
  }
}
