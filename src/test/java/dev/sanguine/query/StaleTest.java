package dev.sanguine.query;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import dev.sanguine.query.callbacks.QueryDependent;
import dev.sanguine.query.options.QueryFilters;
import dev.sanguine.query.options.QueryOptions;
import org.junit.Test;

/** When data becomes stale, and polling. */
public class StaleTest extends EngineCase {
  @Test
  public void theResultTurnsStale_whenItsTimeIsOver() {
    Screen screen = watch(query("q").staleTime(100));
    answer("get q", "1");
    assertFalse(screen.result().isStale);
    int told = screen.told;
    world.advance(99);
    assertFalse(screen.result().isStale);
    world.advance(2);
    assertTrue(screen.result().isStale);
    assertEquals(told + 1, screen.told);
    assertEquals(1, network.count("get q"));
  }

  @Test
  public void newData_startsTheTimeAnew() {
    Screen screen = watch(query("q").staleTime(100));
    answer("get q", "1");
    world.advance(90);
    cache("q", "2");
    world.advance(90);
    assertFalse(screen.result().isStale);
    world.advance(12);
    assertTrue(screen.result().isStale);
  }

  @Test
  public void anotherStaleTime_counts() {
    Screen screen = watch(query("q").staleTime(1e9));
    answer("get q", "1");
    world.advance(50);
    screen.observer.setOptions(query("q").staleTime(60));
    assertFalse(screen.result().isStale);
    world.advance(12);
    assertTrue(screen.result().isStale);
    QueryOptions asked = query("q");
    asked.staleTime = (QueryDependent) query -> 1e9;
    screen.observer.setOptions(asked);
    assertFalse(screen.result().isStale);
  }

  @Test
  public void aDisabledQuery_isNeverStale_oneWithoutDataAlways() {
    cache("q", "1");
    world.advance(1000);
    assertFalse(watch(query("q").enabled(false)).result().isStale);
    assertTrue(new QueryObserver(client, query("r").staleTime(1e9)).getCurrentResult().isStale);
  }

  @Test
  public void infinity_neverTurnsStale_butCanBeInvalidated() {
    Screen screen = watch(query("q").staleTime(Double.POSITIVE_INFINITY));
    answer("get q", "1");
    world.advance(1e9);
    assertFalse(screen.result().isStale);
    QueryFilters none = prefix("q");
    none.refetchType = "none";
    client.invalidateQueries(none, null);
    assertTrue(screen.result().isStale);
  }

  @Test
  public void isStale_ofAQueryThatNobodyWatches() {
    cache("q", "1");
    assertFalse(queryOf("q").isStale());
    assertTrue(queryOf("q").isStaleByTime(0.0));
    assertFalse(queryOf("q").isStaleByTime(10.0));
    assertFalse(queryOf("q").isStaleByTime("static"));
    queryOf("q").invalidate();
    assertTrue(queryOf("q").isStale());
    assertTrue(queryOf("q").isStaleByTime(1e9));
    assertFalse(queryOf("q").isStaleByTime("static"));
  }

  @Test
  public void polling_fetchesAtEachInterval() {
    Screen screen = watch(query("q").staleTime(1e9).refetchInterval(100));
    answer("get q", "1");
    world.advance(100);
    answer("get q", "2");
    world.advance(100);
    answer("get q", "3");
    assertEquals("absent | 1 | 2 | 3", screen.history());
    screen.stop.run();
    world.advance(1000);
    assertEquals(3, network.count("get q"));
  }

  @Test
  public void polling_restsWithoutFocus_unlessInBackground() {
    watch(query("q").staleTime(1e9).initialData(json("1")).refetchInterval(100));
    QueryOptions background = query("b").staleTime(1e9).initialData(json("1")).refetchInterval(100);
    background.refetchIntervalInBackground = true;
    watch(background);
    env.focus.setFocused(false);
    world.advance(150);
    assertEquals(0, network.count("get q"));
    assertEquals(1, network.count("get b"));
  }

  @Test
  public void polling_byAFunction_canEnd() {
    QueryOptions options = query("q").staleTime(1e9);
    options.refetchInterval =
        (QueryDependent) query -> query.getState().dataUpdateCount < 3 ? (Object) 100.0 : false;
    watch(options);
    answer("get q", "1");
    world.advance(100);
    answer("get q", "2");
    world.advance(100);
    answer("get q", "3");
    world.advance(1000);
    assertEquals(3, network.count("get q"));
  }

  @Test
  public void polling_followsTheOptions() {
    Screen screen = watch(query("q").staleTime(1e9).initialData(json("1")).refetchInterval(100));
    screen.observer.setOptions(query("q").staleTime(1e9).refetchInterval(300));
    world.advance(299);
    assertEquals(0, network.count("get q"));
    world.advance(1);
    assertEquals(1, network.count("get q"));
    answer("get q", "1");
    screen.observer.setOptions(query("q").staleTime(1e9).refetchInterval(300).enabled(false));
    world.advance(1000);
    assertEquals(1, network.count("get q"));
  }

  @Test
  public void onAServer_noTimerIsSet() {
    env.server.setIsServer(() -> true);
    Screen screen = watch(query("q").staleTime(100).refetchInterval(100));
    answer("get q", "1");
    int left = world.timersLeft();
    screen.stop.run();
    assertEquals(0, left);
    env.server.setIsServer(() -> false);
  }

  @Test
  public void aDisabledObserver_setsNoTimer() {
    cache("q", "1");
    int before = world.timersLeft();
    QueryOptions disabled = query("q").staleTime(100);
    disabled.enabled = false;
    QueryObserver observer = new QueryObserver(client, disabled);
    atEnd(observer.subscribe(result -> {}));
    assertEquals(before - 1, world.timersLeft());
  }
}
