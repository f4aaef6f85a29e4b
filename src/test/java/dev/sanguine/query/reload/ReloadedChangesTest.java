package dev.sanguine.query.reload;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.query.Hydration;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.QueryObserver;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.pending.IntentsObserver;
import dev.sanguine.query.state.QueryResult;
import org.junit.Test;

/** Over a reload: what was in flight or paused goes on with its key. */
public class ReloadedChangesTest extends KeyedReloadCase {
  // What was in flight

  @Test
  public void inFlight_itShows_andGoesOnWithItsKey() {
    mutate(known("A", keyed("A")), "v");
    settle();
    reload(leftWithAll());
    assertEquals("{'n':1}", shown("record"));
    assertEquals(1, network.count("A"));
    resume();
    assertEquals(2, network.count("A"));
    assertEquals(keys.get(0), keys.get(1));
    assertEquals("'v'", sent("A"));
    network.last("A").answer(json("{'n':1}"));
    settle();
    assertEquals("success", states());
    assertEquals("{'n':1}", shown("record"));
  }

  @Test
  public void inFlight_aFetchThatHoldsItAlready_isNotCountedTwice() {
    mutate(known("A", increment("A", "record")));
    settle();
    reload(leftWithAll());
    outcome(reloaded.fetchQuery(query("record").staleTime(0)));
    answer("get record", "{'n':1}");
    assertEquals("{'n':1}", shown("record"));
    resume();
    network.last("A").answer(json("'ok'"));
    settle();
    assertEquals("{'n':1}", shown("record"));
  }

  @Test
  public void inFlight_itFailsAfterTheReload_nobodyKnowsWhatBecameOfIt() {
    IntentsObserver observer = listed();
    mutate(known("A", increment("A", "record")));
    settle();
    reload(leftWithAll());
    QueryObserver watching = new QueryObserver(reloaded, query("record").staleTime(1e9));
    atEnd(watching.subscribe((dev.sanguine.env.Listener<QueryResult>) result -> {}));
    resume();
    network.last("A").fail("A failed");
    settle();
    assertEquals("unknown", states(observer));
    // The first was sent as the page was watched, the second when the outcome was unknown.
    assertEquals(2, network.count("get record"));
    network.last("get record").answer(json("{'n':1}"));
    settle();
    assertEquals("{'n':1}", shown("record"));
    assertEquals("", states(observer));
  }

  @Test
  public void inFlight_theAnswerOfOneThatWasPausedHoldsIt_isNotCountedTwice() {
    cache("record", "{'id':1,'t':'t0','n':0}");
    offline();
    mutate(known("A", merge("A", "record", "{'id':1,'t':'A'}")));
    mutate(known("B", increment("B", "record").networkMode("always")));
    settle();
    reload(leftWithAll());
    assertEquals("{'id':1,'t':'A','n':1}", shown("record"));
    resume();
    network.last("A").answer(json("{'id':1,'t':'A','n':1}"));
    settle();
    assertEquals("{'id':1,'t':'A','n':1}", shown("record"));
    network.last("B").answer(json("'ok'"));
    settle();
    assertEquals("{'id':1,'t':'A','n':1}", shown("record"));
  }

  @Test
  public void queued_itFailsAfterTheReload_itHasFailed() {
    IntentsObserver observer = listed();
    offline();
    mutate(known("A", increment("A", "record")));
    settle();
    reload(leftWithAll());
    resume();
    fail("A");
    assertEquals("failed", states(observer));
    assertEquals(0, network.count("get record"));
  }

  @Test
  public void failed_sentAgainAfterTheReload_andRefusedAgain_hasFailedStill() {
    IntentsObserver observer = listed();
    mutate(known("A", increment("A", "record")));
    fail("A");
    reload(leftWithAll());
    observer.getCurrentResult().get(0).retry.get();
    settle();
    network.last("A").fail("refused");
    settle();
    takeUnhandled();
    assertEquals("failed", states(observer));
    assertEquals(0, network.count("get record"));
  }

  @Test
  public void inFlight_refused_sentAgainWhileItsCallbacksRun_andRefusedAgain_hasFailed() {
    IntentsObserver observer = listed();
    mutate(known(
        "A",
        increment("A", "record")
            .onError((error, variables, onMutateResult, context) -> network.send("told", null))));
    settle();
    reload(leftWithAll());
    resume();
    network.last("A").fail("refused");
    settle();
    observer.getCurrentResult().get(0).retry.get();
    settle();
    network.last("A").fail("refused");
    settle();
    assertEquals("failed", states(observer));
    answer("told", "'ok'");
    answer("told", "'ok'");
    answer("told", "'ok'");
    takeUnhandled();
  }

  @Test
  public void inFlight_givenUpBeforeItGoesOn_isUnknown() {
    IntentsObserver observer = listed();
    mutate(known("A", increment("A", "record")));
    settle();
    reload(leftWithAll());
    Seq<String> phases = new Seq<>();
    reloaded.getMutationCache().config.onRollback = (intent, mutation) -> {
      phases.add(intent.getState());
      return undefined();
    };
    restored().get(0).cancel();
    assertEquals("unknown", join(phases));
    assertEquals("{'n':0}", shown("record"));
    assertEquals("unknown", states(observer));
  }

