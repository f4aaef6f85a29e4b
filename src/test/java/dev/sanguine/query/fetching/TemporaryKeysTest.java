package dev.sanguine.query.fetching;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertSame;

import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.query.EngineCase;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.QueryObserver;
import dev.sanguine.query.Screen;
import dev.sanguine.query.TemporaryIds;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryFilters;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.pending.IntentsObserver;
import dev.sanguine.query.state.QueryResult;
import org.junit.Test;

/** A query whose key holds the temporary id of a record waits for the server's id, and goes on under that. */
public class TemporaryKeysTest extends EngineCase {
  private final Object temporary = key("event", "tmp");
  private final Object real = key("event", 7.0);

  /** The query of an event; it asks for the id that stands in its key. */
  private QueryOptions event(Object key) {
    return QueryOptions.of(key)
        .retryDelay(10)
        .queryFn(context -> network.send("get " + env.values.hashKey(context.queryKey), null));
  }

  private MutationOptions create(String name) {
    return change(name, (intent, event) -> {
      TemporaryIds.temporary(intent, Json.get(event, "id"), null);
      intent.prepend(key("events"), event);
      return undefined();
    });
  }

  /** Shows the new event on its own page too. */
  private MutationOptions createOnItsPage(String name) {
    return change(name, (intent, event) -> {
      intent.set(key("event", Json.get(event, "id")), event);
      TemporaryIds.temporary(intent, Json.get(event, "id"), null);
      return undefined();
    });
  }

  private MutationOptions patch(String name) {
    return change(name, (intent, fields) -> {
      intent.merge(key("event", Json.get(fields, "id")), fields);
      return undefined();
    });
  }

  private void begin(MutationOptions options) {
    mutate(options, json("{'id':'tmp','title':'A'}"));
    settle();
  }

  private String seen(Object key) {
    return text(client.getQueryData(key));
  }

  private void getIsAnswered(String document) {
    answer("get [\"event\",7]", document);
  }

  @Test
  public void theFetchWaitsForTheId_andAsksForThat() {
    cache("events", "[]");
    begin(create("A"));
    Screen page = watch(event(temporary));
    settle();
    assertEquals("paused", page.result().fetchStatus);
    assertEquals("pending", page.result().status);
    answer("A", "{'id':7,'title':'A'}");
    assertEquals("fetching", page.result().fetchStatus);
    assertEquals(0, network.count("get [\"event\",\"tmp\"]"));
    getIsAnswered("{'id':7,'title':'A'}");
    assertEquals("{'id':7,'title':'A'}", page.now());
  }

  @Test
  public void whatThePageShows_staysOverTheSwap() {
    begin(createOnItsPage("A"));
    Screen page = watch(event(temporary));
    settle();
    assertEquals("{'id':'tmp','title':'A'}", page.now());
    answer("A", "{'id':7,'title':'A'}");
    assertEquals("{'id':7,'title':'A'}", page.now());
    assertEquals("success", page.result().status);
    getIsAnswered("{'id':7,'title':'A','by':'server'}");
    assertEquals("{'id':7,'title':'A','by':'server'}", page.now());
    assertEquals(
        "{'id':'tmp','title':'A'} | {'id':7,'title':'A'} | {'id':7,'title':'A','by':'server'}",
        page.history());
  }

  @Test
  public void whatWaitsForTheRecord_standsOverTheNewQuery() {
    begin(createOnItsPage("A"));
    Screen page = watch(event(temporary));
    mutate(patch("B"), json("{'id':'tmp','title':'B'}"));
    settle();
    page.forget();
    answer("A", "{'id':7,'title':'A'}");
    assertEquals("{'id':'tmp','title':'B'} | {'id':7,'title':'B'}", page.history());
    fail("B");
    assertEquals("{'id':7,'title':'A'}", page.now());
    getIsAnswered("{'id':7,'title':'A'}");
  }

  @Test
  public void aFetchThatWaits_isShownAsPausedFromTheStart() {
    begin(createOnItsPage("A"));
    Seq<String> statuses = new Seq<>();
    QueryObserver observer = new QueryObserver(client, event(temporary));
    statuses.add(observer.getCurrentResult().fetchStatus);
    atEnd(observer.subscribe((Listener<QueryResult>) result -> statuses.add(result.fetchStatus)));
    settle();
    answer("A", "{'id':7,'title':'A'}");
    getIsAnswered("{'id':7,'title':'A'}");
    assertEquals("idle | paused | fetching | idle", join(statuses));
  }

  @Test
  public void aChangeThatSaysTheTemporaryKey_standsOverTheNewQuery() {
    begin(createOnItsPage("A"));
    Screen page = watch(event(temporary));
    mutate(change("L", (intent, nothing) -> {
      intent.merge(temporary, json("{'liked':true}"));
      return undefined();
    }));
    settle();
    answer("A", "{'id':7,'title':'A'}");
    assertEquals("{'id':7,'title':'A','liked':true}", page.now());
    fail("L");
    assertEquals("{'id':7,'title':'A'}", page.now());
    getIsAnswered("{'id':7,'title':'A'}");
  }

  @Test
  public void anOlderChangeOfAllQueries_doesNotKeepThePageEmpty() {
    mutate(change("ALL", (intent, nothing) -> {
      intent.merge(QueryFilters.of(key("event")), json("{'id':1,'seen':true}"));
      return undefined();
    }));
    begin(createOnItsPage("A"));
    Screen page = watch(event(temporary));
    answer("A", "{'id':7,'title':'A'}");
    assertEquals("{'id':7,'title':'A'}", page.now());
    answer("ALL", "{}");
    getIsAnswered("{'id':7,'title':'A'}");
  }

