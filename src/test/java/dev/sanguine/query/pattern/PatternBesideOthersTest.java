package dev.sanguine.query.pattern;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;

import dev.sanguine.law.Updater;
import dev.sanguine.query.Hydration;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.Screen;
import dev.sanguine.query.options.SetDataOptions;
import org.junit.Before;
import org.junit.Test;

/** The pattern beside what is no pattern: the option optimistic, what a push writes, what a fetch brings. */
public class PatternBesideOthersTest extends PatternCase {
  private static final String FIRST = "{'id':1,'a':0,'b':0,'c':0,'n':0}";
  protected Screen record;

  @Before
  public void aRecordIsShown() {
    cache("record", FIRST);
    cache("list", "[{'id':1}]");
    record = watch(query("record").staleTime(1e12));
    settle();
  }

  protected final void pattern(String name, Updater updater) {
    start(pattern(name, "record", updater));
  }

  private void optimistic(String name, Updater updater) {
    start(with(name, "record", (intent, key) -> intent.update(key, updater)).resync(false));
  }

  protected final void push(Object dataOrUpdater) {
    client.setQueryData(key("record"), dataOrUpdater, null);
    settle();
  }

  /** A page that was rendered a second from now. */
  protected final void hydrate() {
    QueryClient server = newClient();
    SetDataOptions later = new SetDataOptions();
    later.updatedAt = world.now() + 1000;
    server.setQueryData(key("record"), json("{'id':1,'a':0,'c':'server'}"), later);
    Hydration.hydrate(client, Hydration.dehydrate(server, null), null);
  }

  // The option optimistic

  @Test
  public void anIntentUnderThePattern_thePatternFails_thenTheIntent() {
    optimistic("I", set("a", "I"));
    pattern("P", set("b", "P"));
    fail("P");
    assertEquals("{'id':1,'a':'I','b':0,'c':0,'n':0}", record.now());
    fail("I");
    assertEquals(FIRST, record.now());
  }

  @Test
  public void anIntentUnderThePattern_theIntentFails_thenThePattern() {
    optimistic("I", set("a", "I"));
    pattern("P", set("b", "P"));
    fail("I");
    assertEquals("{'id':1,'a':0,'b':'P','c':0,'n':0}", record.now());
    fail("P");
    assertEquals(FIRST, record.now());
  }

  @Test
  public void anIntentOverThePattern_thePatternFails_thenTheIntent() {
    pattern("P", set("b", "P"));
    optimistic("I", set("a", "I"));
    fail("P");
    assertEquals("{'id':1,'a':'I','b':0,'c':0,'n':0}", record.now());
    fail("I");
    assertEquals(FIRST, record.now());
  }

  @Test
  public void anIntentOverThePattern_theIntentFails_thenThePattern() {
    pattern("P", set("b", "P"));
    optimistic("I", set("a", "I"));
    fail("I");
    assertEquals("{'id':1,'a':0,'b':'P','c':0,'n':0}", record.now());
    fail("P");
    assertEquals(FIRST, record.now());
  }

  @Test
  public void anIntentBetweenTwoPatterns_theFirstFails() {
    pattern("P", set("a", "P"));
    optimistic("I", set("b", "I"));
    pattern("Q", set("c", "Q"));
    fail("P");
    assertEquals("{'id':1,'a':0,'b':'I','c':'Q','n':0}", record.now());
    fail("Q");
    assertEquals("{'id':1,'a':0,'b':'I','c':0,'n':0}", record.now());
    fail("I");
    assertEquals(FIRST, record.now());
  }

  @Test
  public void anIntentBetweenTwoPatterns_isConfirmed_thenBothFail() {
    pattern("P", set("a", "P"));
    optimistic("I", set("b", "I"));
    pattern("Q", set("c", "Q"));
    answer("I", "'ok'");
    fail("P");
    assertEquals("{'id':1,'a':0,'b':'I','c':'Q','n':0}", record.now());
    fail("Q");
    assertEquals("{'id':1,'a':0,'b':'I','c':0,'n':0}", record.now());
  }

