package dev.sanguine.query.fetching;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.AbortSignal;
import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import dev.sanguine.query.EngineCase;
import dev.sanguine.query.Mutation;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.Screen;
import dev.sanguine.query.options.CancelOptions;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.state.CacheEvent;
import dev.sanguine.query.state.QueryFunctionContext;
import org.junit.Test;

/** Cancelling fetches: what the state goes back to, who is told, and when a request is aborted by itself. */
public class CancelTest extends EngineCase {
  private final Seq<AbortSignal> signals = new Seq<>();

  private QueryOptions abortable(String name) {
    return QueryOptions.of(key(name)).queryFn(context -> {
      signals.add(context.signal());
      return network.send("get " + name, null);
    });
  }

  private void cancel(String name, CancelOptions options) {
    client.cancelQueries(prefix(name), options);
    settle();
  }

  @Test
  public void cancelled_byWhoeverHearsOfTheChange_isTakenBackAtOnce() {
    cache("fresh", "{'n':1}");
    atEnd(client.getQueryCache().subscribe((Listener<CacheEvent>) event -> {
      if (view("fresh").equals("{'n':2}")) {
        client.getMutationCache().getAll().each(Mutation::cancel);
      }
    }));
    Outcome outcome = mutate(change("A", (intent, variables) -> {
      intent.set(key("fresh"), json("{'n':2}"));
      return undefined();
    }));
    assertEquals("{'n':1}", view("fresh"));
    settle();
    assertEquals(0, outcome.toString().indexOf("failed"));
    assertEquals(0, network.count("A"));
  }

  @Test
  public void aRefetch_goesBackToTheDataFromBefore() {
    cache("q", "1");
    Screen screen = watch(query("q"));
    settle();
    assertEquals("fetching", screen.result().fetchStatus);
    cancel("q", null);
    assertEquals("idle", screen.result().fetchStatus);
    assertEquals("success", screen.result().status);
    assertEquals("1", screen.now());
    answer("get q", "'too late'");
    assertEquals("1", screen.now());
  }

  @Test
  public void aFirstLoad_isPendingAndIdleThen() {
    Screen screen = watch(query("q"));
    settle();
    cancel("q", null);
    assertEquals("pending", screen.result().status);
    assertEquals("idle", screen.result().fetchStatus);
    assertEquals(true, screen.result().error == null);
  }

  @Test
  public void aFetchQuery_isRejected_ifThereIsNoData_elseGivesTheData() {
    Outcome first = outcome(client.fetchQuery(query("q")));
    settle();
    cancel("q", null);
    assertEquals("failed: CancelledError", first.toString());
    cache("r", "1");
    Outcome second = outcome(client.fetchQuery(query("r")));
    settle();
    cancel("r", null);
    assertEquals("done: 1", second.toString());
  }

  @Test
  public void withoutRevert_itIsAnError() {
    cache("q", "1");
    watch(query("q"));
    settle();
    CancelOptions options = new CancelOptions();
    options.revert = false;
    cancel("q", options);
    assertEquals("error", state("q").status);
    assertTrue(env.errors.isCancelled(state("q").error));
    assertEquals("1", view("q"));
  }

  @Test
  public void theInvalidationFromBefore_comesBack() {
    cache("q", "1");
    watch(query("q").staleTime(1e9));
    client.invalidateQueries(prefix("q"), null);
    settle();
    cancel("q", null);
    assertTrue(state("q").isInvalidated);
    assertEquals("idle", state("q").fetchStatus);
  }

  @Test
  public void theSignalIsAborted() {
    watch(abortable("q"));
    settle();
    assertFalse(signals.get(0).aborted);
    cancel("q", null);
    assertTrue(signals.get(0).aborted);
  }

  @Test
  public void theSignalIsAborted_alsoForWhoAsksForItLater() {
    Seq<QueryFunctionContext> contexts = new Seq<>();
    watch(QueryOptions.of(key("q")).queryFn(context -> {
      contexts.add(context);
      return network.send("get q", null);
    }));
    settle();
    cancel("q", null);
    assertTrue(contexts.get(0).signal().aborted);
  }

  @Test
  public void theLastObserverLeaves_aFetchWhoseSignalIsUsed_isCancelled() {
    Screen one = watch(abortable("q"));
    Screen two = watch(abortable("q"));
    settle();
    one.stop.run();
    settle();
    assertFalse(signals.get(0).aborted);
    two.stop.run();
    settle();
    assertTrue(signals.get(0).aborted);
    assertEquals("pending", state("q").status);
    assertEquals("idle", state("q").fetchStatus);
  }

  @Test
  public void theLastObserverLeaves_aFetchWhoseSignalIsNotUsed_goesOn() {
    Screen screen = watch(query("q"));
    settle();
    screen.stop.run();
    answer("get q", "1");
    assertEquals("1", view("q"));
  }

  @Test
  public void theLastObserverLeaves_noFurtherAttemptIsMade() {
    Screen screen = watch(query("q").retry(3).retryDelay(100));
    fail("get q");
    screen.stop.run();
    world.advance(100);
    assertEquals(1, network.count("get q"));
    assertEquals("error", state("q").status);
  }

  @Test
  public void anotherObserverComesInTime_theAttemptsGoOn() {
    Screen screen = watch(query("q").retry(3).retryDelay(100));
    fail("get q");
    screen.stop.run();
    watch(query("q").retry(3).retryDelay(100));
    world.advance(100);
    assertEquals(2, network.count("get q"));
    answer("get q", "1");
    assertEquals("1", view("q"));
  }

  @Test
  public void cancelling_ifNothingIsUnderWay_changesNothing() {
    cache("q", "1");
    Seq<String> events = cacheEvents();
    Outcome outcome = outcome(client.cancelQueries(prefix("q"), null));
    settle();
    assertEquals("done: absent", outcome.toString());
    assertEquals("", join(events));
  }

  @Test
  public void aFetchAfterACancellation_runs() {
    watch(query("q"));
    settle();
    cancel("q", null);
    outcome(client.fetchQuery(query("q")));
    settle();
    assertEquals(2, network.count("get q"));
    network.calls().get(0).answer(json("'old'"));
    network.calls().get(1).answer(json("'new'"));
    settle();
    assertEquals("'new'", view("q"));
  }

  @Test
  public void whoWaitsForAReplacedFetch_getsTheNewOnesAnswer() {
    cache("q", "0");
    Screen screen = watch(query("q").staleTime(1e9));
    Outcome first = outcome(client.fetchQuery(query("q")));
    settle();
    screen.observer.refetch(null);
    settle();
    network.calls().get(1).answer(json("2"));
    settle();
    assertEquals("done: 2", first.toString());
  }

  @Test
  public void goesBackToWhatAResetMadeOfIt_whileTheFetchBegan() {
    cache("q", "1");
    boolean[] over = {false};
    atEnd(client.getQueryCache().subscribe((Listener<CacheEvent>) event -> {
      if (!over[0] && event.type.equals("updated") && event.action.type.equals("fetch")) {
        over[0] = true;
        client.resetQueries(prefix("q"), null);
      }
    }));
    Screen screen = watch(abortable("q"));
    settle();
    screen.stop.run();
    settle();
    assertEquals("absent", view("q"));
    assertEquals("idle", state("q").fetchStatus);
  }
}
