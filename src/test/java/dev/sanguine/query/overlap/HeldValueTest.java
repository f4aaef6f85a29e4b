package dev.sanguine.query.overlap;

import static org.junit.Assert.assertEquals;

import dev.sanguine.query.EngineCase;
import dev.sanguine.query.Hydration;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.Screen;
import dev.sanguine.query.options.QueryFilters;
import dev.sanguine.query.options.SetDataOptions;
import dev.sanguine.query.state.DehydratedState;
import org.junit.Before;
import org.junit.Test;

/** A value that is held back comes late: what happened meanwhile is not undone by it. */
public class HeldValueTest extends EngineCase {
  private Screen screen;

  @Before
  public void aCounterWithASentIncrement() {
    cache("counter", "{'n':10}");
    screen = watch(query("counter").staleTime(1e9).retry(0));
    mutate(change("A", (intent, v) -> {
      intent.increment(key("counter"), "n", 1);
      return undefined();
    }));
    settle();
  }

  private void refetch() {
    client.refetchQueries(key("counter"), null);
    settle();
  }

  private DehydratedState hydration(String document) {
    QueryClient other = newClient();
    SetDataOptions later = new SetDataOptions();
    later.updatedAt = world.now() + 1000;
    other.setQueryData(key("counter"), json(document), later);
    return Hydration.dehydrate(other, null);
  }

  @Test
  public void aWriteByHandAfterIt_stands() {
    refetch();
    answer("get counter", "{'n':20}");
    cache("counter", "{'n':30}");
    fail("A");
    assertEquals("{'n':30}", screen.now());
    assertEquals("{'n':30}", base("counter"));
  }

  @Test
  public void aFetchAfterIt_thatFails_leavesItToCome() {
    refetch();
    answer("get counter", "{'n':20}");
    refetch();
    fail("get counter");
    fail("A");
    assertEquals("{'n':20}", screen.now());
  }

  @Test
  public void aHydrationThatIsHeld_leavesTheFetchUnderWay() {
    refetch();
    Hydration.hydrate(client, hydration("{'n':20}"), null);
    assertEquals("fetching", screen.result().fetchStatus);
    answer("get counter", "{'n':30}");
    assertEquals("idle", screen.result().fetchStatus);
    fail("A");
    assertEquals("{'n':30}", screen.now());
    assertEquals("idle", screen.result().fetchStatus);
  }

  @Test
  public void aHydrationThatWasHeldDuringAFetch_doesNotBringItsFetchStatusBack() {
    refetch();
    Hydration.hydrate(client, hydration("{'n':20}"), null);
    client.cancelQueries(key("counter"), null);
    settle();
    assertEquals("idle", screen.result().fetchStatus);
    fail("A");
    assertEquals("idle", screen.result().fetchStatus);
    assertEquals("{'n':20}", screen.now());
  }

  @Test
  public void aHydrationThatWasHeld_doesNotHideAFetchThatBeganSince() {
    Hydration.hydrate(client, hydration("{'n':20}"), null);
    refetch();
    fail("A");
    assertEquals("fetching", screen.result().fetchStatus);
    answer("get counter", "{'n':21}");
    assertEquals("{'n':21}", screen.now());
    assertEquals("idle", screen.result().fetchStatus);
  }

  @Test
  public void anInvalidationAfterIt_stands() {
    refetch();
    answer("get counter", "{'n':20}");
    QueryFilters none = prefix("counter");
    none.refetchType = "none";
    client.invalidateQueries(none, null);
    fail("A");
    assertEquals("{'n':20}", screen.now());
    assertEquals(true, state("counter").isInvalidated);
  }

  @Test
  public void removedMeanwhile_itNeverComes() {
    refetch();
    answer("get counter", "{'n':20}");
    screen.stop.run();
    client.removeQueries(key("counter"));
    fail("A");
    assertEquals("absent", view("counter"));
  }

  @Test
  public void resetMeanwhile_itNeverComes() {
    refetch();
    answer("get counter", "{'n':20}");
    client.resetQueries(key("counter"), null);
    settle();
    fail("A");
    assertEquals("absent", screen.now());
    answer("get counter", "{'n':5}");
    assertEquals("{'n':5}", screen.now());
  }

  @Test
  public void itsTime_isThatOfItsArrival() {
    world.advance(10);
    refetch();
    answer("get counter", "{'n':20}");
    double arrived = world.now();
    world.advance(500);
    fail("A");
    assertEquals(arrived, state("counter").dataUpdatedAt, 0);
  }
}