  @Test
  public void anIntentIsConfirmed_beforeTheSecondPatternBegins_thenTheFirstFails() {
    pattern("P", set("a", "P"));
    optimistic("I", set("b", "I"));
    answer("I", "'ok'");
    pattern("Q", set("c", "Q"));
    fail("P");
    assertEquals("{'id':1,'a':0,'b':'I','c':'Q','n':0}", record.now());
    fail("Q");
    assertEquals("{'id':1,'a':0,'b':'I','c':0,'n':0}", record.now());
  }

  @Test
  public void countersOfBothKinds_oneConfirmed() {
    pattern("P", add("n", 1));
    start(increment("I", "record").resync(false));
    pattern("Q", add("n", 10));
    assertEquals("{'id':1,'a':0,'b':0,'c':0,'n':12}", record.now());
    answer("I", "'ok'");
    assertEquals("{'id':1,'a':0,'b':0,'c':0,'n':12}", record.now());
    fail("P");
    assertEquals("{'id':1,'a':0,'b':0,'c':0,'n':11}", record.now());
    fail("Q");
    assertEquals("{'id':1,'a':0,'b':0,'c':0,'n':1}", record.now());
  }

  @Test
  public void addsOfBothKinds_allFail_lastFirst() {
    start(pattern("P", "list", append("{'id':2}")));
    start(append("I", "list", "{'id':3}"));
    start(pattern("Q", "list", append("{'id':4}")));
    fail("Q");
    assertEquals("[{'id':1},{'id':2},{'id':3}]", view("list"));
    fail("I");
    assertEquals("[{'id':1},{'id':2}]", view("list"));
    fail("P");
    assertEquals("[{'id':1}]", view("list"));
  }

  // What nobody's mutation writes

  @Test
  public void aPush_ofOneField_stays() {
    pattern("A", set("a", "A"));
    push(set("c", "push"));
    fail("A");
    assertEquals("{'id':1,'a':0,'b':0,'c':'push','n':0}", record.now());
  }

  @Test
  public void aPush_betweenTwo_stays() {
    pattern("A", set("a", "A"));
    push(set("c", "push"));
    pattern("B", set("b", "B"));
    fail("A");
    assertEquals("{'id':1,'a':0,'b':'B','c':'push','n':0}", record.now());
    fail("B");
    assertEquals("{'id':1,'a':0,'b':0,'c':'push','n':0}", record.now());
  }

  @Test
  public void aPush_ofAWholeRecordWithoutTheWrite_stays() {
    pattern("A", set("a", "A"));
    push(json("{'id':1,'a':0,'b':0,'c':'push','n':0}"));
    fail("A");
    assertEquals("{'id':1,'a':0,'b':0,'c':'push','n':0}", record.now());
  }

  @Test
  public void aPush_ofAWholeRecordWithTheWrite() {
    pattern("A", set("a", "A"));
    push(json("{'id':1,'a':'A','b':0,'c':'push','n':0}"));
    fail("A");
    assertEquals("{'id':1,'a':0,'b':0,'c':'push','n':0}", record.now());
  }

  @Test
  public void aPush_ofTheSameField_stands() {
    pattern("A", set("a", "A"));
    push(set("a", "push"));
    fail("A");
    assertEquals("{'id':1,'a':'push','b':0,'c':0,'n':0}", record.now());
  }

  @Test
  public void manyPushes_allStay() {
    pattern("A", set("a", "A"));
    for (int i = 0; i < 200; i++) {
      push(add("n", 1));
    }
    pattern("B", set("b", "B"));
    for (int i = 0; i < 200; i++) {
      push(add("n", 1));
    }
    fail("A");
    assertEquals("{'id':1,'a':0,'b':'B','c':0,'n':400}", record.now());
    fail("B");
    assertEquals("{'id':1,'a':0,'b':0,'c':0,'n':400}", record.now());
  }

  @Test
  public void onSuccess_ofAnotherMutation_writesTheServersRecord_whichStays() {
    pattern("A", set("a", "A"));
    start(pattern("B", "record", set("b", "B"))
        .onSuccess((data, variables, onMutateResult, context) ->
            client.setQueryData(key("record"), set("b", data), null)));
    answer("B", "'server'");
    fail("A");
    assertEquals("{'id':1,'a':0,'b':'server','c':0,'n':0}", record.now());
  }