  @Test
  public void inFlight_betweenItsRetries_allAttemptsAreCounted() {
    IntentsObserver observer = listed();
    mutate(known("A", increment("A", "record").retry(5).retryDelay(10)));
    fail("A");
    world.advance(10);
    fail("A");
    world.advance(10);
    reload(leftWithAll());
    assertEquals(3, observer.getCurrentResult().get(0).attempts);
  }

  @Test
  public void inFlight_withOneBehindItInItsScope_theyGoOnInTheirOrder() {
    mutate(known("A", increment("A", "record").scope("s")));
    mutate(known("B", increment("B", "record").scope("s")));
    settle();
    reload(leftWithAll());
    assertEquals("{'n':2}", shown("record"));
    resume();
    assertEquals(2, network.count("A"));
    assertEquals(0, network.count("B"));
    network.last("A").answer(json("'ok'"));
    settle();
    answer("B", "'ok'");
    assertEquals("{'n':2}", shown("record"));
  }

  @Test
  public void inFlight_theNextPageSpeaksFirst_inTheSameScope_itWaitsForTheRestored() {
    mutate(known("A", increment("A", "record").scope("s")));
    settle();
    reload(leftWithAll());
    outcome(reloaded.mutate(increment("B", "record").scope("s"), undefined()));
    settle();
    assertEquals(0, network.count("B"));
    resume();
    network.last("A").answer(json("'ok'"));
    settle();
    answer("B", "'ok'");
    assertEquals("{'n':2}", shown("record"));
  }

  @Test
  public void inFlight_nobodyKnowsItsFunction_isReportedWhenItIsResumed_andTakenBack() {
    mutate(increment("A", "record").mutationKey(key("unknown")));
    settle();
    Object written = leftWithAll();
    reloaded.setMutationDefaults(
        key("unknown"), MutationOptions.create().optimistic((intent, variables) -> {
          intent.increment(key("record"), "n", 1);
          return undefined();
        }));
    reload(written);
    assertEquals("{'n':1}", shown("record"));
    resume();
    assertTrue(wasReported("mutation [\"unknown\"] was restored and can't go on"));
    assertEquals("{'n':0}", shown("record"));
    assertEquals("error", states());
  }

  @Test
  public void inFlight_offlineStill_itWaits_andGoesOnWithTheNetwork() {
    mutate(known("A", increment("A", "record")));
    settle();
    Object written = leftWithAll();
    leave();
    offline();
    Hydration.hydrate(reloaded, written, null);
    reloaded.mount();
    atEnd(() -> reloaded.unmount());
    resume();
    assertEquals(1, network.count("A"));
    assertEquals("{'n':1}", shown("record"));
    env.online.setOnline(true);
    settle();
    assertEquals(2, network.count("A"));
  }

  @Test
  public void inFlight_resumedTwice_isSentOnce() {
    mutate(known("A", increment("A", "record")));
    settle();
    reload(leftWithAll());
    resume();
    resume();
    assertEquals(2, network.count("A"));
  }

  @Test
  public void aNewChange_standsOverTheRestored() {
    mutate(known("A", assign("A", "record", "n", 5.0)));
    settle();
    reload(leftWithAll());
    outcome(reloaded.mutate(assign("B", "record", "n", 6.0), undefined()));
    assertEquals("{'n':6}", shown("record"));
    resume();
    network.last("A").answer(json("'ok'"));
    settle();
    assertEquals("{'n':6}", shown("record"));
    fail("B");
    assertEquals("{'n':5}", shown("record"));
  }

  // What failed

  @Test
  public void plainMutations_areLeftAsUpstreamLeavesThem() {
    mutate(plain("A").mutationKey(key("A")));
    settle();
    mutate(plain("B").mutationKey(key("B")));
    fail("B");
    Object written = leftWithAll();
    assertEquals(false, Json.names(Json.list(written, "mutations").get(0)).has("awaits"));
    assertEquals(false, Json.names(Json.list(written, "mutations").get(1)).has("outcome"));
    reload(written);
    resume();
    assertEquals("pending | error", states());
    assertEquals(1, network.count("A"));
    assertSame("plain", null, restored().get(1).intent());
    reloaded.clear();
  }

  @Test
  public void theScope_goesThroughText() {
    offline();
    mutate(known("A", increment("A", "record").scope("s")));
    settle();
    Object written = left();
    leave();
    QueryClient next = newClient();
    next.setMutationDefaults(key("A"), increment("A", "record"));
    Hydration.hydrate(next, written, null);
    assertEquals("s", next.getMutationCache().getAll().get(0).options.scope.id);
  }

  @Test
  public void aValueWithoutAChangeThatWasSent_isNotFreshAfterTheReload() {
    mutate(increment("A", "record"));
    settle();
    reload(left());
    assertEquals(true, reloaded.getQueryState(key("record")).isInvalidated);
    assertEquals(false, reloaded.getQueryState(key("list")).isInvalidated);
  }

  @Test
  public void aValueWithoutAChangeThatWasNotSent_isAsFreshAsBefore() {
    offline();
    mutate(known("A", increment("A", "record")));
    settle();
    reload(left());
    assertEquals(false, reloaded.getQueryState(key("record")).isInvalidated);
    resume();
    network.last("A").answer(json("'ok'"));
    settle();
  }
}
