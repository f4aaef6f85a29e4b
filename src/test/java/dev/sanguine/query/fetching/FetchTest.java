package dev.sanguine.query.fetching;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.query.EngineCase;
import dev.sanguine.query.Options;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.callbacks.Convert;
import dev.sanguine.query.options.CancelOptions;
import dev.sanguine.query.options.QueryCacheConfig;
import dev.sanguine.query.options.QueryFilters;
import dev.sanguine.query.options.QueryOptions;
import org.junit.Test;

/** Fetching without an observer: fetchQuery, query, prefetchQuery, ensureQueryData. */
public class FetchTest extends EngineCase {
  @Test
  public void fetchQuery_givesTheDataAndCachesIt() {
    Outcome outcome = outcome(client.fetchQuery(query("q")));
    assertEquals("fetching", state("q").fetchStatus);
    assertEquals("pending", state("q").status);
    answer("get q", "{'n':1}");
    assertEquals("done: {'n':1}", outcome.toString());
    assertEquals("{'n':1}", view("q"));
    assertEquals("success", state("q").status);
    assertEquals("idle", state("q").fetchStatus);
    assertEquals(1, state("q").dataUpdateCount);
    assertEquals(world.now(), state("q").dataUpdatedAt, 0);
  }

  @Test
  public void fetchQuery_whileFresh_givesWhatIsCached() {
    cache("q", "{'n':1}");
    world.advance(99);
    assertEquals("done: {'n':1}", now(client.fetchQuery(query("q").staleTime(100))));
    world.advance(1);
    Outcome outcome = outcome(client.fetchQuery(query("q").staleTime(100)));
    answer("get q", "{'n':2}");
    assertEquals("done: {'n':2}", outcome.toString());
  }

  private String now(dev.sanguine.env.Thenable<Object> thenable) {
    Outcome outcome = outcome(thenable);
    settle();
    return outcome.toString();
  }

  @Test
  public void staleTimeStatic_neverFetchesAgain_evenInvalidated() {
    cache("q", "{'n':1}");
    QueryFilters none = prefix("q");
    none.refetchType = "none";
    client.invalidateQueries(none, null);
    QueryOptions options = query("q");
    options.staleTime = "static";
    assertEquals("done: {'n':1}", now(client.fetchQuery(options)));
  }

  @Test
  public void fetchQuery_doesNotRetry_unlessToldTo() {
    Outcome outcome = outcome(client.fetchQuery(query("q")));
    fail("get q");
    assertEquals("failed: get q failed", outcome.toString());
    assertEquals("error", state("q").status);
    assertEquals(1, state("q").errorUpdateCount);

    Outcome again = outcome(client.fetchQuery(query("r").retry(1).retryDelay(10)));
    fail("get r");
    assertTrue(again.isPending());
    world.advance(10);
    answer("get r", "1");
    assertEquals("done: 1", again.toString());
  }

  @Test
  public void twoFetchesOfOneKey_areOneRequest() {
    Outcome first = outcome(client.fetchQuery(query("q")));
    Outcome second = outcome(client.fetchQuery(query("q")));
    settle();
    assertEquals(1, network.count("get q"));
    answer("get q", "{'n':1}");
    assertEquals("done: {'n':1}", first.toString());
    assertEquals("done: {'n':1}", second.toString());
  }

  @Test
  public void aFunctionThatAnswersAtOnce_orThrows_isTakenToo() {
    assertEquals(
        "done: 'now'", now(client.fetchQuery(QueryOptions.of(key("a")).queryFn(context -> "now"))));
    assertEquals(
        "failed: at once", now(client.fetchQuery(QueryOptions.of(key("b")).queryFn(context -> {
          throw thrown("at once");
        }))));
  }

  @Test
  public void undefinedIsNoData() {
    Outcome outcome =
        outcome(client.fetchQuery(QueryOptions.of(key("q")).queryFn(context -> undefined())));
    settle();
    assertEquals("failed: [\"q\"] data is undefined", outcome.toString());
    assertEquals("error", state("q").status);
    takeReports();
  }

  @Test
  public void withoutAFunction_itFails() {
    assertEquals(
        "failed: Missing queryFn: '[\"q\"]'", now(client.fetchQuery(QueryOptions.of(key("q")))));
  }

  @Test
  public void theFunction_isGivenClientKeyMetaAndSignal() {
    Object[] seen = new Object[4];
    Object key = key("q", 1);
    client.fetchQuery(QueryOptions.of(key).meta("m").queryFn(context -> {
      seen[0] = context.client;
      seen[1] = context.queryKey;
      seen[2] = context.meta;
      seen[3] = context.signal();
      return 1.0;
    }));
    settle();
    assertSame(client, seen[0]);
    assertSame(key, seen[1]);
    assertEquals("m", seen[2]);
    assertEquals(false, ((dev.sanguine.env.AbortSignal) seen[3]).aborted);
  }

  @Test
  public void query_appliesSelect_fetchQueryDoesNot() {
    Convert n = data -> Json.get(data, "n");
    cache("q", "{'n':7}");
    assertEquals("done: 7", now(client.query(query("q").staleTime(100).select(n))));
    Outcome outcome = outcome(client.query(query("r").select(n)));
    answer("get r", "{'n':8}");
    assertEquals("done: 8", outcome.toString());
    assertEquals("{'n':8}", view("r"));
    assertEquals(
        "done: {'n':7}", now(client.fetchQuery(query("q").staleTime(100).select(n))));
  }

