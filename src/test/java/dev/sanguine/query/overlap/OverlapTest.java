package dev.sanguine.query.overlap;

import static org.junit.Assert.assertEquals;

import dev.sanguine.json.Json;
import dev.sanguine.query.EngineCase;
import dev.sanguine.query.Hydration;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.Screen;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.SetDataOptions;
import dev.sanguine.query.state.DehydratedState;
import org.junit.Before;
import org.junit.Test;

/** A value whose request overlapped a change's may hold the change or not: it is never shown twice, never lost. */
public class OverlapTest extends EngineCase {
  private Screen screen;

  @Before
  public void aCounterAndAList() {
    cache("counter", "{'n':10}");
    cache("list", "[{'id':1,'n':'x'}]");
    screen = watch(query("counter").staleTime(1e9));
  }

  private MutationOptions increment(String name) {
    return change(name, (intent, v) -> {
      intent.increment(key("counter"), "n", 1);
      return undefined();
    });
  }

  private void refetch(String name) {
    client.refetchQueries(key(name), null);
    settle();
  }

  @Test
  public void anIncrement_theFetchAlreadyHoldsIt_confirmedAfterwards_isCountedOnce() {
    mutate(increment("A"));
    settle();
    refetch("counter");
    answer("get counter", "{'n':11}");
    assertEquals("{'n':11}", screen.now());
    answer("A", "{}");
    answer("get counter", "{'n':11}");
    assertEquals("{'n':10} | {'n':11}", screen.history());
  }

  @Test
  public void anIncrement_theFetchCameBeforeIt_confirmedAfterwards_isCountedOnce() {
    mutate(increment("A"));
    settle();
    refetch("counter");
    answer("get counter", "{'n':10}");
    answer("A", "{}");
    assertEquals("{'n':11}", screen.now());
    answer("get counter", "{'n':11}");
    assertEquals("{'n':10} | {'n':11}", screen.history());
  }

  @Test
  public void anIncrement_heldValue_isTakenIfTheChangeFails() {
    mutate(increment("A"));
    settle();
    refetch("counter");
    answer("get counter", "{'n':20}");
    assertEquals("{'n':11}", screen.now());
    fail("A");
    assertEquals("{'n':20}", screen.now());
    assertEquals("{'n':20}", base("counter"));
  }

  @Test
  public void twoIncrements_heldUntilBothSettled_oneConfirmed_dropsTheValue() {
    mutate(increment("A"));
    mutate(increment("B"));
    settle();
    refetch("counter");
    answer("get counter", "{'n':11}");
    fail("A");
    assertEquals("{'n':11}", screen.now());
    answer("B", "{}");
    assertEquals("{'n':11}", screen.now());
    answer("get counter", "{'n':11}");
    assertEquals("{'n':11}", screen.now());
    assertEquals("{'n':10} | {'n':11} | {'n':12} | {'n':11}", screen.history());
  }

  @Test
  public void twoIncrements_bothFail_theHeldValueIsTaken() {
    mutate(increment("A"));
    mutate(increment("B"));
    settle();
    refetch("counter");
    answer("get counter", "{'n':30}");
    fail("B");
    assertEquals("{'n':11}", screen.now());
    fail("A");
    assertEquals("{'n':30}", screen.now());
  }

  @Test
  public void theLaterOfTwoHeldValues_isTheOneThatIsTaken() {
    mutate(increment("A"));
    settle();
    refetch("counter");
    answer("get counter", "{'n':20}");
    refetch("counter");
    answer("get counter", "{'n':30}");
    fail("A");
    assertEquals("{'n':30}", screen.now());
  }

  @Test
  public void aHeldFetch_isOverForItsObserversAndItsCallers() {
    mutate(increment("A"));
    settle();
    Outcome fetched = outcome(client.fetchQuery(query("counter")));
    settle();
    assertEquals("fetching", screen.result().fetchStatus);
    answer("get counter", "{'n':20}");
    assertEquals("idle", screen.result().fetchStatus);
    assertEquals("done: {'n':11}", fetched.toString());
  }

  @Test
  public void anIncrementThatWaitsOffline_holdsNothingBack() {
    env.online.setOnline(false);
    mutate(increment("A"));
    settle();
    client.setQueryData(key("counter"), json("{'n':20}"), null);
    assertEquals("{'n':21}", screen.now());
    assertEquals("{'n':20}", base("counter"));
  }

