package dev.sanguine.query.pending;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotSame;
import static org.junit.Assert.assertSame;

import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import dev.sanguine.query.Hydration;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.state.DehydratedState;
import dev.sanguine.query.state.IntentResult;
import org.junit.Test;

/** What is pending can be shown: in the order of issue, through all its states. */
public class IntentsObserverTest extends ListedCase {
  @Test
  public void nothingIsUnderWay_nothingIsListed() {
    assertEquals(0, all().getCurrentResult().size());
  }

  @Test
  public void aChange_goesThroughItsStates() {
    watch(query("record").staleTime(1e9));
    IntentsObserver observer = all();
    mutate(setField("A", "title", "A"));
    assertEquals("queued[title]", text(observer));
    settle();
    assertEquals("sent[title]", text(observer));
    answer("A", "{}");
    assertEquals("confirmed[title]", text(observer));
    answer("get record", "{'id':1,'title':'A','status':'s0'}");
    assertEquals("", text(observer));
  }

  @Test
  public void whatIsTold_isWhatTheMutationWas() {
    IntentsObserver observer = all();
    double now = env.clock.now();
    mutate(setField("A", "title", "A").mutationKey(key("save")), "v");
    IntentResult intent = only(observer);
    assertEquals(client.getMutationCache().getAll().get(0).mutationId, intent.mutationId);
    assertEquals(client.hash(key("save")), client.hash(intent.mutationKey));
    assertEquals("v", intent.variables);
    assertEquals(now, intent.submittedAt, 0);
    assertEquals(0, intent.attempts);
    assertEquals(1, intent.keys.size());
    assertEquals(queryOf("record").queryHash, client.hash(intent.keys.get(0)));
  }

  @Test
  public void severalChanges_standInTheOrderOfIssue() {
    IntentsObserver observer = all();
    mutate(rename("A", 2));
    mutate(setField("B", "title", "B"));
    mutate(rename("C", 1));
    assertEquals("queued[n] | queued[title] | queued[n]", text(observer));
    fail("B");
    assertEquals("sent[n] | failed[title] | sent[n]", text(observer));
  }

  @Test
  public void nothingCached_theChangeIsListedAllTheSame() {
    mutate(change("A", (intent, v) -> {
      intent.merge(key("none"), json("{'id':7,'title':'A'}"));
      return undefined();
    }));
    assertEquals("queued[title]", text(all()));
    assertEquals("queued[title]", text(new IntentsObserver(client, key("none"))));
    answer("A", "{}");
    assertEquals("", text(all()));
  }

  @Test
  public void aPlainMutation_isNeverListed() {
    MutationOptions plain =
        MutationOptions.create().mutationFn((v, context) -> network.send("A", v));
    IntentsObserver observer = all();
    mutate(plain);
    assertEquals("", text(observer));
    fail("A");
    assertEquals("", text(observer));
  }

  @Test
  public void bakedWithoutAFetch_itIsNotListedAnyMore() {
    IntentsObserver observer = all();
    mutate(setField("A", "title", "A"));
    settle();
    assertEquals(1, observer.getCurrentResult().size());
    answer("A", "{}");
    assertEquals("", text(observer));
  }

  @Test
  public void anObserverMadeLate_listsWhatWasUnderWayBefore() {
    watch(query("record").staleTime(1e9));
    mutate(setField("A", "title", "A"));
    mutate(setField("B", "status", "B"));
    mutate(rename("C", 1));
    answer("A", "{}");
    fail("C");
    assertEquals("confirmed[title] | sent[status] | failed[n]", text(all()));
  }

  // Identity

  @Test
  public void nothingChanged_theResultsAreTheSameObjects() {
    IntentsObserver observer = all();
    mutate(setField("A", "title", "A"));
    mutate(rename("B", 1));
    settle();
    Seq<IntentResult> before = observer.getCurrentResult();
    client.setQueryData(key("other"), json("1"), null);
    assertSame(before, observer.getCurrentResult());
    IntentResult first = before.get(0);
    fail("B");
    assertNotSame(before, observer.getCurrentResult());
    assertSame(first, observer.getCurrentResult().get(0));
    assertSame(observer.getCurrentResult(), observer.getCurrentResult());
  }

