package dev.sanguine.query;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;

import dev.sanguine.env.Seq;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.state.CacheEvent;
import org.junit.Test;

/** What nobody uses is taken out of its cache after its time. */
public class GcTest extends EngineCase {
  private static final double FIVE_MINUTES = 5 * 60 * 1000;

  @Test
  public void aQuery_afterFiveMinutes() {
    cache("q", "1");
    world.advance(FIVE_MINUTES - 1);
    assertNotNull(queryOf("q"));
    world.advance(1);
    assertNull(queryOf("q"));
  }

  @Test
  public void theTimeStarts_whenTheLastObserverLeaves() {
    Screen screen = watch(query("q").gcTime(100));
    answer("get q", "1");
    world.advance(1000);
    assertNotNull(queryOf("q"));
    screen.stop.run();
    world.advance(99);
    assertNotNull(queryOf("q"));
    world.advance(1);
    assertNull(queryOf("q"));
  }

  @Test
  public void anObserverThatComesInTime_keepsIt() {
    Screen screen = watch(query("q").gcTime(100).staleTime(1e9));
    answer("get q", "1");
    screen.stop.run();
    world.advance(50);
    watch(query("q").gcTime(100).staleTime(1e9));
    world.advance(1000);
    assertEquals("1", view("q"));
    assertEquals(1, network.count("get q"));
  }

  @Test
  public void theLongestTimeThatWasAskedFor_counts() {
    outcome(client.fetchQuery(query("q").gcTime(500)));
    answer("get q", "1");
    outcome(client.fetchQuery(query("q").gcTime(100)));
    answer("get q", "2");
    assertEquals(500, queryOf("q").gcTime, 0);
    world.advance(499);
    assertNotNull(queryOf("q"));
    world.advance(1);
    assertNull(queryOf("q"));
  }

  @Test
  public void gcTimeZero_isAtOnce_infinityNever() {
    Screen zero = watch(query("zero").gcTime(0));
    Screen ever = watch(query("ever").gcTime(Double.POSITIVE_INFINITY));
    settle();
    zero.stop.run();
    ever.stop.run();
    answer("get zero", "1");
    answer("get ever", "1");
    settle();
    assertNull(queryOf("zero"));
    world.advance(1e9);
    assertNotNull(queryOf("ever"));
    client.removeQueries(prefix("ever"));
  }

  @Test
  public void whileItFetches_itStays() {
    Screen screen = watch(query("q").gcTime(100));
    settle();
    screen.stop.run();
    world.advance(1000);
    assertNotNull(queryOf("q"));
    answer("get q", "1");
    world.advance(99);
    assertNotNull(queryOf("q"));
    world.advance(1);
    assertNull(queryOf("q"));
  }

  @Test
  public void onAServer_nothingIsCollected() {
    env.server.setIsServer(() -> true);
    cache("q", "1");
    env.server.setIsServer(() -> false);
    world.advance(1e9);
    assertEquals("1", view("q"));
    client.removeQueries(null);
  }

  @Test
  public void aMutation_afterItsTime_notBeforeItIsSettled() {
    Seq<String> events = new Seq<>();
    atEnd(client.getMutationCache().subscribe((dev.sanguine.env.Listener<CacheEvent>)
        event -> events.add(event.type)));
    mutate(MutationOptions.create()
        .mutationFn((v, context) -> network.send("A", v))
        .gcTime(100));
    world.advance(1000);
    assertEquals(1, client.getMutationCache().getAll().size());
    answer("A", "1");
    world.advance(100);
    assertEquals(0, client.getMutationCache().getAll().size());
    assertEquals("removed", events.get(events.size() - 1));
  }

  @Test
  public void anObservedMutation_stays() {
    MutationObserver observer = new MutationObserver(
        client,
        MutationOptions.create()
            .mutationFn((v, context) -> network.send("A", v))
            .gcTime(100));
    dev.sanguine.env.Task stop = observer.subscribe(result -> {});
    outcome(observer.mutate(undefined(), null));
    answer("A", "1");
    world.advance(1000);
    assertEquals(1, client.getMutationCache().getAll().size());
    stop.run();
    world.advance(100);
    assertEquals(0, client.getMutationCache().getAll().size());
  }

  @Test
  public void aQueryThatFails_isCollectedToo() {
    outcome(client.fetchQuery(query("q").gcTime(10)));
    fail("get q");
    world.advance(9);
    assertEquals("error", queryOf("q").getState().status);
    world.advance(1);
    assertNull(queryOf("q"));
  }

  @Test
  public void aClearedMutation_leavesNoTimer_andIsRemovedOnce() {
    Seq<String> events = new Seq<>();
    mutate(MutationOptions.create().mutationFn((v, context) -> network.send("A", v)));
    mutate(MutationOptions.create().mutationFn((v, context) -> "done"));
    settle();
    atEnd(client.getMutationCache().subscribe((dev.sanguine.env.Listener<CacheEvent>)
        event -> events.add(event.type)));
    client.getMutationCache().clear();
    assertEquals("removed | removed", join(events));
    assertEquals(0, world.timersLeft());
    world.advance(FIVE_MINUTES);
    assertEquals("removed | removed", join(events));
  }

  @Test
  public void aQueryThatWasTakenOut_setsNoTimerAnyMore() {
    Screen screen = watch(query("q").gcTime(100));
    settle();
    Query query = queryOf("q");
    client.getQueryCache().remove(query);
    int before = world.timersLeft();
    screen.stop.run();
    settle();
    assertEquals(before, world.timersLeft());
    outcome(query.fetch(null, null));
    network.last("get q").answer(json("1"));
    settle();
    assertEquals(before, world.timersLeft());
  }

  @Test
  public void aMutationThatWasTakenOut_setsNoTimerAnyMore() {
    MutationObserver observer = new MutationObserver(
        client,
        MutationOptions.create().mutationFn((variables, context) -> network.send("save", null)));
    outcome(observer.mutate(undefined(), null));
    answer("save", "1");
    client.getMutationCache().clear();
    int before = world.timersLeft();
    observer.reset();
    assertEquals(before, world.timersLeft());
  }

  @Test
  public void aStranger_isNotTakenOutForItsNamesake() {
    cache("q", "1");
    Query stranger = newClient().getQueryCache().build(client, query("q"), null);
    Seq<String> events = cacheEvents();
    client.getQueryCache().remove(stranger);
    assertEquals("1", view("q"));
    assertEquals("", join(events));
    stranger.destroy();
  }
}
