package dev.sanguine.query.pattern;

import static org.junit.Assert.assertEquals;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.law.Updater;
import dev.sanguine.query.Screen;
import dev.sanguine.query.options.MutationOptions;
import org.junit.Before;
import org.junit.Test;

/** With "intents" what onMutate writes is a change of its mutation, for which the law holds as for the option optimistic. */
public class PatternAsIntentsTest extends PatternCase {
  private static final String LIST = "[{'id':1},{'id':2}]";
  private Screen record;
  private Screen list;

  @Override
  protected String onMutateWrites() {
    return HandWrites.INTENTS;
  }

  @Before
  public void aRecordAndAListAreShown() {
    cache("record", "{'id':1,'a':0,'n':0}");
    cache("list", LIST);
    record = watch(query("record").staleTime(1e12));
    list = watch(query("list").staleTime(1e12));
    settle();
  }

  private void onList(String name, Updater updater) {
    start(pattern(name, "list", updater));
  }

  /** A whole value that was made of the snapshot. */
  private void valueOnList(String name, Updater change) {
    start(plain(name)
        .onMutate((variables, context) -> {
          Object previous = client.getQueryData(key("list"));
          client.setQueryData(key("list"), change.update(previous), null);
          return Seq.of(previous);
        })
        .onError(putBack("list")));
  }

  // A fetch that lands in between

  @Test
  public void aFetchOfBefore_landsUnderAnEdit_whichStaysOnScreen() {
    start(pattern("A", "record", set("a", "A")));
    refetch("record");
    answer("get record", "{'id':1,'a':0,'n':7}");
    assertEquals("{'id':1,'a':'A','n':7}", record.now());
    fail("A");
    assertEquals("{'id':1,'a':0,'n':7}", record.now());
  }

  @Test
  public void aFetchThatHoldsTheEdit_showsItOnce_andItStaysIfItSucceeds() {
    start(pattern("A", "record", set("a", "A")));
    refetch("record");
    answer("get record", "{'id':1,'a':'A','n':7}");
    assertEquals("{'id':1,'a':'A','n':7}", record.now());
    answer("A", "'ok'");
    assertEquals("{'id':1,'a':'A','n':7}", record.now());
  }

  @Test
  public void aFetchUnderADelete_doesNotBringItBack() {
    onList("A", without(1));
    refetch("list");
    answer("get list", "[{'id':1},{'id':2},{'id':3}]");
    assertEquals("[{'id':2},{'id':3}]", list.now());
    fail("A");
    assertEquals("[{'id':1},{'id':2},{'id':3}]", list.now());
  }

  @Test
  public void aFetchUnderACount_waits_sinceItMayHoldIt() {
    start(pattern("A", "record", add("n", 1)));
    refetch("record");
    answer("get record", "{'id':1,'a':0,'n':1}");
    assertEquals("{'id':1,'a':0,'n':1}", record.now());
    answer("A", "'ok'");
    answer("get record", "{'id':1,'a':0,'n':1}");
    assertEquals("{'id':1,'a':0,'n':0} | {'id':1,'a':0,'n':1}", record.history());
  }

  @Test
  public void aFetchUnderACount_isTakenIfThatFails() {
    start(pattern("A", "record", add("n", 1)));
    refetch("record");
    answer("get record", "{'id':1,'a':0,'n':5}");
    assertEquals("{'id':1,'a':0,'n':1}", record.now());
    fail("A");
    assertEquals("{'id':1,'a':0,'n':5}", record.now());
  }

  @Test
  public void aFetchUnderAnAdd_thatHoldsTheNewRecord_showsItOnce() {
    onList("A", append("{'id':'t','x':'new'}"));
    refetch("list");
    answer("get list", "[{'id':1},{'id':2},{'id':3,'x':'new'}]");
    assertEquals("[{'id':1},{'id':2},{'id':'t','x':'new'}]", list.now());
    answer("A", "{'id':3,'x':'new'}");
    answer("get list", "[{'id':1},{'id':2},{'id':3,'x':'new'}]");
    assertEquals("[{'id':1},{'id':2},{'id':3,'x':'new'}]", list.now());
  }

