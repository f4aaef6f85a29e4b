package dev.sanguine.query.overlap;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.query.EngineCase;
import dev.sanguine.query.Hydration;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.QueriesObserver;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.Screen;
import dev.sanguine.query.callbacks.QueryDependent;
import dev.sanguine.query.options.QueryFilters;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.state.CacheEvent;
import dev.sanguine.query.state.DehydratedState;
import dev.sanguine.query.state.QueryResult;
import dev.sanguine.query.state.QueryState;
import org.junit.Before;
import org.junit.Test;

/** What of a query's state is the view's and what is the base's while it has changes. */
public class IntentStateTest extends EngineCase {
  @Before
  public void aRecord() {
    cache("record", "{'title':'t0'}");
  }

  @Test
  public void everyWayToReadData_givesTheView() {
    Seq<Object> selected = new Seq<>();
    Screen screen = watch(query("record").staleTime(1e9).select(data -> {
      selected.add(data);
      return Json.get(data, "title");
    }));
    mutate(setField("A", "title", "A"));
    assertEquals("'A'", screen.now());
    assertEquals("{'title':'A'}", text(selected.get(selected.size() - 1)));
    assertEquals("{'title':'A'}", text(client.getQueryData(key("record"))));
    assertEquals(
        "{'title':'A'}", text(client.getQueriesData(prefix("record")).get(0).get(1)));
    assertEquals("{'title':'A'}", text(state("record").data));
    assertEquals(
        "done: {'title':'A'}", fetched(client.fetchQuery(query("record").staleTime(1e9))));
    assertEquals("done: {'title':'A'}", fetched(client.query(query("record").staleTime(1e9))));
    assertEquals("done: {'title':'A'}", fetched(client.ensureQueryData(query("record"))));
  }

  private String fetched(dev.sanguine.env.Thenable<Object> thenable) {
    Outcome outcome = outcome(thenable);
    settle();
    return outcome.toString();
  }

  @Test
  public void combine_isGivenTheView() {
    QueriesObserver.Config config = new QueriesObserver.Config();
    config.combine = results -> Json.get(results.get(0).data, "title");
    Seq<String> seen = new Seq<>();
    QueriesObserver observer =
        new QueriesObserver(client, Seq.of(query("record").staleTime(1e9)), config);
    atEnd(observer.subscribe((dev.sanguine.env.Listener<Seq<QueryResult>>)
        results -> seen.add(text(results.get(0).data))));
    mutate(setField("A", "title", "A"));
    assertEquals("{'title':'A'}", join(seen));
  }

  @Test
  public void timesAndCounts_areTheBases() {
    QueryState before = state("record");
    world.advance(1000);
    mutate(setField("A", "title", "A"));
    sameFlags(before);
    fail("A");
    sameFlags(before);
  }

  @Test
  public void isInvalidated_isNotClearedByAChangeOrItsRollback() {
    QueryFilters filters = prefix("record");
    filters.refetchType = "none";
    client.invalidateQueries(filters, null);
    QueryState before = state("record");
    assertTrue(before.isInvalidated);
    world.advance(1000);
    mutate(setField("A", "title", "A"));
    sameFlags(before);
    fail("A");
    sameFlags(before);
  }

  private void sameFlags(QueryState before) {
    QueryState now = state("record");
    assertEquals(before.dataUpdatedAt, now.dataUpdatedAt, 0);
    assertEquals(before.dataUpdateCount, now.dataUpdateCount);
    assertEquals(before.isInvalidated, now.isInvalidated);
    assertEquals(before.errorUpdateCount, now.errorUpdateCount);
    assertEquals(before.status, now.status);
    assertEquals(before.fetchStatus, now.fetchStatus);
  }

  @Test
  public void isStale_andIsFetchedAfterMount_areUntouched() {
    Screen screen = watch(query("record").staleTime(500));
    world.advance(1000);
    assertTrue(screen.result().isStale);
    mutate(setField("A", "title", "A"));
    assertTrue(screen.result().isStale);
    assertFalse(screen.result().isFetchedAfterMount);
    fail("A");
    assertTrue(screen.result().isStale);
    assertFalse(screen.result().isFetchedAfterMount);
  }

  @Test
  public void invalidation_isPossibleWhileAChangeIsPending() {
    mutate(setField("A", "title", "A"));
    settle();
    client.invalidateQueries(prefix("record"), null);
    assertTrue(state("record").isInvalidated);
    fail("A");
    assertTrue(state("record").isInvalidated);
  }

  @Test
  public void theCacheSaysOneSetState_andNeverSuccess() {
    Seq<String> events = cacheEvents();
    mutate(setField("A", "title", "A"));
    assertEquals("updated setState", join(events));
    settle();
    fail("A");
    assertEquals("updated setState | updated setState", join(events));
  }

