package dev.sanguine.query.rollback;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;

import dev.sanguine.json.Json;
import dev.sanguine.query.EngineCase;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.QueryObserver;
import dev.sanguine.query.Screen;
import dev.sanguine.query.options.QueryClientConfig;
import org.junit.Before;
import org.junit.Test;

/** Cancel, reset, remove, clear and collection of a query that has changes. */
public class IntentLifeTest extends EngineCase {
  @Before
  public void aRecord() {
    cache("record", "{'title':'t0'}");
  }

  private void mergeA() {
    mutate(change("A", (intent, v) -> {
      intent.merge(key("record"), json("{'title':'A'}"));
      return undefined();
    }));
    settle();
  }

  @Test
  public void cancelQueries_revertsTheBase_neverTheLog() {
    Screen screen = watch(query("record").staleTime(1e9));
    mergeA();
    client.refetchQueries(key("record"), null);
    settle();
    client.cancelQueries(key("record"), null);
    settle();
    assertEquals("{'title':'A'}", screen.now());
    assertEquals("idle", screen.result().fetchStatus);
    assertEquals("{'title':'t0'}", base("record"));
    fail("A");
    assertEquals("{'title':'t0'}", screen.now());
  }

  @Test
  public void cancelQueries_afterAChangeThatWasIssuedDuringTheFetch_keepsTheChange() {
    Screen screen = watch(query("record").staleTime(1e9));
    client.invalidateQueries(key("record"), null);
    settle();
    mergeA();
    client.cancelQueries(key("record"), null);
    settle();
    assertEquals("{'title':'A'}", screen.now());
    fail("A");
    assertEquals("{'title':'t0'}", screen.now());
    assertEquals(true, state("record").isInvalidated);
  }

  @Test
  public void aQueryOfAnotherClient_inACacheThatTwoShare_showsTheChangeAndLosesIt() {
    QueryClientConfig config = new QueryClientConfig();
    config.queryCache = client.getQueryCache();
    Screen screen = watch(query("record").staleTime(1e9));
    outcome(newClient(config).mutate(setField("A", "title", "A"), undefined()));
    settle();
    assertEquals("{'title':'A'}", screen.now());
    fail("A");
    assertEquals("{'title':'t0'}", screen.now());
  }

  @Test
  public void reset_dropsTheBase_andTheChangeIsFoldedWhenDataReturns() {
    Screen screen = watch(query("record").staleTime(1e9));
    mergeA();
    client.resetQueries(key("record"), null);
    settle();
    assertEquals("absent", screen.now());
    answer("get record", "{'title':'t1'}");
    assertEquals("{'title':'A'}", screen.now());
    fail("A");
    assertEquals("{'title':'t1'}", screen.now());
  }

  @Test
  public void reset_thenTheChangeFails_nothingIsLeft() {
    Screen screen = watch(query("record").enabled(false));
    mergeA();
    client.resetQueries(key("record"), null);
    fail("A");
    assertEquals("absent", screen.now());
    assertNull(queryOf("record").gate());
  }

  @Test
  public void reset_toInitialData_isFoldedAtOnce() {
    Screen screen = watch(new QueryObserver(
        client, query("other").initialData(json("{'title':'first'}")).enabled(false)));
    mutate(change("A", (intent, v) -> {
      intent.merge(key("other"), json("{'by':'A'}"));
      return undefined();
    }));
    settle();
    client.resetQueries(key("other"), null);
    settle();
    assertEquals("{'title':'first','by':'A'}", screen.now());
  }

  @Test
  public void remove_dropsTheBase_andTheChangeIsFoldedWhenDataReturns() {
    mergeA();
    client.removeQueries(key("record"));
    assertNull(queryOf("record"));
    cache("record", "{'title':'t1'}");
    assertEquals("{'title':'A'}", view("record"));
    fail("A");
    assertEquals("{'title':'t1'}", view("record"));
  }

  @Test
  public void remove_thenConfirmed_aLaterQueryIsNotFolded() {
    mergeA();
    client.removeQueries(key("record"));
    answer("A", "{}");
    cache("record", "{'title':'t1'}");
    assertEquals("{'title':'t1'}", view("record"));
  }

  @Test
  public void clear_dropsEverything_andTheSettlementComesToNothing() {
    Outcome[] outcomes = {mutate(setField("A", "title", "A"))};
    settle();
    client.clear();
    assertEquals("absent", view("record"));
    fail("A");
    assertEquals("failed: CancelledError", outcomes[0].toString());
    assertNull(queryOf("record"));
  }

  @Test
  public void clear_aQueryThatComesLater_isNotFolded() {
    mutate(setField("A", "title", "A"));
    settle();
    client.clear();
    cache("record", "{'title':'t1'}");
    assertEquals("{'title':'t1'}", view("record"));
    answer("A", "{}");
    assertEquals("{'title':'t1'}", view("record"));
  }

  @Test
  public void collection_waitsForTheChanges() {
    client
        .getQueryCache()
        .build(client, client.defaultQueryOptions(query("short").gcTime(100)), null);
    client.setQueryData(key("short"), json("{'n':1}"), null);
    mutate(change("A", (intent, v) -> {
      intent.update(key("short"), old -> Json.with(old, "a", true));
      return undefined();
    }));
    settle();
    world.advance(10 * 60 * 1000);
    assertEquals("{'n':1,'a':true}", view("short"));
    fail("A");
    settle();
    assertNotNull(queryOf("short"));
    world.advance(10 * 60 * 1000);
    assertNull(queryOf("short"));
  }

  @Test
  public void aMutationThatIsGoneFromItsCache_stillSettles() {
    mergeA();
    client.getMutationCache().clear();
    fail("A");
    assertEquals("{'title':'t0'}", view("record"));
  }

  @Test
  public void anObserverThatLeavesAndComesBack_seesTheChange() {
    Screen first = watch(query("record").staleTime(1e9));
    mergeA();
    first.stop.run();
    Screen second = watch(query("record").staleTime(1e9));
    assertEquals("{'title':'A'}", second.now());
    fail("A");
    assertEquals("{'title':'t0'}", second.now());
    assertEquals("{'title':'A'}", first.now());
  }
}