  @Test
  public void aFetchUnderAnAdd_writtenAsAValue_thatHoldsTheNewRecord_showsItOnce() {
    valueOnList("A", append("{'id':'t','x':'new'}"));
    refetch("list");
    answer("get list", "[{'id':1},{'id':2},{'id':3,'x':'new'}]");
    assertEquals("[{'id':1},{'id':2},{'id':'t','x':'new'}]", list.now());
    answer("A", "{'id':3,'x':'new'}");
    answer("get list", "[{'id':1},{'id':2},{'id':3,'x':'new'}]");
    assertEquals("[{'id':1},{'id':2},{'id':3,'x':'new'}]", list.now());
  }

  @Test
  public void aFetchUnderAnAdd_underANewTemporaryIdEachTime_showsItOnce() {
    int[] count = {0};
    onList("A", old -> append("{'id':'t" + ++count[0] + "'}").update(old));
    refetch("list");
    answer("get list", "[{'id':1},{'id':2},{'id':3}]");
    assertEquals("[{'id':1},{'id':2},{'id':'t1'}]", list.now());
    fail("A");
    assertEquals("[{'id':1},{'id':2},{'id':3}]", list.now());
  }

  @Test
  public void theFirstsRefetch_landsWhileTheSecondIsUnderWay_whichStays() {
    MutationOptions first = pattern("A", "list", without(1))
        .onSettled((data, error, variables, onMutateResult, context) ->
            client.invalidateQueries(prefix("list"), null));
    start(first);
    onList("B", without(2));
    list.forget();
    fail("A");
    answer("get list", LIST);
    assertEquals("[] | [{'id':1}]", list.history());
    fail("B");
    assertEquals(LIST, list.now());
  }

  @Test
  public void aCancelledFetch_isNoReason_toLoseTheWriteOfAnother() {
    start(pattern("A", "record", set("a", "A")));
    refetch("record");
    start(pattern("B", "record", set("n", 1.0)));
    assertEquals("{'id':1,'a':'A','n':1}", record.now());
    fail("A");
    assertEquals("{'id':1,'a':0,'n':1}", record.now());
  }

  // What leaves by itself

  @Test
  public void nobodyPutsItBack_itLeaves() {
    start(plain("A").onMutate(cancelAndWrite("record", set("a", "A"))));
    fail("A");
    assertEquals("{'id':1,'a':0,'n':0}", record.now());
  }

  @Test
  public void nobodyPutsItBack_andNothingWasCached_theQueryIsGone() {
    start(plain("A").onMutate(cancelAndWrite("new", old -> json("[{'id':1}]"))));
    assertEquals("[{'id':1}]", view("new"));
    fail("A");
    assertEquals("absent", view("new"));
  }

  @Test
  public void itLeaves_beforeOnErrorIsCalled() {
    Seq<String> seen = new Seq<>();
    start(pattern("A", "record", set("a", "A"))
        .onError((error, variables, onMutateResult, context) -> {
          seen.add(view("record"));
          return undefined();
        }));
    fail("A");
    assertEquals("{'id':1,'a':0,'n':0}", join(seen));
  }

  @Test
  public void whatOnErrorTakesOutByAFunction_isOutAlready() {
    onList("A", append("{'id':3}"));
    onList("B", append("{'id':4}"));
    start(pattern("C", "list", append("{'id':5}"))
        .onError((error, variables, onMutateResult, context) ->
            client.setQueryData(key("list"), without(5), null)));
    fail("C");
    assertEquals("[{'id':1},{'id':2},{'id':3},{'id':4}]", list.now());
    fail("A");
    assertEquals("[{'id':1},{'id':2},{'id':4}]", list.now());
  }