  @Test
  public void anAppend_theFetchAlreadyHoldsIt_isNotShownTwice() {
    Screen list = watch(query("list").staleTime(1e9));
    mutate(change("A", (intent, v) -> {
      intent.append(key("list"), json("{'id':'temp','n':'new'}"));
      return undefined();
    }));
    settle();
    refetch("list");
    answer("get list", "[{'id':1,'n':'x'},{'id':2,'n':'new'}]");
    assertEquals("[{'id':1,'n':'x'},{'id':'temp','n':'new'}]", list.now());
    answer("A", "{'id':2,'n':'new'}");
    answer("get list", "[{'id':1,'n':'x'},{'id':2,'n':'new'}]");
    assertEquals("[{'id':1,'n':'x'},{'id':2,'n':'new'}]", list.now());
    assertEquals(-1, list.history().indexOf("'temp','n':'new'},{'id':2"));
  }

  @Test
  public void mergeRemoveUpsertSet_areFoldedOverTheFetchedValueAtOnce() {
    Screen list = watch(query("list").staleTime(1e9));
    mutate(change("A", (intent, v) -> {
      intent.merge(key("list"), json("{'id':1,'n':'X'}"));
      intent.upsert(key("list"), json("{'id':2,'n':'Y'}"));
      intent.remove(key("list"), 3.0);
      return undefined();
    }));
    settle();
    refetch("list");
    answer("get list", "[{'id':1,'n':'X'},{'id':3,'n':'z'},{'id':4,'n':'new'}]");
    assertEquals("[{'id':1,'n':'X'},{'id':4,'n':'new'},{'id':2,'n':'Y'}]", list.now());
    fail("A");
    assertEquals("[{'id':1,'n':'X'},{'id':3,'n':'z'},{'id':4,'n':'new'}]", list.now());
  }

  @Test
  public void aPushOverAFunctionThatWasSent_isHeld_andTakenIfItFails() {
    mutate(change("A", (intent, v) -> {
      intent.update(key("counter"), old -> Json.with(old, "n", Json.number(old, "n") + 1));
      return undefined();
    }));
    settle();
    Hydration.hydrate(client, pushed("{'n':11}"), null);
    assertEquals("{'n':11}", screen.now());
    fail("A");
    assertEquals("{'n':11}", screen.now());
    assertEquals("{'n':11}", base("counter"));
  }

  @Test
  public void aHydrationOverAnIncrementThatIsConfirmedThen_isDroppedAndFetchedAgain() {
    mutate(increment("A"));
    settle();
    Hydration.hydrate(client, pushed("{'n':11}"), null);
    answer("A", "{}");
    assertEquals("{'n':11}", screen.now());
    answer("get counter", "{'n':11}");
    assertEquals("{'n':11}", screen.now());
    assertEquals("{'n':11}", base("counter"));
  }

  /** A state of another process, newer than what is here. */
  private DehydratedState pushed(String document) {
    QueryClient other = newClient();
    SetDataOptions later = new SetDataOptions();
    later.updatedAt = world.now() + 1000;
    other.setQueryData(key("counter"), json(document), later);
    return Hydration.dehydrate(other, null);
  }

  @Test
  public void aFetchSentAfterTheConfirmation_holdsTheChange_andIsTakenAtOnce() {
    mutate(increment("A"));
    answer("A", "{}");
    assertEquals(1, network.count("get counter"));
    answer("get counter", "{'n':11}");
    assertEquals("{'n':11}", base("counter"));
    assertEquals("{'n':10} | {'n':11}", screen.history());
  }

  @Test
  public void aFetchSentBefore_landsAfterTheConfirmation_doesNotTakeTheChangeBack() {
    client.refetchQueries(key("counter"), null);
    settle();
    mutate(increment("A"));
    answer("A", "{}");
    assertEquals("{'n':11}", screen.now());
    assertEquals(2, network.count("get counter"));
    answer("get counter", "{'n':10}");
    assertEquals("{'n':11}", screen.now());
    network.last("get counter").answer(json("{'n':11}"));
    settle();
    assertEquals("{'n':10} | {'n':11}", screen.history());
    assertEquals("{'n':11}", base("counter"));
  }
}
