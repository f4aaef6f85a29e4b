package dev.sanguine.query;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import dev.sanguine.query.options.FetchOptions;
import dev.sanguine.query.options.QueryFilters;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.state.CacheEvent;
import org.junit.Test;

/** Invalidate, refetch, reset, remove. */
public class InvalidateTest extends EngineCase {
  private Outcome invalidate(Object filters) {
    return outcome(client.invalidateQueries(filters, null));
  }

  @Test
  public void invalidate_marksAll_andFetchesTheActive() {
    cache("active", "1");
    cache("idle", "1");
    watch(query("active").staleTime(1e9));
    Outcome outcome = invalidate(null);
    assertTrue(state("idle").isInvalidated);
    assertTrue(state("active").isInvalidated);
    settle();
    assertTrue(outcome.isPending());
    answer("get active", "2");
    assertEquals("done: absent", outcome.toString());
    assertEquals(false, state("active").isInvalidated);
    assertTrue(state("idle").isInvalidated);
  }

  @Test
  public void refetchType_none_inactive_all() {
    cache("active", "1");
    watch(query("active").staleTime(1e9));
    cache("idle", "1");
    watch(query("idle").staleTime(1e9)).stop.run();
    QueryFilters filters = new QueryFilters();
    filters.refetchType = "none";
    invalidate(filters);
    settle();
    assertEquals(0, network.calls().size());
    filters.refetchType = "inactive";
    invalidate(filters);
    settle();
    assertEquals(0, network.count("get active"));
    assertEquals(1, network.count("get idle"));
    filters.refetchType = "all";
    invalidate(filters);
    settle();
    assertEquals(1, network.count("get active"));
    assertEquals(2, network.count("get idle"));
  }

  @Test
  public void aFailedRefetch_rejectsOnlyIfAskedTo() {
    cache("q", "1");
    watch(query("q").staleTime(1e9).retry(0));
    Outcome quiet = invalidate(prefix("q"));
    fail("get q");
    assertEquals("done: absent", quiet.toString());
    FetchOptions loud = new FetchOptions();
    loud.throwOnError = true;
    Outcome outcome = outcome(client.invalidateQueries(prefix("q"), loud));
    fail("get q");
    assertEquals("failed: get q failed", outcome.toString());
  }

  @Test
  public void refetch_replacesAFetchUnderWay_unlessTold() {
    cache("q", "1");
    watch(query("q").staleTime(1e9));
    client.refetchQueries(prefix("q"), null);
    settle();
    client.refetchQueries(prefix("q"), null);
    settle();
    assertEquals(2, network.count("get q"));
    FetchOptions join = new FetchOptions();
    join.cancelRefetch = false;
    client.refetchQueries(prefix("q"), join);
    settle();
    assertEquals(2, network.count("get q"));
    network.calls().get(1).answer(json("2"));
    network.calls().get(0).answer(json("'too late'"));
    settle();
    assertEquals("2", view("q"));
  }

  @Test
  public void aFirstLoad_isNeverReplaced() {
    watch(query("q"));
    settle();
    client.refetchQueries(prefix("q"), null);
    settle();
    assertEquals(1, network.count("get q"));
  }

  @Test
  public void disabledAndStaticQueries_areNotRefetched() {
    watch(query("off").enabled(false));
    QueryOptions fixed = query("fixed").initialData(json("1"));
    fixed.staleTime = "static";
    watch(fixed);
    watch(query("usual").staleTime(1e9).initialData(json("1")));
    client.refetchQueries(null, null);
    settle();
    assertEquals("get usual", network.calls().get(0).name);
    assertEquals(1, network.calls().size());
  }

  @Test
  public void offline_aPausedRefetchIsNotWaitedFor() {
    cache("q", "1");
    watch(query("q").staleTime(1e9));
    env.online.setOnline(false);
    Outcome outcome = outcome(client.refetchQueries(prefix("q"), null));
    settle();
    assertEquals("done: absent", outcome.toString());
    assertEquals("paused", state("q").fetchStatus);
  }

  @Test
  public void reset_goesBackToTheBeginning_andFetchesTheActive() {
    Screen screen = watch(query("q").staleTime(1e9));
    answer("get q", "1");
    cache("idle", "1");
    Outcome outcome = outcome(client.resetQueries(null, null));
    assertEquals("absent", view("idle"));
    assertEquals("pending", state("idle").status);
    answer("get q", "2");
    assertEquals("absent | 1 | absent | 2", screen.history());
    assertEquals("done: absent", outcome.toString());
  }

  @Test
  public void reset_goesBackToInitialData() {
    watch(query("q").staleTime(1e9).enabled(false).initialData(json("'first'")));
    cache("q", "'then'");
    client.resetQueries(prefix("q"), null);
    assertEquals("'first'", view("q"));
  }

  @Test
  public void remove_takesOut_andCancels() {
    Outcome outcome = outcome(client.fetchQuery(query("q")));
    settle();
    client.removeQueries(prefix("q"));
    assertNull(queryOf("q"));
    assertEquals("failed: CancelledError", failure(outcome));
    answer("get q", "1");
    assertNull(queryOf("q"));
  }

  private String failure(Outcome outcome) {
    settle();
    return outcome.toString();
  }

  @Test
  public void events_areHeardInOrder() {
    Seq<String> events = cacheEvents();
    cache("q", "1");
    Screen screen = watch(query("q").staleTime(1e9));
    invalidate(prefix("q"));
    answer("get q", "2");
    screen.stop.run();
    client.removeQueries(prefix("q"));
    assertEquals(
        "added | updated success | observerResultsUpdated | observerAdded | observerResultsUpdated"
            + " | updated invalidate | observerResultsUpdated | updated fetch |"
            + " observerResultsUpdated | updated success | observerRemoved | removed",
        join(events));
  }

  @Test
  public void aStaticQuery_whoseFirstLoadFailed_isRefetched_andThenNoMore() {
    QueryOptions options = query("q").retry(0);
    options.staleTime = "static";
    watch(options);
    fail("get q");
    client.refetchQueries(prefix("q"), null);
    answer("get q", "1");
    assertEquals("1", view("q"));
    client.invalidateQueries(prefix("q"), null);
    settle();
    assertEquals(2, network.count("get q"));
  }

  @Test
  public void reset_fetchesNothingThatItsOwnEventsTookOut() {
    cache("q", "1");
    QueryOptions options = query("q");
    options.refetchOnMount = false;
    watch(options);
    atEnd(client.getQueryCache().subscribe((Listener<CacheEvent>) event -> {
      if (event.type.equals("updated")) {
        client.getQueryCache().remove(event.query);
      }
    }));
    client.resetQueries(prefix("q"), null);
    settle();
    assertEquals(0, network.count("get q"));
  }
}
