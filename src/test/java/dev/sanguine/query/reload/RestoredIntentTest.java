package dev.sanguine.query.reload;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.query.EngineCase;
import dev.sanguine.query.Hydration;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.pending.IntentsObserver;
import dev.sanguine.query.state.DehydratedState;
import org.junit.Before;
import org.junit.Test;

/** Changes over a reload: those that were paused are shown again and go on, or fail and say so. */
public class RestoredIntentTest extends EngineCase {
  @Before
  public void aRecord() {
    client.mount();
    atEnd(() -> client.unmount());
    cache("record", "{'title':'t0'}");
  }

  private void offline() {
    env.online.setOnline(false);
  }

  @Test
  public void reloadWithAChangeInFlight_showsTheBase() {
    mutate(setField("A", "title", "A"));
    settle();
    DehydratedState written = Hydration.dehydrate(client, null);
    assertEquals(0, written.mutations.size());
    QueryClient reloaded = newClient();
    Hydration.hydrate(reloaded, written, null);
    assertEquals("{'title':'t0'}", text(reloaded.getQueryData(key("record"))));
  }

  @Test
  public void reloadWithAPausedChange_withDefaults_issuesItsIntentAgain() {
    MutationOptions save = setField("A", "title", "A").mutationKey(key("save"));
    offline();
    mutate(save, "v");
    settle();
    DehydratedState written = Hydration.dehydrate(client, null);
    assertEquals("{'title':'t0'}", text(written.queries.get(0).state.data));
    QueryClient reloaded = newClient();
    reloaded.setMutationDefaults(key("save"), save);
    Hydration.hydrate(reloaded, written, null);
    assertEquals("{'title':'A'}", text(reloaded.getQueryData(key("record"))));
    client.getMutationCache().getAll().get(0).cancel();
    client.unmount();
    env.online.setOnline(true);
    reloaded.resumePausedMutations();
    settle();
    assertEquals("{'title':'A'}", text(reloaded.getQueryData(key("record"))));
    assertEquals(1, network.count("A"));
    assertEquals("v", network.last("A").payload);
    network.last("A").fail("no");
    settle();
    client.mount();
    assertEquals("{'title':'t0'}", text(reloaded.getQueryData(key("record"))));
  }

  @Test
  public void reloadWithAPausedChange_withoutAFunction_isDiscardedAndReported() {
    offline();
    mutate(setField("A", "title", "A").mutationKey(key("save")));
    settle();
    DehydratedState written = Hydration.dehydrate(client, null);
    QueryClient reloaded = newClient();
    Hydration.hydrate(reloaded, written, null);
    assertEquals("{'title':'t0'}", text(reloaded.getQueryData(key("record"))));
    env.online.setOnline(true);
    reloaded.resumePausedMutations();
    settle();
    assertEquals("{'title':'t0'}", text(reloaded.getQueryData(key("record"))));
    assertEquals("error", reloaded.getMutationCache().getAll().get(0).state.status);
    assertTrue(Outcome.message(reloaded.getMutationCache().getAll().get(0).state.error)
            .indexOf("No mutationFn found")
        >= 0);
    assertEquals(
        "mutation [\"save\"] was restored and can't go on; give it a mutationFn with"
            + " setMutationDefaults before its state is hydrated",
        join(takeReports()));
    takeUnhandled();
  }

  @Test
  public void aRestoredChange_isFoldedBeforeIntentsIssuedLater() {
    MutationOptions save = change("A", (intent, v) -> {
          intent.update(
              key("record"), old -> Json.with(old, "title", Json.string(old, "title") + "-a"));
          return undefined();
        })
        .mutationKey(key("save"));
    offline();
    mutate(save);
    settle();
    DehydratedState written = Hydration.dehydrate(client, null);
    QueryClient reloaded = newClient();
    reloaded.setMutationDefaults(key("save"), save);
    Hydration.hydrate(reloaded, written, null);
    outcome(reloaded.mutate(
        change("B", (intent, v) -> {
          intent.update(
              key("record"), old -> Json.with(old, "title", Json.string(old, "title") + "-b"));
          return undefined();
        }),
        undefined()));
    settle();
    assertEquals("{'title':'t0-a-b'}", text(reloaded.getQueryData(key("record"))));
  }

