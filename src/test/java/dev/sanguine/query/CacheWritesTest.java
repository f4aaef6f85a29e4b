package dev.sanguine.query;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.law.Updater;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.options.SetDataOptions;
import dev.sanguine.query.state.QueryState;
import dev.sanguine.query.state.States;
import org.junit.Test;

/** Reading and writing by hand, while no change is pending. */
public class CacheWritesTest extends EngineCase {
  @Test
  public void whatIsSet_isRead_andIsASuccess() {
    Object kept = client.setQueryData(key("q", 1), json("{'n':1}"), null);
    assertSame(kept, client.getQueryData(key("q", 1)));
    QueryState state = client.getQueryState(key("q", 1));
    assertEquals("success", state.status);
    assertEquals(world.now(), state.dataUpdatedAt, 0);
    assertEquals(1, state.dataUpdateCount);
    assertEquals("absent", view("q"));
  }

  @Test
  public void nothingIsMade_byReading() {
    assertEquals("absent", view("q"));
    assertEquals(true, env.values.isUndefined(state("q")));
    assertEquals(0, client.getQueryCache().getAll().size());
  }

  @Test
  public void anUpdater_isGivenWhatIsThere() {
    Seq<String> given = new Seq<>();
    Updater updater = old -> {
      given.add(text(old));
      return json("{'n':1}");
    };
    client.setQueryData(key("q"), updater, null);
    client.setQueryData(key("q"), updater, null);
    assertEquals("absent | {'n':1}", join(given));
  }

  @Test
  public void undefined_makesNothingAndChangesNothing() {
    Updater none = old -> undefined();
    client.setQueryData(key("q"), none, null);
    assertNull(queryOf("q"));
    cache("q", "1");
    client.setQueryData(key("q"), none, null);
    assertEquals("1", view("q"));
    assertEquals(1, state("q").dataUpdateCount);
  }

  @Test
  public void updatedAt_isTakenIfGiven_andClearsInvalidation() {
    cache("q", "1");
    client.invalidateQueries(prefix("q"), null);
    SetDataOptions options = new SetDataOptions();
    options.updatedAt = 42.0;
    client.setQueryData(key("q"), json("2"), options);
    assertEquals(42, state("q").dataUpdatedAt, 0);
    assertEquals(false, state("q").isInvalidated);
  }

  @Test
  public void falseZeroAndTheEmptyText_areData() {
    client.setQueryData(key("f"), false, null);
    client.setQueryData(key("z"), 0.0, null);
    client.setQueryData(key("t"), "", null);
    assertEquals("false", view("f"));
    assertEquals("0", view("z"));
    assertEquals("''", view("t"));
    assertEquals("success", state("z").status);
  }

  @Test
  public void setQueriesData_writesWhatTheFiltersMean_andGivesPairs() {
    cache("a", "{'n':1}");
    client.setQueryData(key("a", 1), json("{'n':2}"), null);
    cache("b", "{'n':3}");
    Updater updater = old -> Json.with(old, "seen", true);
    Seq<Seq<Object>> pairs = client.setQueriesData(prefix("a"), updater, null);
    assertEquals(2, pairs.size());
    assertEquals("{'n':2,'seen':true}", text(pairs.get(1).get(1)));
    assertEquals("{'n':1,'seen':true}", view("a"));
    assertEquals("{'n':3}", view("b"));
  }

  @Test
  public void getQueriesData_givesPairsInTheOrderOfMaking() {
    client.setQueryData(key("a", 2), json("2"), null);
    client.setQueryData(key("a", 1), json("1"), null);
    Seq<Seq<Object>> pairs = client.getQueriesData(prefix("a"));
    assertEquals("['a',2]", text(keyOf(pairs.get(0).get(0))));
    assertEquals("1", text(pairs.get(1).get(1)));
    assertEquals(0, client.getQueriesData(prefix("none")).size());
  }

  private Object keyOf(Object key) {
    return Json.parse(env.values.hashKey(key));
  }

  @Test
  public void aWriteDuringAFetch_isOverwrittenByTheFetch() {
    Screen screen = watch(query("q"));
    settle();
    cache("q", "{'n':'by hand'}");
    assertEquals("{'n':'by hand'}", screen.now());
    assertEquals("fetching", screen.result().fetchStatus);
    answer("get q", "{'n':'fetched'}");
    assertEquals("{'n':'fetched'}", screen.now());
  }

  @Test
  public void aWriteDuringAFetch_isWhatACancellationGoesBackTo() {
    watch(query("q"));
    settle();
    cache("q", "{'n':'by hand'}");
    client.cancelQueries(key("q"), null);
    settle();
    assertEquals("{'n':'by hand'}", view("q"));
    assertEquals("idle", state("q").fetchStatus);
  }

  @Test
  public void observersHearOfAWrite() {
    cache("q", "1");
    Screen screen = watch(query("q").staleTime(1e9));
    cache("q", "2");
    cache("q", "3");
    assertEquals("1 | 2 | 3", screen.history());
    assertEquals(2, screen.told);
  }

  @Test
  public void setState_replacesTheState() {
    cache("q", "1");
    QueryState next = States.copy(state("q"));
    next.data = json("5");
    queryOf("q").setState(next);
    assertEquals("5", view("q"));
  }

  @Test
  public void clear_emptiesBothCaches() {
    cache("q", "1");
    mutate(MutationOptions.create().mutationFn((v, context) -> 1.0));
    settle();
    Seq<String> events = cacheEvents();
    client.clear();
    assertEquals("removed", join(events));
    assertEquals(0, client.getQueryCache().getAll().size());
    assertEquals(0, client.getMutationCache().getAll().size());
  }

  @Test
  public void twoQueriesWithoutData_haveAStateEach() {
    Query a = client
        .getQueryCache()
        .build(client, client.defaultQueryOptions(QueryOptions.of(key("a"))), null);
    Query b = client
        .getQueryCache()
        .build(client, client.defaultQueryOptions(QueryOptions.of(key("b"))), null);
    a.getState().data = "written by hand";
    assertTrue(env.values.isUndefined(b.getState().data));
  }
}
