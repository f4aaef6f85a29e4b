package dev.sanguine.query.fetching;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import dev.sanguine.query.EngineCase;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.Screen;
import dev.sanguine.query.options.FetchOptions;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryOptions;
import org.junit.Test;

/** What the network's state means to queries: online waits, always tries, offlineFirst tries once. */
public class NetworkModeTest extends EngineCase {
  private void mounted() {
    client.mount();
    atEnd(() -> client.unmount());
  }

  private void online(boolean is) {
    env.online.setOnline(is);
    settle();
  }

  @Test
  public void online_aFetchWaitsForTheNetwork() {
    mounted();
    online(false);
    Screen screen = watch(query("q"));
    settle();
    assertEquals("paused", screen.result().fetchStatus);
    assertEquals(true, screen.result().isPaused);
    assertEquals(0, network.count("get q"));
    online(true);
    assertEquals("fetching", screen.result().fetchStatus);
    answer("get q", "1");
    assertEquals("1", screen.now());
  }

  @Test
  public void online_theNextAttemptWaitsForTheNetwork() {
    mounted();
    Screen screen = watch(query("q").retryDelay(10));
    settle();
    online(false);
    fail("get q");
    world.advance(100);
    assertEquals("paused", screen.result().fetchStatus);
    assertEquals(1, screen.result().failureCount);
    online(true);
    answer("get q", "1");
    assertEquals("1", screen.now());
  }

  @Test
  public void always_isTriedWithoutANetwork() {
    online(false);
    Screen screen = watch(query("q").networkMode("always").retryDelay(10));
    fail("get q");
    world.advance(10);
    answer("get q", "1");
    assertEquals("1", screen.now());
  }

  @Test
  public void offlineFirst_isTriedOnce_andThenWaits() {
    mounted();
    online(false);
    Screen screen = watch(query("q").networkMode("offlineFirst").retryDelay(10));
    settle();
    assertEquals("fetching", screen.result().fetchStatus);
    fail("get q");
    world.advance(100);
    assertEquals(1, network.count("get q"));
    assertEquals("paused", screen.result().fetchStatus);
    online(true);
    answer("get q", "1");
    assertEquals("1", screen.now());
  }

  @Test
  public void aPausedFirstLoad_thatNobodyWatchesAnyMore_isGivenUp() {
    mounted();
    online(false);
    Screen screen = watch(query("q"));
    settle();
    screen.stop.run();
    settle();
    assertEquals("idle", state("q").fetchStatus);
    online(true);
    assertEquals(0, network.count("get q"));
  }

  @Test
  public void aPausedFetch_canBeCancelled() {
    mounted();
    online(false);
    cache("q", "1");
    Screen screen = watch(query("q"));
    settle();
    client.cancelQueries(prefix("q"), null);
    settle();
    assertEquals("idle", screen.result().fetchStatus);
    online(true);
    answer("get q", "2");
    assertEquals("2", screen.now());
  }

  @Test
  public void aFetchInThePlaceOfAPausedOne_isUnderWayAndWaitedFor() {
    online(false);
    cache("q", "1");
    Screen screen = watch(query("q"));
    assertEquals("paused", screen.result().fetchStatus);
    online(true);
    Outcome refetched = outcome(client.refetchQueries(prefix("q"), null));
    assertEquals("fetching", screen.result().fetchStatus);
    settle();
    assertEquals("pending", refetched.toString());
    answer("get q", "2");
    assertEquals("2", screen.now());
  }

  @Test
  public void onReconnect_staleQueriesAreFetched() {
    mounted();
    cache("stale", "1");
    cache("fresh", "1");
    cache("always", "1");
    cache("never", "1");
    watch(query("stale").staleTime(10));
    watch(query("fresh").staleTime(1e9));
    QueryOptions always = query("always").staleTime(1e9);
    always.refetchOnReconnect = "always";
    watch(always);
    QueryOptions never = query("never").staleTime(10);
    never.refetchOnReconnect = false;
    watch(never);
    watch(query("alwaysOn").networkMode("always").staleTime(10).initialData(json("1")));
    world.advance(20);
    online(false);
    online(true);
    assertEquals(1, network.count("get stale"));
    assertEquals(0, network.count("get fresh"));
    assertEquals(1, network.count("get always"));
    assertEquals(0, network.count("get never"));
    assertEquals(0, network.count("get alwaysOn"));
  }

  @Test
  public void beforeMount_andAfterUnmount_nothingIsHeard() {
    cache("q", "1");
    watch(query("q").staleTime(10));
    world.advance(20);
    online(false);
    online(true);
    assertEquals(0, network.count("get q"));
    client.mount();
    client.mount();
    client.unmount();
    online(false);
    online(true);
    assertEquals(1, network.count("get q"));
    answer("get q", "2");
    client.unmount();
    world.advance(20);
    online(false);
    online(true);
    assertEquals(1, network.count("get q"));
    assertTrue(!env.online.hasListeners());
  }

  @Test
  public void isOnline_tellsChangesOnce() {
    int[] heard = {0};
    atEnd(env.online.subscribe(is -> heard[0]++));
    online(false);
    online(false);
    online(true);
    assertEquals(2, heard[0]);
    assertTrue(env.online.isOnline());
  }

  @Test
  public void anotherWayToHearOfTheNetwork_takesTheFirstsPlace() {
    int[] stopped = {0};
    dev.sanguine.env.Task stop = () -> stopped[0]++;
    env.online.setEventListener(set -> stop);
    env.online.setEventListener(set -> {
      set.on(false);
      return null;
    });
    assertEquals(1, stopped[0]);
    assertEquals(false, env.online.isOnline());
  }

  @Test
  public void backOnlineInAHiddenTab_whatNeverLeftLeaves() {
    mounted();
    online(false);
    Screen screen = watch(query("q"));
    mutate(MutationOptions.create().mutationFn((variables, context) -> network.send("save", null)));
    settle();
    env.focus.setFocused(false);
    online(true);
    answer("save", "1");
    answer("get q", "1");
    assertEquals("1", screen.now());
  }

  @Test
  public void cancelledBetweenTwoAttempts_itStaysIdle_offlineToo() {
    Screen screen = watch(query("q").retryDelay(10));
    settle();
    fail("get q");
    client.cancelQueries(prefix("q"), null);
    settle();
    online(false);
    world.advance(100);
    assertEquals("idle", screen.result().fetchStatus);
    assertEquals(1, network.count("get q"));
    online(true);
  }

  @Test
  public void aPausedRefetch_thatFailsLater_isNobodysError() {
    mounted();
    cache("q", "1");
    QueryOptions once = query("q").retry(0);
    once.refetchOnMount = false;
    watch(once);
    online(false);
    FetchOptions throwing = new FetchOptions();
    throwing.throwOnError = true;
    Outcome refetched = outcome(client.refetchQueries(prefix("q"), throwing));
    settle();
    assertFalse(refetched.isPending());
    online(true);
    fail("get q");
    assertEquals("", takeUnhandled());
    assertEquals("error", state("q").status);
  }
}