  @Test
  public void aRestoredChangeThatThrows_fails_andTheRestIsTakenIn() {
    offline();
    mutate(setField("A", "title", "A").mutationKey(key("bad")));
    mutate(setField("B", "by", "B").mutationKey(key("good")));
    settle();
    DehydratedState written = Hydration.dehydrate(client, null);
    QueryClient reloaded = newClient();
    reloaded.setMutationDefaults(key("bad"), change("A", (intent, v) -> {
      throw thrown("cannot be restored");
    }));
    reloaded.setMutationDefaults(key("good"), setField("B", "by", "B"));
    Hydration.hydrate(reloaded, written, null);
    settle();
    assertEquals("{'title':'t0','by':'B'}", text(reloaded.getQueryData(key("record"))));
    assertEquals(2, reloaded.getMutationCache().getAll().size());
    takeReports();
    client.getMutationCache().getAll().get(0).cancel();
    client.getMutationCache().getAll().get(1).cancel();
    env.online.setOnline(true);
    reloaded.resumePausedMutations();
    settle();
    assertEquals(0, network.count("A"));
    assertEquals(1, network.count("B"));
    assertEquals("error", reloaded.getMutationCache().getAll().get(0).state.status);
    takeUnhandled();
    takeReports();
  }

  @Test
  public void aRestoredChange_isTakenBackIfItsMutationIsGivenUp() {
    offline();
    MutationOptions save = setField("A", "title", "A").mutationKey(key("save"));
    mutate(save);
    settle();
    DehydratedState written = Hydration.dehydrate(client, null);
    QueryClient reloaded = newClient();
    reloaded.setMutationDefaults(key("save"), save);
    Hydration.hydrate(reloaded, written, null);
    assertEquals("{'title':'A'}", text(reloaded.getQueryData(key("record"))));
    reloaded.getMutationCache().getAll().get(0).cancel();
    settle();
    assertEquals("{'title':'t0'}", text(reloaded.getQueryData(key("record"))));
    assertEquals("error", reloaded.getMutationCache().getAll().get(0).state.status);
    takeUnhandled();
  }

  @Test
  public void aRestoredChange_leavesWithItsMutation() {
    offline();
    MutationOptions save = setField("A", "title", "A").mutationKey(key("save"));
    mutate(save);
    settle();
    DehydratedState written = Hydration.dehydrate(client, null);
    QueryClient reloaded = newClient();
    reloaded.setMutationDefaults(key("save"), save);
    Hydration.hydrate(reloaded, written, null);
    reloaded.getMutationCache().remove(reloaded.getMutationCache().getAll().get(0));
    settle();
    assertEquals("{'title':'t0'}", text(reloaded.getQueryData(key("record"))));
  }

  @Test
  public void aRestoredChange_isSentWithTheKeyItHad() {
    Seq<Object> keys = new Seq<>();
    MutationOptions save = setField("A", "title", "A")
        .mutationKey(key("save"))
        .retry(3)
        .retryDelay(10)
        .mutationFn((variables, context) -> {
          keys.add(context.idempotencyKey);
          return network.send("A", variables);
        });
    mutate(save);
    settle();
    offline();
    lose("A");
    world.advance(10);
    DehydratedState written = Hydration.dehydrate(client, null);
    client.getMutationCache().getAll().get(0).cancel();
    QueryClient reloaded = newClient();
    reloaded.setMutationDefaults(key("save"), save);
    Hydration.hydrate(reloaded, written, null);
    env.online.setOnline(true);
    reloaded.resumePausedMutations();
    settle();
    assertEquals(2, keys.size());
    assertNotNull(keys.get(0));
    assertEquals(keys.get(0), keys.get(1));
    takeUnhandled();
  }

