package dev.sanguine.client;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import org.junit.Test;

public class QueryTest extends ClientCase {
  private final Query<Event> event = Query.of(EVENT).queryFn(context -> send("event"));

  @Test
  public void fetch_givesTheValue_typed_andKeepsIt() {
    Seen<Event> seen = see(client.fetchQuery(event.staleTime(1000)));
    answer("event", tea());
    Event fetched = seen.value;
    assertEquals("Tea", fetched.title);
    Event cached = client.getQueryData(EVENT);
    assertSame(fetched, cached);
    assertSame(fetched, see(client.fetchQuery(event.staleTime(1000))).value);
    assertEquals(1, network.count("event"));
  }

  @Test
  public void aValueAtHand_needsNoFuture() {
    assertEquals(tea(), see(client.fetchQuery(Query.of(EVENT).queryValue(context -> tea()))).value);
  }

  @Test
  public void aQuery_isImmutable() {
    Query<Event> stale = event.staleTime(0);
    Query<Event> off = stale.enabled(false);
    assertTrue(client.observe(stale).current().isEnabled());
    assertFalse(client.observe(off).current().isEnabled());
    assertTrue(client.observe(stale).current().isEnabled());
  }

  @Test
  public void absentData_isNull() {
    assertNull(client.getQueryData(EVENT));
    assertNull(client.getQuery(EVENT));
    assertNull(client.observe(event).current().data());
    assertEquals(tea(), client.observe(event).current().dataOr(tea()));
  }

  @Test
  public void aFailure_isTheVeryError_afterTheRetriesThatWereAskedFor() {
    Seen<Event> seen = see(client.fetchQuery(event.retry(1).retryDelay(500)));
    fail("event");
    world.advance(500);
    fail("event");
    assertEquals("event failed", seen.error);
    assertEquals(2, network.count("event"));
    assertEquals(Status.ERROR, client.getQuery(EVENT).status());
    assertEquals("event failed", client.getQuery(EVENT).error());
  }

  @Test
  public void retryIf_andRetryDelayBy_areAskedWithTheFailure() {
    Seq<String> asked = new Seq<>();
    Seen<Event> seen = see(client.fetchQuery(event
        .retryIf((failures, error) -> {
          asked.add(failures + " " + error);
          return failures < 1;
        })
        .retryDelayBy((failures, error) -> 70 + failures)));
    fail("event");
    world.advance(69);
    assertEquals(1, network.count("event"));
    world.advance(1);
    fail("event");
    assertEquals(1, seen.times);
    assertEquals("['0 event failed','1 event failed']", text(Json.arrayOf(asked)));
  }

  @Test
  public void cancel_goesBackToTheStateBefore() {
    client.setQueryData(EVENT, tea());
    Future<Event> fetch = client.fetchQuery(event);
    world.advance(0);
    assertEquals(FetchStatus.FETCHING, client.getQuery(EVENT).fetchStatus());
    fetch.cancel();
    assertEquals(tea(), see(fetch).value);
    assertEquals(FetchStatus.IDLE, client.getQuery(EVENT).fetchStatus());
    network.pending("event").answer(tea().titled("late"));
    world.advance(0);
    assertEquals(tea(), client.getQueryData(EVENT));
  }

  @Test
  public void cancelOfAFirstFetch_failsAsCancelled() {
    Future<Event> fetch = client.fetchQuery(event);
    fetch.cancel();
    assertTrue(client.isCancelled(see(fetch).error));
    assertFalse(client.isCancelled("another error"));
  }

  @Test
  public void cancel_leavesALaterFetchAlone() {
    Future<Event> first = client.fetchQuery(event);
    see(first);
    answer("event", tea());
    Seen<Event> second = see(client.fetchQuery(event));
    first.cancel();
    answer("event", tea().titled("second"));
    assertEquals("second", second.value.title);
  }

  @Test
  public void select_isASource_andComposes() {
    Source<Integer> length = event.select(value -> value.title).select(String::length);
    Seen<Integer> seen = see(client.fetchQuery(length.select(value -> value + 1)));
    answer("event", tea());
    assertEquals(4, (int) seen.value);
  }