  @Test
  public void confirmation_withoutAChangeOfTheView_isNeverASuccessEvent() {
    mutate(setField("A", "title", "A"));
    settle();
    Seq<String> events = cacheEvents();
    answer("A", "{}");
    for (int i = 0; i < events.size(); i++) {
      assertEquals("updated setState", events.get(i));
    }
  }

  @Test
  public void theEventsState_isWhatIsConfirmed() {
    Seq<String> shown = new Seq<>();
    atEnd(client.getQueryCache().subscribe((dev.sanguine.env.Listener<CacheEvent>)
        event -> shown.add(text(((QueryState) event.action.state).data))));
    mutate(setField("A", "title", "A"));
    fail("A");
    assertEquals("{'title':'t0'} | {'title':'t0'}", join(shown));
  }

  @Test
  public void dehydrate_writesTheBase() {
    mutate(setField("A", "title", "A"));
    DehydratedState written = Hydration.dehydrate(client, null);
    assertEquals("{'title':'t0'}", text(written.queries.get(0).state.data));
    assertEquals(0, written.mutations.size());
  }

  @Test
  public void dehydrate_leavesOutWhatOnlyAnIntentMade() {
    mutate(change("A", (intent, v) -> {
      intent.set(key("fresh"), json("{'title':'A'}"));
      return undefined();
    }));
    DehydratedState written = Hydration.dehydrate(client, null);
    assertEquals(1, written.queries.size());
  }

  @Test
  public void hydrate_olderThanTheBase_isIgnored_newerIsFoldedUnder() {
    DehydratedState old = Hydration.dehydrate(client, null);
    world.advance(10);
    client.setQueryData(key("record"), json("{'title':'t1','by':'me'}"), null);
    mutate(change("A", (intent, v) -> {
      intent.merge(key("record"), json("{'title':'A'}"));
      return undefined();
    }));
    settle();
    Hydration.hydrate(client, old, null);
    assertEquals("{'title':'A','by':'me'}", view("record"));
    QueryClient other = newClient();
    world.advance(10);
    other.setQueryData(key("record"), json("{'title':'t2','by':'other'}"), null);
    Hydration.hydrate(client, Hydration.dehydrate(other, null), null);
    assertEquals("{'title':'A','by':'other'}", view("record"));
    fail("A");
    assertEquals("{'title':'t2','by':'other'}", view("record"));
  }

  @Test
  public void optionsThatAreFunctions_seeTheView() {
    Seq<String> seen = new Seq<>();
    QueryOptions options = query("record");
    options.staleTime = (QueryDependent) query -> 1e9;
    options.enabled = (QueryDependent) query -> {
      seen.add("enabled " + text(query.getState().data));
      return true;
    };
    options.refetchInterval = (QueryDependent) query -> {
      seen.add("interval " + text(query.getState().data));
      return false;
    };
    watch(options);
    seen.clear();
    mutate(setField("A", "title", "A"));
    assertTrue(join(seen), seen.has("enabled {'title':'A'}"));
    assertTrue(join(seen), seen.has("interval {'title':'A'}"));
    assertEquals(-1, join(seen).indexOf("t0"));
  }

  @Test
  public void theView_isSharedWithTheViewBefore() {
    client.setQueryData(key("record"), json("{'title':'t0','tags':['a']}"), null);
    mutate(change("A", (intent, v) -> {
      intent.update(key("record"), old -> json("{'title':'A','tags':['a']}"));
      return undefined();
    }));
    Object view = client.getQueryData(key("record"));
    assertSame(Json.get(queryOf("record").confirmed().data, "tags"), Json.get(view, "tags"));
    settle();
    client.setQueryData(key("record"), json("{'title':'t9','tags':['a']}"), null);
    assertSame(view, client.getQueryData(key("record")));
  }

  @Test
  public void anEqualAnswer_keepsTheBasesIdentity() {
    Screen screen = watch(query("record").staleTime(1e9));
    Object data = client.getQueryData(key("record"));
    mutate(change("A", (intent, v) -> {
      intent.merge(key("record"), json("{'title':'A'}"));
      return undefined();
    }));
    settle();
    client.refetchQueries(key("record"), null);
    answer("get record", "{'title':'t0'}");
    assertSame(data, queryOf("record").confirmed().data);
    fail("A");
    assertSame(data, screen.result().data);
  }

  @Test
  public void anAnswerThatEqualsTheView_keepsTheViewsIdentity() {
    cache("list", "[{'id':1,'n':'x'},{'id':2,'n':'y'}]");
    Screen screen = watch(query("list").staleTime(1e9));
    mutate(change("A", (intent, v) -> {
      intent.merge(key("list"), json("{'id':1,'n':'A'}"));
      return undefined();
    }));
    Object shown = screen.result().data;
    answer("A", "{}");
    answer("get list", "[{'id':1,'n':'A'},{'id':2,'n':'y'}]");
    assertSame(shown, screen.result().data);
    assertSame(shown, queryOf("list").confirmed().data);
  }
}