  @Test
  public void aChangeThatIsTakenInTwice_isShownAndSentOnce() {
    MutationOptions add = change("A", (intent, variables) -> {
          intent.increment(key("record"), "n", 1);
          return undefined();
        })
        .mutationKey(key("add"));
    offline();
    mutate(add);
    mutate(add);
    settle();
    DehydratedState written = Hydration.dehydrate(client, null);
    Hydration.hydrate(client, written, null);
    QueryClient reloaded = newClient();
    reloaded.setMutationDefaults(key("add"), add);
    Hydration.hydrate(reloaded, written, null);
    Hydration.hydrate(reloaded, written, null);
    assertEquals("{'title':'t0','n':2}", text(reloaded.getQueryData(key("record"))));
    assertEquals("{'title':'t0','n':2}", view("record"));
    assertEquals(2, reloaded.getMutationCache().getAll().size());
  }

  @Test
  public void plainMutations_areTakenInAsOftenAsTheyAreGiven() {
    offline();
    outcome(client.mutate(
        MutationOptions.create()
            .mutationKey(key("plain"))
            .mutationFn((variables, context) -> network.send("A", variables)),
        undefined()));
    settle();
    DehydratedState written = Hydration.dehydrate(client, null);
    assertNull(written.mutations.get(0).idempotencyKey);
    QueryClient reloaded = newClient();
    Hydration.hydrate(reloaded, written, null);
    Hydration.hydrate(reloaded, written, null);
    assertEquals(2, reloaded.getMutationCache().getAll().size());
    env.online.setOnline(true);
    reloaded.resumePausedMutations();
    settle();
    assertEquals(2, takeReports().size());
    takeUnhandled();
  }

  @Test
  public void restoredAfterALostAttempt_aFetchMayHoldItAlready() {
    cache("counter", "{'n':10}");
    MutationOptions save = change("A", (intent, v) -> {
          intent.increment(key("counter"), "n", 1);
          return undefined();
        })
        .mutationKey(key("save"))
        .retry(1)
        .retryDelay(1);
    mutate(save);
    settle();
    offline();
    lose("A");
    world.advance(10);
    DehydratedState written = Hydration.dehydrate(client, null);
    assertEquals(1, written.mutations.size());
    QueryClient reloaded = newClient();
    reloaded.setMutationDefaults(key("save"), save);
    Hydration.hydrate(reloaded, written, null);
    reloaded.fetchQuery(query("counter").networkMode("always")).otherwise(error -> {});
    answer("get counter", "{'n':11}");
    assertEquals("{'n':11}", text(reloaded.getQueryData(key("counter"))));
    client.getMutationCache().getAll().get(0).cancel();
    reloaded.getMutationCache().getAll().get(0).cancel();
    assertEquals("{'n':11}", text(reloaded.getQueryData(key("counter"))));
    env.online.setOnline(true);
    settle();
    takeUnhandled();
  }

  @Test
  public void clearedWhileItIsShown_leavesNoTimer() {
    MutationOptions save = setField("A", "title", "A").mutationKey(key("save"));
    offline();
    mutate(save);
    settle();
    QueryClient reloaded = newClient();
    reloaded.setMutationDefaults(key("save"), save);
    Hydration.hydrate(reloaded, Hydration.dehydrate(client, null), null);
    new IntentsObserver(reloaded, undefined());
    reloaded.clear();
    client.clear();
    world.advance(1e7);
    assertEquals(0, world.timersLeft());
  }

  @Test
  public void withoutAFunction_startedByItsScope_failsWithoutARejectionThatNobodyHandles() {
    offline();
    mutate(setField("A", "title", "A").mutationKey(key("save")).scope("s"));
    settle();
    QueryClient reloaded = newClient();
    Hydration.hydrate(reloaded, Hydration.dehydrate(client, null), null);
    client.getMutationCache().getAll().get(0).cancel();
    env.online.setOnline(true);
    settle();
    takeUnhandled();
    outcome(reloaded.mutate(setField("B", "title", "B").scope("s"), undefined()));
    settle();
    reloaded.getMutationCache().getAll().get(1).cancel();
    settle();
    assertEquals("error", reloaded.getMutationCache().getAll().get(0).state.status);
    assertEquals(1, takeReports().size());
    assertEquals("", takeUnhandled());
  }
}