  @Test
  public void aSelectThatThrows_failsTheQuerysPromiseOnly() {
    cache("q", "{'n':7}");
    assertEquals("failed: no", now(client.query(query("q").staleTime(100).select(data -> {
      throw thrown("no");
    }))));
    assertEquals("success", state("q").status);
  }

  @Test
  public void prefetch_neverFails_andGivesNothing() {
    Outcome outcome = outcome(client.prefetchQuery(query("q")));
    fail("get q");
    assertEquals("done: absent", outcome.toString());
    Outcome good = outcome(client.prefetchQuery(query("r")));
    answer("get r", "1");
    assertEquals("done: absent", good.toString());
    assertEquals("1", view("r"));
  }

  @Test
  public void ensure_givesWhatIsCached_howeverStale_elseFetches() {
    cache("q", "{'n':1}");
    world.advance(1000 * 60);
    assertEquals("done: {'n':1}", now(client.ensureQueryData(query("q"))));
    assertEquals(0, network.count("get q"));
    Outcome outcome = outcome(client.ensureQueryData(query("r")));
    answer("get r", "2");
    assertEquals("done: 2", outcome.toString());
  }

  @Test
  public void ensure_revalidateIfStale_fetchesInTheBackground() {
    cache("q", "{'n':1}");
    world.advance(10);
    QueryOptions options = query("q").staleTime(5);
    options.revalidateIfStale = true;
    assertEquals("done: {'n':1}", now(client.ensureQueryData(options)));
    answer("get q", "{'n':2}");
    assertEquals("{'n':2}", view("q"));
    assertEquals("done: {'n':2}", now(client.ensureQueryData(options)));
    assertEquals(1, network.count("get q"));
  }

  @Test
  public void aFailureWithData_keepsTheData() {
    cache("q", "{'n':1}");
    Outcome outcome = outcome(client.fetchQuery(query("q")));
    fail("get q");
    assertEquals(true, outcome.failed());
    assertEquals("{'n':1}", view("q"));
    assertEquals("error", state("q").status);
    assertEquals(true, state("q").isInvalidated);
    outcome(client.fetchQuery(query("q")));
    answer("get q", "{'n':2}");
    assertEquals("success", state("q").status);
    assertEquals(true, state("q").error == null);
  }

  @Test
  public void theCachesCallbacks_hearOfEveryFetch() {
    Seq<String> log = new Seq<>();
    QueryCacheConfig config = new QueryCacheConfig();
    config.onSuccess = (data, query) -> {
      log.add("success " + text(data) + " " + query.queryHash);
      return null;
    };
    config.onError = (error, query) -> {
      log.add("error " + error + " " + query.queryHash);
      return null;
    };
    config.onSettled = (data, error, query) -> {
      log.add("settled " + text(data) + " " + (error == null ? "null" : error));
      return null;
    };
    client.getQueryCache().config = config;
    outcome(client.fetchQuery(query("q")));
    answer("get q", "1");
    outcome(client.fetchQuery(query("q")));
    fail("get q");
    assertEquals(
        "success 1 [\"q\"] | settled 1 null | error get q failed [\"q\"] | settled 1 get q failed",
        join(log));
  }

  @Test
  public void whoWaitsForAFetchThatIsReplaced_getsWhatTheNewOneBrings() {
    cache("q", "0");
    Outcome started = outcome(client.fetchQuery(query("q")));
    Outcome joined = outcome(client.fetchQuery(query("q")));
    Outcome prefetched = outcome(client.prefetchQuery(query("q")));
    settle();
    Outcome refetched = outcome(queryOf("q").fetch(null, Options.replacing(null)));
    settle();
    network.last("get q").answer(json("'new'"));
    settle();
    assertEquals("done: 'new'", started.toString());
    assertEquals("done: 'new'", joined.toString());
    assertEquals("done: 'new'", refetched.toString());
    assertFalse(prefetched.isPending());
  }

  @Test
  public void aSilentCancellation_thatNothingReplaces_rejects_andLeavesNoError() {
    cache("q", "0");
    Outcome outcome = outcome(client.fetchQuery(query("q")));
    settle();
    CancelOptions silent = new CancelOptions();
    silent.silent = true;
    queryOf("q").cancel(silent);
    settle();
    assertEquals("failed: CancelledError", outcome.toString());
    assertEquals("success", state("q").status);
    queryOf("q").reset();
  }

  @Test
  public void aFunctionThatFetchesItsOwnQuery_joinsItself() {
    Outcome[] inner = {null};
    QueryOptions options = query("q");
    options.queryFn(context -> {
      inner[0] = outcome(client.fetchQuery(options));
      return network.send("get q", null);
    });
    Outcome outer = outcome(client.fetchQuery(options));
    answer("get q", "1");
    assertEquals("done: 1", outer.toString());
    assertEquals("done: 1", inner[0].toString());
    assertEquals(1, network.count("get q"));
  }

  @Test
  public void theCachesOnSettled_isGivenWhatOnErrorWrote() {
    Seq<String> log = new Seq<>();
    QueryCacheConfig config = new QueryCacheConfig();
    config.onError = (error, query) -> client.setQueryData(key("q"), json("'written'"), null);
    config.onSettled = (data, error, query) -> {
      log.add(text(data));
      return undefined();
    };
    client.getQueryCache().config = config;
    outcome(client.fetchQuery(query("q")));
    fail("get q");
    assertEquals("'written'", join(log));
  }
}