  @Test
  public void onSuccess_thatWritesTheWholeAnswer_stays() {
    pattern("A", set("a", "A"));
    start(pattern("B", "record", set("b", "B"))
        .onSuccess((data, variables, onMutateResult, context) ->
            client.setQueryData(key("record"), data, null)));
    answer("B", "{'id':1,'a':0,'b':'B','c':'server','n':0}");
    fail("A");
    assertEquals("{'id':1,'a':0,'b':'B','c':'server','n':0}", record.now());
  }

  // What a fetch brings

  @Test
  public void aFetchThatLands_whileTwoAreUnderWay() {
    pattern("A", set("a", "A"));
    pattern("B", set("b", "B"));
    refetch("record");
    answer("get record", "{'id':1,'a':0,'b':0,'c':'server','n':0}");
    assertEquals("{'id':1,'a':0,'b':0,'c':'server','n':0}", record.now());
    Object fetched = client.getQueryData(key("record"));
    fail("A");
    assertSame(fetched, client.getQueryData(key("record")));
    fail("B");
    assertSame(fetched, client.getQueryData(key("record")));
  }

  @Test
  public void aFetchThatHoldsWhatFailsLater_keepsIt() {
    pattern("A", set("a", "A"));
    refetch("record");
    answer("get record", "{'id':1,'a':'A','b':0,'c':'server','n':0}");
    fail("A");
    assertEquals("{'id':1,'a':'A','b':0,'c':'server','n':0}", record.now());
  }

  @Test
  public void aFetchThatLands_betweenTheTwo_theSecondIsWrittenOverIt() {
    pattern("A", set("a", "A"));
    refetch("record");
    answer("get record", "{'id':1,'a':0,'b':0,'c':'server','n':0}");
    pattern("B", set("b", "B"));
    fail("A");
    assertEquals("{'id':1,'a':0,'b':'B','c':'server','n':0}", record.now());
    fail("B");
    assertEquals("{'id':1,'a':0,'b':0,'c':'server','n':0}", record.now());
  }

  @Test
  public void aFetchThatBringsTheSame_isAFetchAllTheSame() {
    pattern("A", set("a", "A"));
    pattern("B", set("b", "B"));
    refetch("record");
    answer("get record", "{'id':1,'a':'A','b':'B','c':0,'n':0}");
    fail("A");
    assertEquals("{'id':1,'a':'A','b':'B','c':0,'n':0}", record.now());
  }

  @Test
  public void aFetchThatFails_changesNothing() {
    pattern("A", set("a", "A"));
    pattern("B", set("b", "B"));
    client.refetchQueries(key("record"), null);
    settle();
    fail("get record");
    fail("A");
    assertEquals("{'id':1,'a':0,'b':'B','c':0,'n':0}", record.now());
    fail("B");
    assertEquals(FIRST, record.now());
  }

  @Test
  public void aFetchThatTheSecondCancels_changesNothing() {
    pattern("A", set("a", "A"));
    refetch("record");
    pattern("B", set("b", "B"));
    assertEquals("{'id':1,'a':'A','b':'B','c':0,'n':0}", record.now());
    fail("A");
    assertEquals("{'id':1,'a':0,'b':'B','c':0,'n':0}", record.now());
    fail("B");
    assertEquals(FIRST, record.now());
  }

  @Test
  public void aResetInBetween_leavesNothingToTakeOut() {
    pattern("A", set("a", "A"));
    client.resetQueries(key("record"), null);
    settle();
    answer("get record", "{'id':1,'a':'server'}");
    fail("A");
    assertEquals("{'id':1,'a':'server'}", record.now());
  }

  @Test
  public void hydratedInBetween() {
    pattern("A", set("a", "A"));
    hydrate();
    assertEquals("{'id':1,'a':0,'c':'server'}", record.now());
    fail("A");
    assertEquals("{'id':1,'a':0,'c':'server'}", record.now());
  }
}
