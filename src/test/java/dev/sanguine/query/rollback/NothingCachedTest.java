package dev.sanguine.query.rollback;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import dev.sanguine.json.Json;
import dev.sanguine.query.EngineCase;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.Screen;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryOptions;
import org.junit.Test;

/** Changes of a query that has no data: only set makes data, and a rollback goes back to nothing. */
public class NothingCachedTest extends EngineCase {
  private MutationOptions set(String name) {
    return change(name, (intent, v) -> {
      intent.set(key("record"), json("{'title':'A'}"));
      return undefined();
    });
  }

  private MutationOptions merge(String name) {
    return change(name, (intent, v) -> {
      intent.merge(key("record"), json("{'title':'" + name + "'}"));
      return undefined();
    });
  }

  @Test
  public void anUpdate_isSkipped_untilDataComes() {
    mutate(setField("A", "title", "A"));
    assertNull(queryOf("record"));
    settle();
    cache("record", "{'title':'t0'}");
    assertEquals("{'title':'A'}", view("record"));
    fail("A");
    assertEquals("{'title':'t0'}", view("record"));
  }

  @Test
  public void everyHelperButSet_isSkipped() {
    mutate(change("A", (intent, v) -> {
      intent.merge(key("record"), json("{'a':1}"));
      intent.append(key("record"), 1.0);
      intent.prepend(key("record"), 1.0);
      intent.upsert(key("record"), json("{'id':1}"));
      intent.remove(key("record"), 1.0);
      intent.increment(key("record"), "n", 1);
      return undefined();
    }));
    assertEquals("absent", view("record"));
  }

  @Test
  public void set_makesData_thatIsStale() {
    mutate(set("A"));
    assertEquals("{'title':'A'}", view("record"));
    assertEquals("success", state("record").status);
    assertEquals(0, state("record").dataUpdatedAt, 0);
    assertTrue(queryOf("record").isStaleByTime(1000.0));
  }

  @Test
  public void set_fails_nobodyWatches_theQueryIsGone() {
    mutate(set("A"));
    assertNotNull(queryOf("record"));
    fail("A");
    settle();
    assertNull(queryOf("record"));
  }

  @Test
  public void set_fails_whileWatched_theQueryIsPendingAgain() {
    Screen screen = watch(query("record").enabled(false));
    mutate(set("A"));
    settle();
    assertEquals("{'title':'A'}", screen.now());
    assertEquals("success", screen.result().status);
    fail("A");
    assertEquals("absent", screen.now());
    assertEquals("pending", screen.result().status);
  }

  @Test
  public void twoAdds_ofNothingCached_bothFail_nothingIsLeft() {
    MutationOptions first = change("A", (intent, v) -> {
      intent.set(key("record"), json("['A']"));
      return undefined();
    });
    MutationOptions second = change("B", (intent, v) -> {
      intent.append(key("record"), "B");
      return undefined();
    });
    mutate(first);
    mutate(second);
    assertEquals("['A','B']", view("record"));
    fail("A");
    assertEquals("absent", view("record"));
    fail("B");
    settle();
    assertNull(queryOf("record"));
  }

  @Test
  public void set_thenAMountFetches_andTheAnswerIsFoldedUnderIt() {
    mutate(set("A"));
    settle();
    Screen screen = watch(query("record").staleTime(1000));
    settle();
    assertEquals(1, network.count("get record"));
    answer("get record", "{'title':'t0'}");
    assertEquals("{'title':'A'}", screen.now());
    fail("A");
    assertEquals("{'title':'t0'}", screen.now());
  }

  @Test
  public void set_confirmed_staysAsTheBase() {
    mutate(set("A"));
    answer("A", "{}");
    assertEquals("{'title':'A'}", view("record"));
    assertEquals("{'title':'A'}", base("record"));
    assertEquals("success", state("record").status);
    assertTrue(state("record").isInvalidated);
  }

  @Test
  public void set_whileTheFirstLoadIsUnderWay_showsAtOnce_andTheAnswerIsFoldedUnder() {
    Screen screen = watch(query("record"));
    settle();
    mutate(set("A"));
    settle();
    assertEquals("{'title':'A'}", screen.now());
    assertEquals("fetching", screen.result().fetchStatus);
    answer("get record", "{'title':'t0'}");
    assertEquals("{'title':'A'}", screen.now());
    fail("A");
    assertEquals("{'title':'t0'}", screen.now());
  }

  @Test
  public void set_whileTheFirstLoadIsUnderWay_andTheLoadFails() {
    Screen screen = watch(query("record").retry(0));
    settle();
    mutate(set("A"));
    fail("get record");
    assertEquals("{'title':'A'}", screen.now());
    fail("A");
    assertEquals("absent", screen.now());
    assertEquals("error", screen.result().status);
  }

  @Test
  public void aQueryThatComesLater_isFoldedOnCreation() {
    mutate(merge("A"));
    settle();
    Outcome fetched = outcome(client.fetchQuery(query("record")));
    answer("get record", "{'title':'t0'}");
    assertEquals("{'title':'A'}", view("record"));
    fail("A");
    assertEquals("{'title':'t0'}", view("record"));
    assertEquals("done: {'title':'A'}", fetched.toString());
  }

