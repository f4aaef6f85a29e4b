package dev.sanguine.query.overlap;

import static org.junit.Assert.assertEquals;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.query.LawCase;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.Screen;
import dev.sanguine.query.Versions;
import dev.sanguine.query.options.MutationOptions;
import org.junit.Test;

/** Loading under a change that is pending: nobody hangs, nothing shows twice, each who asked gets what is shown. */
public class FirstLoadsTest extends LawCase {
  private MutationOptions addTwo(String name) {
    return with(
        name,
        "list",
        (intent, key) -> intent.update(key, old -> {
          Seq<Object> items = env.values.items(old);
          items.add(json("{'id':2}"));
          return env.values.listOf(items);
        }));
  }

  private Screen loadUnder(MutationOptions change, Object variables, String answer) {
    mutate(change, variables);
    settle();
    Screen screen = watch(query("list").staleTime(1e12));
    answer("get list", answer);
    return screen;
  }

  // A first load

  @Test
  public void aSentAppend_isNotShownInIt_andComesWithTheNextFetch() {
    Screen screen = loadUnder(append("A", "list", "{'id':2}"), undefined(), "[{'id':1}]");
    assertEquals("[{'id':1}]", screen.now());
    answer("A", "'ok'");
    answer("get list", "[{'id':1},{'id':2}]");
    assertEquals("absent | [{'id':1}] | [{'id':1},{'id':2}]", screen.history());
  }

  @Test
  public void aSentAppend_thatIsInItAlready_isNotShownTwice() {
    Screen screen = loadUnder(append("A", "list", "{'id':2}"), undefined(), "[{'id':1},{'id':2}]");
    assertEquals("[{'id':1},{'id':2}]", screen.now());
    answer("A", "'ok'");
    answer("get list", "[{'id':1},{'id':2}]");
    assertEquals("absent | [{'id':1},{'id':2}]", screen.history());
  }

  @Test
  public void aSentPrepend_isNotShownTwice() {
    Screen screen = loadUnder(prepend("A", "list", "{'id':2}"), undefined(), "[{'id':2},{'id':1}]");
    answer("A", "'ok'");
    answer("get list", "[{'id':2},{'id':1}]");
    assertEquals("absent | [{'id':2},{'id':1}]", screen.history());
  }

  @Test
  public void aSentFunction_isNotDoneTwice() {
    Screen screen = loadUnder(addTwo("A"), undefined(), "[{'id':1},{'id':2}]");
    answer("A", "'ok'");
    answer("get list", "[{'id':1},{'id':2}]");
    assertEquals("absent | [{'id':1},{'id':2}]", screen.history());
  }

  @Test
  public void aRecordThatIsBeingMade_isNotShownTwice() {
    Screen screen = loadUnder(
        create("A", "list"), json("{'id':'t','n':'new'}"), "[{'id':1},{'id':2,'n':'new'}]");
    answer("A", "{'id':2,'n':'new'}");
    answer("get list", "[{'id':1},{'id':2,'n':'new'}]");
    assertEquals("absent | [{'id':1},{'id':2,'n':'new'}]", screen.history());
  }

  @Test
  public void aSentIncrement_isNotCountedTwice() {
    mutate(increment("A", "record"));
    settle();
    Screen screen = watch(query("record").staleTime(1e12));
    answer("get record", "{'n':1}");
    answer("A", "'ok'");
    answer("get record", "{'n':1}");
    assertEquals("absent | {'n':1}", screen.history());
  }

  @Test
  public void aSentChange_thatFails_leavesWhatIsShown() {
    Screen screen = loadUnder(append("A", "list", "{'id':2}"), undefined(), "[{'id':1}]");
    fail("A");
    assertEquals("absent | [{'id':1}]", screen.history());
    assertEquals(1, network.count("get list"));
  }

  @Test
  public void aSentChange_thatFails_butWasInIt_isNotLeftThere() {
    Screen screen = loadUnder(append("A", "list", "{'id':2}"), undefined(), "[{'id':1},{'id':2}]");
    lose("A");
    answer("get list", "[{'id':1}]");
    assertEquals("[{'id':1}]", screen.now());
  }