  @Test
  public void initialData_isThere_andItsAgeCounts() {
    Query<Event> young = event.staleTime(1000).initialData(tea(), world.now() - 500);
    assertEquals(tea(), see(client.fetchQuery(young)).value);
    assertEquals(world.now() - 500, client.getQuery(EVENT).dataUpdatedAt(), 0);
    assertEquals(0, network.count("event"));
    world.advance(600);
    client.fetchQuery(young);
    world.advance(0);
    assertEquals(1, network.count("event"));
    answer("event", tea());
  }

  @Test
  public void ensure_takesWhatIsThere_prefetch_neverFails() {
    client.setQueryData(EVENT, tea());
    assertEquals(tea(), see(client.ensureQueryData(event)).value);
    Seen<Void> seen = see(client.prefetchQuery(event));
    fail("event");
    assertEquals(1, seen.times);
    assertNull(seen.error);
  }

  @Test
  public void set_andUpdate_writeTheConfirmedValue() {
    assertEquals(tea(), client.setQueryData(EVENT, tea()));
    assertEquals("Coffee", client.updateQueryData(EVENT, old -> old.titled("Coffee")).title);
    assertNull(client.updateQueryData(EVENT, old -> null));
    assertEquals("Coffee", client.getQueryData(EVENT).title);
    assertEquals(
        "first",
        client.updateQueryData(QueryKey.<String>of("new"), old -> old == null ? "first" : "again"));
  }

  @Test
  public void equalData_keepsTheObjectThatIsThere() {
    QueryKey<Object> document = QueryKey.of("document");
    Object first = client.setQueryData(document, json("{'id':1,'tags':['a','b']}"));
    assertSame(first, client.setQueryData(document, json("{'id':1,'tags':['a','b']}")));
    assertNotEquals(first, client.setQueryData(document, json("{'id':1,'tags':['a']}")));
  }

  @Test
  public void sharing_isTheQuerysOwn() {
    Query<Event> shared = event.sharingByEquals();
    see(client.fetchQuery(shared));
    answer("event", tea());
    Event first = client.getQueryData(EVENT);
    see(client.fetchQuery(shared));
    answer("event", tea());
    assertSame(first, client.getQueryData(EVENT));
  }

  @Test
  public void numbers_areDoubles_whateverTheyWereGivenAs() {
    QueryKey<Object> count = QueryKey.of("count", 7L);
    assertEquals(QueryKey.of("count", 7.0), count);
    client.setQueryData(count, 5);
    assertEquals(5.0, client.getQueryData(count));
    client.updateQueryData(count, old -> 6L);
    assertEquals(6.0, client.getQueryData(count));
    assertEquals("6", Json.stringify(client.getQueryData(QueryKey.of("count", 7))));
  }

  @Test
  public void keys_areEqualByTheirParts_andTellThem() {
    assertEquals(QueryKey.of("event", 1), EVENT);
    assertEquals(QueryKey.of("event", 1).hashCode(), EVENT.hashCode());
    assertNotEquals(QueryKey.of("event", 2), EVENT);
    Object name = "event";
    assertNotEquals(EVENT, name);
    assertEquals("[a, b]", QueryKey.of("a", "b").toString());
  }

  @Test
  public void aKey_inTheClientsMethods_meansAllThatStartWithIt() {
    for (int i = 0; i < 3; i++) {
      client.setQueryData(QueryKey.<Event>of("event", i), tea());
    }
    client.setQueryData(QueryKey.<String>of("other"), "x");
    see(client.invalidateQueries(QueryKey.of("event")));
    assertEquals(
        3, client.getQueries(Filters.all().where(CachedQuery::isInvalidated)).size());
    client.removeQueries(EVENT);
    assertNull(client.getQueryData(EVENT));
    assertEquals(2, client.getQueries(QueryKey.<Event>of("event").filters()).size());
    assertEquals(0, client.getQueries(Filters.under("event").exact()).size());
  }

