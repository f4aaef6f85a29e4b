package dev.sanguine.query;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Task;
import dev.sanguine.query.callbacks.QueryDependent;
import dev.sanguine.query.options.FetchOptions;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.options.SkipToken;
import dev.sanguine.query.state.QueryResult;
import org.junit.Test;

/** What an observer does when somebody listens, and what its results say. */
public class ObserverTest extends EngineCase {
  @Test
  public void withoutListeners_nothingIsFetched() {
    QueryObserver observer = new QueryObserver(client, query("q"));
    settle();
    assertEquals(0, network.count("get q"));
    assertEquals("pending", observer.getCurrentResult().status);
    assertFalse(observer.hasListeners());
  }

  @Test
  public void theFirstListener_fetches_andTheResultsFollow() {
    QueryObserver observer = new QueryObserver(client, query("q"));
    Seq<String> seen = new Seq<>();
    atEnd(observer.subscribe((Listener<QueryResult>)
        result -> seen.add(result.status + " " + result.fetchStatus + " " + text(result.data))));
    settle();
    answer("get q", "1");
    assertEquals("pending fetching absent | success idle 1", join(seen));
  }

  @Test
  public void theFlags_ofAFirstLoad_aRefetch_andItsFailure() {
    Screen screen = watch(query("q").retry(0));
    QueryResult first = screen.result();
    assertTrue(first.isPending && first.isLoading && first.isInitialLoading && first.isFetching);
    assertFalse(first.isRefetching
        || first.isFetched
        || first.isSuccess
        || first.isError
        || first.isPaused);
    answer("get q", "1");
    QueryResult loaded = screen.result();
    assertTrue(
        loaded.isSuccess && loaded.isFetched && loaded.isFetchedAfterMount && loaded.isStale);
    assertFalse(loaded.isFetching || loaded.isLoading || loaded.isPlaceholderData);
    screen.observer.refetch(null);
    assertTrue(screen.result().isRefetching);
    assertFalse(screen.result().isLoading);
    fail("get q");
    QueryResult failed = screen.result();
    assertTrue(failed.isError && failed.isRefetchError);
    assertFalse(failed.isLoadingError);
    assertEquals("1", text(failed.data));
    assertEquals(1, failed.errorUpdateCount);
    assertEquals(world.now(), failed.errorUpdatedAt, 0);
  }

  @Test
  public void aFirstLoadThatFails_isALoadingError() {
    Screen screen = watch(query("q").retry(0));
    fail("get q");
    assertTrue(screen.result().isLoadingError);
    assertFalse(screen.result().isRefetchError);
    assertEquals("get q failed", screen.result().error);
  }

  @Test
  public void refetch_givesTheResult_andRejectsOnlyIfAskedTo() {
    Screen screen = watch(query("q").retry(0));
    answer("get q", "1");
    Outcome outcome = outcome(screen.observer.refetch(null));
    answer("get q", "2");
    assertEquals("2", text(((QueryResult) outcome.value).data));
    Outcome quiet = outcome(screen.observer.refetch(null));
    fail("get q");
    assertEquals("error", ((QueryResult) quiet.value).status);
    FetchOptions loud = new FetchOptions();
    loud.throwOnError = true;
    Outcome rejected = outcome(screen.observer.refetch(loud));
    fail("get q");
    assertEquals("failed: get q failed", rejected.toString());
  }

  @Test
  public void theResultsRefetch_worksByItself() {
    Screen screen = watch(query("q"));
    answer("get q", "1");
    screen.result().refetch.call(null);
    answer("get q", "2");
    assertEquals("2", screen.now());
  }

  @Test
  public void anotherKey_isWatchedFromThenOn() {
    cache("b", "'b'");
    Screen screen = watch(query("a").staleTime(1e9));
    answer("get a", "'a'");
    screen.observer.setOptions(query("b").staleTime(1e9));
    assertEquals("absent | 'a' | 'b'", screen.history());
    cache("a", "'a2'");
    assertEquals("'b'", screen.now());
    assertEquals(0, queryOf("a").getObserversCount());
    assertEquals(1, queryOf("b").getObserversCount());
    screen.observer.setOptions(query("c").staleTime(1e9));
    settle();
    assertEquals(1, network.count("get c"));
    assertSame(queryOf("c"), screen.observer.getCurrentQuery());
  }

  @Test
  public void enabled_false_thenTrue_fetches() {
    Screen screen = watch(query("q").enabled(false));
    settle();
    assertEquals(0, network.count("get q"));
    assertFalse(screen.result().isEnabled);
    assertFalse(queryOf("q").isActive());
    assertTrue(queryOf("q").isDisabled());
    screen.observer.setOptions(query("q").enabled(true));
    settle();
    assertEquals(1, network.count("get q"));
    assertTrue(screen.result().isEnabled);
  }

  @Test
  public void enabled_asAFunction_isAsked() {
    QueryOptions options = query("q");
    boolean[] on = {false};
    options.enabled = (QueryDependent) query -> on[0];
    Screen screen = watch(options);
    settle();
    assertEquals(0, network.count("get q"));
    on[0] = true;
    screen.observer.setOptions(options);
    screen.observer.refetch(null);
    settle();
    assertEquals(1, network.count("get q"));
  }

  @Test
  public void enabled_ofAnotherType_isAnError() {
    QueryOptions options = query("q");
    options.enabled = "yes";
    Object error = env.errors.attempt(() -> new QueryObserver(client, options), thrown -> thrown);
    assertEquals(
        "Expected enabled to be a boolean or a callback that returns a boolean",
        Outcome.message(error));
  }