  @Test
  public void listeners_areToldOnceForAllThatHappenedInATask_andOnlyWhatConcernsThem() {
    Seq<String> told = new Seq<>();
    IntentsObserver observer = new IntentsObserver(client, key("record"));
    atEnd(
        observer.subscribe((Listener<Seq<IntentResult>>) intents -> told.add(intents.size() + "")));
    mutate(setField("A", "title", "A"));
    mutate(setField("B", "status", "B"));
    assertEquals("", join(told));
    assertEquals(2, observer.getCurrentResult().size());
    settle();
    assertEquals("2", join(told));
    mutate(rename("C", 1));
    settle();
    assertEquals("2", join(told));
    fail("A");
    settle();
    assertEquals("2 | 2", join(told));
    assertEquals("failed[title] | sent[status]", text(observer));
  }

  @Test
  public void theLastListenerLeft_nobodyIsTold_andTheResultIsStillTrue() {
    Seq<String> told = new Seq<>();
    IntentsObserver observer = all();
    observer
        .subscribe((Listener<Seq<IntentResult>>) intents -> told.add("told"))
        .run();
    mutate(setField("A", "title", "A"));
    settle();
    assertEquals("", join(told));
    assertEquals("sent[title]", text(observer));
    assertEquals(false, client.getMutationCache().hasListeners());
  }

  // Life

  @Test
  public void aClearedClient_listsNothing() {
    IntentsObserver observer = all();
    mutate(setField("A", "title", "A"));
    mutate(setField("B", "status", "B"));
    fail("A");
    client.clear();
    assertEquals("", text(observer));
    fail("B");
    assertEquals("", text(observer));
  }

  @Test
  public void aMutationThatIsTakenOut_isNotListed() {
    IntentsObserver observer = all();
    Seq<String> told = new Seq<>();
    atEnd(observer.subscribe((Listener<Seq<IntentResult>>) intents -> told.add(text(observer))));
    mutate(setField("A", "title", "A"));
    fail("A");
    settle();
    client.getMutationCache().remove(client.getMutationCache().getAll().get(0));
    assertEquals("", text(observer));
    settle();
    assertEquals("failed[title] | ", join(told));
  }

  @Test
  public void aRestoredChange_isListed() {
    env.online.setOnline(false);
    MutationOptions save = setField("A", "title", "A").mutationKey(key("save"));
    mutate(save, "v");
    settle();
    DehydratedState written = Hydration.dehydrate(client, null);
    QueryClient reloaded = newClient();
    reloaded.setMutationDefaults(key("save"), save);
    IntentsObserver observer = new IntentsObserver(reloaded, undefined());
    Hydration.hydrate(reloaded, written, null);
    assertEquals("queued[title]", text(observer));
    assertEquals("v", only(observer).variables);
    only(observer).discard.run();
    assertEquals("", text(observer));
    assertEquals("{'id':1,'title':'t0','status':'s0'}", text(reloaded.getQueryData(key("record"))));
  }

  @Test
  public void anOptimisticThatThrows_isNotListed() {
    IntentsObserver observer = all();
    mutate(change("A", (intent, v) -> {
      intent.update(key("record"), old -> {
        throw thrown("no");
      });
      return undefined();
    }));
    settle();
    assertEquals("", text(observer));
    wasToldThatItFailedUnsent();
  }

  @Test
  public void theClientIsCleared_whoShowsTheListIsTold() {
    watch(query("record").staleTime(1e9));
    IntentsObserver observer = all();
    Seq<Integer> told = new Seq<>();
    atEnd(observer.subscribe((Listener<Seq<IntentResult>>) list -> told.add(list.size())));
    mutate(setField("A", "title", "A"));
    answer("A", "{}");
    settle();
    client.clear();
    settle();
    assertEquals("", text(observer));
    assertEquals(0, told.get(told.size() - 1).intValue());
  }
}