  @Test
  public void aSentMergeAndRemoval_areShownInIt() {
    mutate(merge("A", "list", "{'id':1,'n':'A'}"));
    mutate(remove("B", "list", 2.0));
    settle();
    Screen screen = watch(query("list").staleTime(1e12));
    answer("get list", "[{'id':1,'n':'x'},{'id':2}]");
    assertEquals("absent | [{'id':1,'n':'A'}]", screen.history());
    fail("B");
    assertEquals("[{'id':1,'n':'A'},{'id':2}]", screen.now());
  }

  @Test
  public void aChangeThatWasNotSentYet_isShownInIt() {
    mutate(append("A", "list", "{'id':2}").scope("s"));
    mutate(append("B", "list", "{'id':3}").scope("s"));
    settle();
    Screen screen = watch(query("list").staleTime(1e12));
    answer("get list", "[{'id':1}]");
    assertEquals("[{'id':1},{'id':3}]", screen.now());
    answer("A", "'ok'");
    answer("B", "'ok'");
    answer("get list", "[{'id':1},{'id':2},{'id':3}]");
    assertEquals("[{'id':1},{'id':2},{'id':3}]", screen.now());
  }

  @Test
  public void oneSentByAFunction_andOneByAHelper_theHelpersIsShown() {
    mutate(addTwo("A"));
    mutate(merge("B", "list", "{'id':1,'n':'B'}"));
    settle();
    Screen screen = watch(query("list").staleTime(1e12));
    answer("get list", "[{'id':1,'n':'x'}]");
    assertEquals("[{'id':1,'n':'B'}]", screen.now());
    answer("B", "'ok'");
    answer("A", "'ok'");
    answer("get list", "[{'id':1,'n':'B'},{'id':2}]");
    assertEquals("[{'id':1,'n':'B'},{'id':2}]", screen.now());
    assertEquals(-1, screen.history().indexOf("'x'"));
  }

  @Test
  public void whatOnlyAnIntentShows_staysUntilTheLoad_andIsNotShownTwice() {
    mutate(with("A", "list", (intent, key) -> intent.set(key, json("[{'id':2}]"))));
    settle();
    Screen screen = watch(query("list").staleTime(1e12));
    assertEquals("[{'id':2}]", screen.now());
    answer("get list", "[{'id':1}]");
    assertEquals("[{'id':2}]", screen.now());
    answer("A", "'ok'");
    answer("get list", "[{'id':2}]");
    assertEquals("[{'id':2}]", screen.history());
  }

  @Test
  public void laterLoads_underTheSameChange_showNothingTwice() {
    Screen screen = loadUnder(append("A", "list", "{'id':2}"), undefined(), "[{'id':1}]");
    refetch("list");
    answer("get list", "[{'id':1},{'id':2}]");
    answer("A", "'ok'");
    answer("get list", "[{'id':1},{'id':2}]");
    assertEquals("absent | [{'id':1}] | [{'id':1},{'id':2}]", screen.history());
  }

  @Test
  public void aLoadWithVersions_isShownAsTheySay() {
    mutate(increment("A", "record"));
    settle();
    Screen screen = watch(query("record").staleTime(1e12).version(Versions.by("v")));
    answer("get record", "{'id':1,'n':0,'v':1}");
    answer("A", "{'id':1,'n':1,'v':2}");
    answer("get record", "{'id':1,'n':1,'v':2}");
    assertEquals("{'id':1,'n':1,'v':2}", screen.now());
    assertEquals(-1, screen.history().indexOf("'n':2"));
  }

  // Who asks for it

  @Test
  public void fetchQuery_getsWhatIsShown() {
    mutate(append("A", "list", "{'id':2}"));
    settle();
    Outcome brought = outcome(client.fetchQuery(query("list")));
    answer("get list", "[{'id':1}]");
    assertEquals("done: [{'id':1}]", brought.toString());
    assertEquals("[{'id':1}]", view("list"));
  }

  @Test
  public void fetchQuery_underAHelper_getsWhatIsShown() {
    mutate(merge("A", "list", "{'id':1,'n':'A'}"));
    settle();
    Outcome brought = outcome(client.fetchQuery(query("list")));
    answer("get list", "[{'id':1,'n':'x'}]");
    assertEquals("done: [{'id':1,'n':'A'}]", brought.toString());
  }