  @Test
  public void skipToken_disables() {
    QueryOptions options = QueryOptions.of(key("q"));
    options.queryFn = SkipToken.TOKEN;
    Screen screen = watch(options);
    settle();
    assertEquals("idle", screen.result().fetchStatus);
    assertFalse(screen.result().isEnabled);
    screen.observer.refetch(null);
    settle();
    takeReports();
    world.advance(60 * 1000);
    assertEquals("error", screen.result().status);
    takeReports();
  }

  @Test
  public void refetchOnMount_false_always_andDefault() {
    cache("q", "1");
    world.advance(10);
    QueryOptions never = query("q");
    never.refetchOnMount = false;
    watch(never);
    settle();
    assertEquals(0, network.count("get q"));
    QueryOptions always = query("q").staleTime(1e9);
    always.refetchOnMount = "always";
    watch(always);
    settle();
    assertEquals(1, network.count("get q"));
    answer("get q", "2");
    watch(query("q").staleTime(1e9));
    settle();
    assertEquals(1, network.count("get q"));
    world.advance(1);
    watch(query("q"));
    settle();
    assertEquals(2, network.count("get q"));
  }

  @Test
  public void retryOnMount_false_leavesTheErrorAlone() {
    outcome(client.fetchQuery(query("q")));
    fail("get q");
    QueryOptions options = query("q");
    options.retryOnMount = false;
    Screen screen = watch(options);
    settle();
    assertEquals("error", screen.result().status);
    assertEquals(1, network.count("get q"));
    watch(query("q"));
    settle();
    assertEquals(2, network.count("get q"));
  }

  @Test
  public void notifyOnChangeProps_limitsWhatIsTold() {
    cache("q", "1");
    QueryOptions options = query("q").staleTime(1e9);
    options.notifyOnChangeProps = json("['data']");
    Screen screen = watch(options);
    screen.observer.refetch(null);
    answer("get q", "1");
    assertEquals(0, screen.told);
    screen.observer.refetch(null);
    answer("get q", "2");
    assertEquals(1, screen.told);
    QueryOptions all = query("q").staleTime(1e9);
    all.notifyOnChangeProps = "all";
    screen.observer.setOptions(all);
    screen.observer.refetch(null);
    answer("get q", "2");
    assertEquals(3, screen.told);
  }

  @Test
  public void trackedProps_limitWhatIsTold() {
    cache("q", "1");
    Screen screen = watch(query("q").staleTime(1e9));
    screen.observer.trackProp("data");
    screen.observer.refetch(null);
    answer("get q", "1");
    assertEquals(0, screen.told);
    screen.observer.refetch(null);
    answer("get q", "2");
    assertEquals(1, screen.told);
  }

  @Test
  public void twoListeners_areBothTold_andLeaveOneByOne() {
    QueryObserver observer = new QueryObserver(client, query("q"));
    int[] told = {0, 0};
    Task first = observer.subscribe(result -> told[0]++);
    Task second = observer.subscribe(result -> told[1]++);
    settle();
    answer("get q", "1");
    first.run();
    cache("q", "2");
    second.run();
    cache("q", "3");
    assertEquals(2, told[0]);
    assertEquals(2, told[1]);
    assertEquals(0, queryOf("q").getObserversCount());
  }

  @Test
  public void theOptimisticResult_saysWhatAMountWillDo() {
    QueryObserver observer = new QueryObserver(client, query("q"));
    QueryOptions options = client.defaultQueryOptions(query("q"));
    options._optimisticResults = "optimistic";
    QueryResult ahead = observer.getOptimisticResult(options);
    assertEquals("fetching", ahead.fetchStatus);
    assertEquals("pending", ahead.status);
    options._optimisticResults = "isRestoring";
    assertEquals("idle", observer.getOptimisticResult(options).fetchStatus);
    assertEquals(0, network.calls().size());
  }

  @Test
  public void fetchOptimistic_givesTheResult_withoutListening() {
    QueryObserver observer = new QueryObserver(client, query("q"));
    Outcome outcome = outcome(observer.fetchOptimistic(client.defaultQueryOptions(query("q"))));
    answer("get q", "1");
    assertEquals("1", text(((QueryResult) outcome.value).data));
    assertFalse(observer.hasListeners());
    Outcome failed =
        outcome(observer.fetchOptimistic(client.defaultQueryOptions(query("r").retry(0))));
    fail("get r");
    assertEquals("failed: get r failed", failed.toString());
  }

  @Test
  public void aTrackedResult_readsLikeTheResult() {
    cache("q", "1");
    Screen screen = watch(query("q").staleTime(1e9));
    QueryResult tracked = screen.observer.trackResult(screen.result(), null);
    assertEquals("1", text(tracked.data));
    assertEquals("success", tracked.status);
    cache("q", "2");
    assertEquals("2", screen.now());
  }

  @Test
  public void fetchOptimistic_fetchesUnderTheOptionsThatItIsGiven() {
    QueryObserver observer = new QueryObserver(client, query("a"));
    client.getQueryCache().build(client, QueryOptions.of(key("b")), null);
    Outcome outcome = outcome(observer.fetchOptimistic(query("b")));
    answer("get b", "1");
    assertEquals("1", text(((QueryResult) outcome.value).data));
  }
}