  @Test
  public void filters_pickByState() {
    Observer<Event> observer = client.observe(event.staleTime(1000));
    watch(observer);
    answer("event", tea());
    client.setQueryData(QueryKey.<String>of("other"), "x");
    assertEquals(1, client.getQueries(Filters.all().active()).size());
    assertEquals(1, client.getQueries(Filters.all().inactive()).size());
    assertEquals(0, client.getQueries(Filters.under("event").stale(true)).size());
    assertEquals(1, client.getQueries(Filters.under("event").stale(false)).size());
    Seq<CachedQuery<Event>> found =
        client.getQueries(EVENT.filters().where(query -> query.data().title.equals("Tea")));
    assertEquals("[\"event\",1]", found.get(0).hash());
    client.refetchQueries(EVENT);
    world.advance(0);
    assertEquals(1, client.isFetching(Filters.all()));
    assertEquals(
        1, client.getQueries(Filters.all().fetchStatus(FetchStatus.FETCHING)).size());
    see(client.cancelQueries(EVENT));
    assertEquals(0, client.isFetching(EVENT));
    network.pending("event").answer(tea());
    see(client.invalidateQueries(EVENT.filters().refetchNone()));
    assertEquals(2, network.count("event"));
  }

  @Test
  public void invalidate_fetchesTheInactiveToo_ifItIsAskedTo() {
    see(client.fetchQuery(event));
    answer("event", tea());
    see(client.invalidateQueries(EVENT));
    assertEquals(1, network.count("event"));
    see(client.invalidateQueries(EVENT.filters().refetchAll()));
    assertEquals(2, network.count("event"));
    answer("event", tea());
  }

  @Test
  public void reset_goesBackToTheInitialData() {
    Query<Event> initial = event.initialData(tea());
    see(client.ensureQueryData(initial));
    client.setQueryData(EVENT, tea().titled("Coffee"));
    see(client.resetQueries(EVENT));
    assertEquals("Tea", client.getQueryData(EVENT).title);
  }

  @Test
  public void defaults_areTheKeysThenTheClients() {
    client.setDefaultOptions(Query.defaults().staleTime(1000), Mutation.defaults());
    client.setQueryDefaults(QueryKey.of("event"), event);
    Observer<Event> observer = client.observe(Query.of(EVENT));
    watch(observer);
    answer("event", tea());
    assertFalse(observer.current().isStale());
    world.advance(1002);
    assertTrue(observer.current().isStale());
  }

  @Test
  public void staticData_isNeverFetchedAgain() {
    Observer<Event> observer = client.observe(event.staticData());
    watch(observer);
    answer("event", tea());
    see(client.invalidateQueries(EVENT));
    assertEquals(1, network.count("event"));
  }

  @Test
  public void networkMode_decidesWhatHappensOffline() {
    world.environment().online.setOnline(false);
    Seen<Event> paused = see(client.fetchQuery(event));
    assertEquals(FetchStatus.PAUSED, client.getQuery(EVENT).fetchStatus());
    assertEquals(0, network.count("event"));
    Seen<Event> seen = see(client.fetchQuery(Query.of(QueryKey.<Event>of("always"))
        .networkMode(NetworkMode.ALWAYS)
        .queryFn(context -> send("always"))));
    answer("always", tea());
    assertEquals(tea(), seen.value);
    client.setDefaultOptions(Query.defaults().networkMode(NetworkMode.ALWAYS), Mutation.defaults());
    Seen<Event> online = see(client.fetchQuery(Query.of(QueryKey.<Event>of("online"))
        .networkMode(NetworkMode.ONLINE)
        .queryFn(context -> send("online"))));
    assertEquals(0, network.count("online"));
    see(client.fetchQuery(Query.of(QueryKey.<Event>of("first"))
        .networkMode(NetworkMode.OFFLINE_FIRST)
        .retry(1)
        .queryFn(context -> send("first"))));
    fail("first");
    world.advance(2000);
    assertEquals("a retry waits", 1, network.count("first"));
    assertEquals(0, online.times);
    assertEquals(0, paused.times);
    world.environment().online.setOnline(true);
  }

  @Test
  public void anyOptionOfTheEngine_canBeSet() {
    Query<Event> odd = event.meta("about").with(options -> options.queryKeyHashFn = key -> "odd");
    see(client.fetchQuery(odd));
    answer("event", tea());
    assertEquals("odd", client.getQueries(Filters.all()).get(0).hash());
    assertEquals("about", client.getQueries(Filters.all()).get(0).engine().getMeta());
    assertEquals(1, client.getQueries(Filters.all()).get(0).dataUpdateCount());
  }
}