  @Test
  public void bothKeysMeanTheSameQuery_afterwards() {
    begin(createOnItsPage("A"));
    Screen page = watch(event(temporary));
    answer("A", "{'id':7,'title':'A'}");
    getIsAnswered("{'id':7,'title':'A'}");
    client.setQueryData(temporary, json("{'id':7,'title':'by hand'}"), null);
    assertEquals("{'id':7,'title':'by hand'}", seen(real));
    assertEquals("{'id':7,'title':'by hand'}", page.now());
    assertEquals(1, client.getQueryCache().findAll(QueryFilters.of(temporary)).size());
    assertEquals("[\"event\",7]", client.getQueryCache().find(temporary).queryHash);
    assertEquals(1, client.getQueryCache().getAll().size());
    client.invalidateQueries(temporary, null);
    settle();
    getIsAnswered("{'id':7,'title':'fetched'}");
    assertEquals("{'id':7,'title':'fetched'}", page.now());
    assertEquals(7.0, TemporaryIds.realId(client, "tmp"));
    assertEquals("other", TemporaryIds.realId(client, "other"));
  }

  @Test
  public void aPageThatSetsItsOptionsAgain_staysAtTheNewQuery() {
    begin(createOnItsPage("A"));
    QueryOptions drawn = client.defaultQueryOptions(event(temporary));
    Screen page = watch(drawn);
    answer("A", "{'id':7,'title':'A'}");
    page.observer.setOptions(drawn);
    page.observer.setOptions(event(temporary));
    assertEquals("[\"event\",7]", page.observer.getCurrentQuery().queryHash);
    assertEquals("{'id':7,'title':'A'}", page.now());
    getIsAnswered("{'id':7,'title':'A'}");
    assertEquals(1, client.getQueryCache().getAll().size());
  }

  @Test
  public void whoeverWaitsForTheFetch_getsTheRealRecord() {
    cache("events", "[]");
    begin(create("A"));
    Outcome wanted = outcome(client.fetchQuery(event(temporary)));
    settle();
    answer("A", "{'id':7,'title':'A'}");
    getIsAnswered("{'id':7,'title':'A'}");
    assertEquals("{'id':7,'title':'A'}", text(wanted.value));
  }

  @Test
  public void ifTheRealRecordIsThereAlready_thePageShowsIt() {
    begin(createOnItsPage("A"));
    Screen page = watch(event(temporary));
    client.setQueryData(real, json("{'id':7,'title':'A','by':'push'}"), null);
    answer("A", "{'id':7,'title':'A'}");
    assertEquals("{'id':7,'title':'A','by':'push'}", page.now());
    getIsAnswered("{'id':7,'title':'A','by':'server'}");
    assertEquals("{'id':7,'title':'A','by':'server'}", page.now());
  }

  @Test
  public void ifTheRecordIsNotMade_theFetchFailsAtOnce() {
    cache("events", "[]");
    begin(create("A"));
    Screen page = watch(event(temporary));
    settle();
    fail("A");
    settle();
    assertEquals("error", page.result().status);
    assertEquals("idle", page.result().fetchStatus);
    assertEquals(0, network.count("get [\"event\",\"tmp\"]"));
  }

  @Test
  public void ifItIsMadeAfterAll_thePageWaitsAgain() {
    IntentsObserver unsaved = new IntentsObserver(client, null);
    atEnd(unsaved.subscribe(changes -> {}));
    cache("events", "[]");
    begin(create("A"));
    Screen page = watch(event(temporary));
    settle();
    fail("A");
    assertEquals("error", page.result().status);
    unsaved.getCurrentResult().get(0).retry.get();
    settle();
    assertEquals("paused", page.result().fetchStatus);
    answer("A", "{'id':7,'title':'A'}");
    getIsAnswered("{'id':7,'title':'A'}");
    assertEquals("{'id':7,'title':'A'}", page.now());
    assertEquals("success", page.result().status);
  }

  @Test
  public void aPageThatIsLeft_asksForNothing() {
    cache("events", "[]");
    begin(create("A"));
    Screen page = watch(event(temporary));
    settle();
    page.stop.run();
    answer("A", "{'id':7,'title':'A'}");
    settle();
    assertEquals(0, network.count("get [\"event\",7]"));
    assertNull(client.getQueryCache().find(temporary));
  }

  @Test
  public void partsThatDidNotChange_areTheSame() {
    Object tags = json("['x']");
    mutate(createOnItsPage("A"), Json.with(json("{'id':'tmp'}"), "tags", tags));
    Screen page = watch(event(temporary));
    settle();
    answer("A", "{'id':7}");
    assertSame(tags, Json.get(page.result().data, "tags"));
    getIsAnswered("{'id':7,'tags':['x']}");
    assertSame(tags, Json.get(page.result().data, "tags"));
  }

  @Test
  public void otherQueries_areNotTouched() {
    cache("events", "[]");
    client.setQueryData(key("event", "other"), json("1"), null);
    begin(create("A"));
    Seq<String> events = cacheEvents();
    answer("A", "{'id':7,'title':'A'}");
    assertEquals(0, events.filter(event -> event.equals("removed")).size());
    assertEquals("1", seen(key("event", "other")));
  }
}