  @Test
  public void aFirstLoadDuringASentFunction_showsAtOnce_withoutTheChangeThatItMayHold() {
    mutate(setField("A", "title", "A"));
    settle();
    Screen screen = watch(query("record").staleTime(1e9));
    answer("get record", "{'title':'t0'}");
    assertEquals("success", screen.result().status);
    assertEquals("idle", screen.result().fetchStatus);
    assertEquals("{'title':'t0'}", screen.now());
    fail("A");
    assertEquals("absent | {'title':'t0'}", screen.history());
    assertEquals(1, network.count("get record"));
  }

  @Test
  public void
      aFirstLoadDuringASentIncrement_isFetchedAgainWhereItIsConfirmed_andNeverCountsTwice() {
    mutate(change("A", (intent, v) -> {
      intent.increment(key("counter"), "n", 1);
      return undefined();
    }));
    settle();
    Screen screen = watch(query("counter").staleTime(1e9));
    answer("get counter", "{'n':11}");
    answer("A", "{}");
    assertEquals("fetching", screen.result().fetchStatus);
    answer("get counter", "{'n':11}");
    assertEquals("absent | {'n':11}", screen.history());
    assertEquals("idle", screen.result().fetchStatus);
  }

  @Test
  public void aFirstLoadDuringASentFunction_fetchQueryDoesNotWait() {
    mutate(setField("A", "title", "A"));
    settle();
    Outcome fetched = outcome(client.fetchQuery(query("record")));
    answer("get record", "{'title':'t0'}");
    assertEquals("done: {'title':'t0'}", fetched.toString());
    fail("A");
    assertEquals("{'title':'t0'}", view("record"));
  }

  @Test
  public void aFirstLoadDuringAFunctionThatIsConfirmed_isFetchedAgain_ifSomebodyWatches() {
    mutate(setField("A", "title", "A"));
    settle();
    Screen screen = watch(query("record").staleTime(1e9));
    answer("get record", "{'title':'t0'}");
    answer("A", "{}");
    answer("get record", "{'title':'A'}");
    assertEquals("absent | {'title':'t0'} | {'title':'A'}", screen.history());
  }

  @Test
  public void aMutationsOwnFunction_mayReadTheQueryThatItsChangeWaitsOver() {
    Outcome done = mutate(MutationOptions.create()
        .mutationFn(
            (variables, context) -> client.ensureQueryData(query("list")).then(list -> text(list)))
        .optimistic((intent, variables) -> {
          intent.append(key("list"), json("{'id':2}"));
          return undefined();
        }));
    answer("get list", "[{'id':1}]");
    assertEquals("done: '[{'id':1}]'", done.toString());
  }

  @Test
  public void initialData_ofAQueryThatComesLater_isFolded() {
    mutate(setField("A", "title", "A"));
    settle();
    Screen screen = watch(query("record").initialData(json("{'title':'t0'}")).staleTime(1e9));
    assertEquals("{'title':'A'}", screen.now());
    fail("A");
    assertEquals("{'title':'t0'}", screen.now());
  }

  @Test
  public void placeholderData_isNeverFolded() {
    Screen screen = watch(query("record").placeholderData(json("{'title':'placeholder'}")));
    mutate(merge("A"));
    settle();
    assertEquals("{'title':'placeholder'}", screen.now());
    assertEquals(true, screen.result().isPlaceholderData);
    answer("get record", "{'title':'t0'}");
    assertEquals("{'title':'placeholder'} | {'title':'A'}", screen.history());
  }

  @Test
  public void aQueryWithoutData_thatAnotherChangeTouched_isCollectedInTheEnd() {
    mutate(set("A"));
    mutate(change("B", (intent, v) -> {
      intent.update(key("record"), old -> Json.with(old, "b", true));
      return undefined();
    }));
    fail("B");
    fail("A");
    settle();
    assertNull(queryOf("record"));
  }

  @Test
  public void set_thatMakesTheQuery_leavesTheChangesThatWaitedForIt() {
    mutate(change("A", (intent, v) -> {
      intent.merge(key("record"), json("{'title':'M'}"));
      return undefined();
    }));
    mutate(set("B"));
    cache("record", "{'title':'t0','status':'s0'}");
    assertEquals("{'title':'A'}", view("record"));
    fail("B");
    assertEquals("{'title':'M','status':'s0'}", view("record"));
    fail("A");
    assertEquals("{'title':'t0','status':'s0'}", view("record"));
  }

  @Test
  public void set_isNoFreshData_whateverTheStaleTime() {
    mutate(set("A"));
    settle();
    QueryOptions fixed = query("record").staleTime(Double.POSITIVE_INFINITY);
    fixed.refetchOnMount = false;
    Screen screen = watch(fixed);
    settle();
    assertEquals(1, network.count("get record"));
    fail("A");
    answer("get record", "{'title':'t0'}");
    assertEquals("{'title':'t0'}", screen.now());
  }

  @Test
  public void set_isNoFreshData_forFetchQuery() {
    mutate(set("A"));
    settle();
    Outcome fetched =
        outcome(client.fetchQuery(query("record").staleTime(Double.POSITIVE_INFINITY)));
    answer("get record", "{'title':'t0'}");
    assertEquals("done: {'title':'A'}", fetched.toString());
  }
}