  // Beside other changes of its mutation

  @Test
  public void severalWrites_ofOneMutation_leaveTogether() {
    start(plain("A").onMutate((variables, context) -> {
      client.setQueryData(key("record"), set("a", "A"), null);
      client.setQueryData(key("record"), set("n", 5.0), null);
      client.setQueryData(key("list"), without(1), null);
      return undefined();
    }));
    start(pattern("B", "record", set("b", "B")));
    assertEquals("{'id':1,'a':'A','n':5,'b':'B'}", record.now());
    fail("A");
    assertEquals("{'id':1,'a':0,'n':0,'b':'B'}", record.now());
    assertEquals(LIST, list.now());
  }

  @Test
  public void beside_theOptionOptimistic_ofTheSameMutation() {
    start(merge("A", "record", "{'a':'A'}")
        .onMutate((variables, context) -> readAndWrite("record", set("n", 5.0)))
        .onError(putBack("record")));
    assertEquals("{'id':1,'a':'A','n':5}", record.now());
    fail("A");
    assertEquals("{'id':1,'a':0,'n':0}", record.now());
  }

  @Test
  public void itShows_inTheTaskOfMutate_ifOnMutateWaitsForNothing() {
    mutate(plain("A")
        .onMutate((variables, context) -> readAndWrite("record", set("a", "A")))
        .onError(putBack("record")));
    assertEquals("{'id':1,'a':'A','n':0}", view("record"));
  }

  @Test
  public void theServersRecord_takesItsPlace_whenOnSuccessWritesIt() {
    start(pattern("A", "record", set("a", "A"))
        .onSuccess((data, variables, onMutateResult, context) ->
            client.setQueryData(key("record"), data, null)));
    answer("A", "{'id':1,'a':'server','n':9}");
    assertEquals("{'id':1,'a':'server','n':9}", record.now());
    assertEquals(record.now(), base("record"));
  }

  private MutationOptions replacingTheTemporaryRecord(String name) {
    return pattern(name, "list", append("{'id':'t'}"))
        .onSuccess((data, variables, onMutateResult, context) -> client.setQueryData(
            key("list"),
            (Updater) old -> Json.arrayOf(
                Json.items(old).map(item -> "t".equals(Json.get(item, "id")) ? data : item)),
            null));
  }

  @Test
  public void onSuccess_replacesTheTemporaryRecord() {
    start(replacingTheTemporaryRecord("A"));
    answer("A", "{'id':3}");
    assertEquals("[{'id':1},{'id':2},{'id':3}]", list.now());
  }

  @Test
  public void onSuccess_replacesTheTemporaryRecord_underAnOlderOne_whichFails() {
    onList("A", without(1));
    start(replacingTheTemporaryRecord("B"));
    onList("C", without(2));
    list.forget();
    answer("B", "{'id':3}");
    assertEquals("[{'id':'t'}] | [{'id':3}]", list.history());
    fail("A");
    assertEquals("[{'id':1},{'id':3}]", list.now());
    fail("C");
    assertEquals("[{'id':1},{'id':2},{'id':3}]", list.now());
  }

  @Test
  public void onSuccess_countsOn_fromWhatOnMutateHasCounted() {
    start(pattern("A", "record", set("a", "A")));
    start(pattern("B", "record", add("n", 1))
        .onSuccess((data, variables, onMutateResult, context) ->
            client.setQueryData(key("record"), add("n", 10), null)));
    answer("B", "'ok'");
    assertEquals("{'id':1,'a':'A','n':11}", record.now());
    fail("A");
    assertEquals("{'id':1,'a':0,'n':11}", record.now());
  }

  @Test
  public void aClearedClient_isWrittenNothing_byTheCallbacksOfTheLastUser() {
    start(pattern("A", "record", set("a", "A")));
    client.clear();
    settle();
    assertEquals("absent", text(client.getQueryData(key("record"))));
  }
}