  @Test
  public void twoWhoWaitForOneFetch_getTheSame() {
    cache("record", "{'n':0}");
    mutate(merge("A", "record", "{'n':1}"));
    settle();
    Outcome first = outcome(client.fetchQuery(query("record")));
    Outcome second = outcome(client.fetchQuery(query("record")));
    Outcome third = outcome(client.query(query("record").select(data -> Json.get(data, "n"))));
    answer("get record", "{'n':0,'m':1}");
    assertEquals("done: {'n':1,'m':1}", first.toString());
    assertEquals("done: {'n':1,'m':1}", second.toString());
    assertEquals("done: 1", third.toString());
  }

  @Test
  public void twoWhoWaitForAValueThatIsHeld_getWhatIsShown() {
    cache("record", "{'n':0}");
    mutate(increment("A", "record"));
    settle();
    Outcome first = outcome(client.fetchQuery(query("record")));
    Outcome second = outcome(client.fetchQuery(query("record")));
    answer("get record", "{'n':1}");
    assertEquals("done: {'n':1}", first.toString());
    assertEquals("done: {'n':1}", second.toString());
    answer("A", "'ok'");
    assertEquals("{'n':1}", view("record"));
  }

  @Test
  public void oneWhoWaits_whileAChangeIsIssued_getsWhatIsShown() {
    cache("record", "{'n':0}");
    Outcome before = outcome(client.fetchQuery(query("record")));
    Outcome joined = outcome(client.fetchQuery(query("record")));
    settle();
    mutate(merge("A", "record", "{'n':1}"));
    answer("get record", "{'n':0,'m':1}");
    assertEquals("done: {'n':1,'m':1}", before.toString());
    assertEquals("done: {'n':1,'m':1}", joined.toString());
  }

  // The mutation's own function

  @Test
  public void theMutationsFunction_mayEnsureWhatItsOwnChangeTouches() {
    Outcome outcome =
        mutate(append("A", "list", "{'id':2}").mutationFn((variables, context) -> client
            .ensureQueryData(query("list"))
            .then(list -> network.send("A", (double) env.values.items(list).size()))));
    answer("get list", "[{'id':1}]");
    assertEquals("1", sent("A"));
    answer("A", "'ok'");
    assertEquals("done: 'ok'", outcome.toString());
  }

  @Test
  public void theMutationsFunction_mayFetchWhatIsShownAlready() {
    cache("record", "{'n':0}");
    Screen screen = watch(query("record").staleTime(1e12));
    Outcome outcome = mutate(increment("A", "record")
        .mutationFn((variables, context) ->
            client.fetchQuery(query("record").staleTime(0)).then(data -> network.send("A", data))));
    answer("get record", "{'n':0}");
    assertEquals("{'n':1}", sent("A"));
    answer("A", "'ok'");
    assertEquals("done: 'ok'", outcome.toString());
    answer("get record", "{'n':1}");
    assertEquals("{'n':0} | {'n':1}", screen.history());
  }

  @Test
  public void theMutationsFunction_mayRefetchWhatItsOwnChangeTouches() {
    cache("record", "{'n':0}");
    watch(query("record").staleTime(1e12));
    Outcome outcome = mutate(increment("A", "record")
        .mutationFn((variables, context) ->
            client.refetchQueries(key("record"), null).then(nothing -> network.send("A", null))));
    answer("get record", "{'n':0}");
    answer("A", "'ok'");
    assertEquals("done: 'ok'", outcome.toString());
    answer("get record", "{'n':1}");
    assertEquals("{'n':1}", view("record"));
  }

  @Test
  public void aCallback_mayAwaitTheFetchOfWhatItTouches() {
    cache("record", "{'n':0}");
    Screen screen = watch(query("record").staleTime(1e12));
    Outcome outcome = mutate(increment("A", "record")
        .onSettled((data, error, variables, onMutateResult, context) ->
            client.invalidateQueries(key("record"), null)));
    answer("A", "'ok'");
    answer("get record", "{'n':1}");
    assertEquals("done: 'ok'", outcome.toString());
    assertEquals(1, network.count("get record"));
    assertEquals("{'n':0} | {'n':1}", screen.history());
  }

  @Test
  public void itLacksTheChange_whoseFetchNobodyWants_isFetchedOnceMoreAllTheSame() {
    Screen screen = watch(query("late").staleTime(1e12));
    mutate(increment("A", "late").resync(false));
    settle();
    answer("get late", "{'n':0}");
    assertEquals("{'n':0}", screen.now());
    answer("A", "'ok'");
    assertEquals(2, network.count("get late"));
    answer("get late", "{'n':1}");
    assertEquals("{'n':1}", screen.now());
  }
}
