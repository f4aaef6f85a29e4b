package dev.sanguine.query.reload;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import dev.sanguine.query.Hydration;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.Screen;
import dev.sanguine.query.pending.IntentsObserver;
import dev.sanguine.query.state.IntentResult;
import org.junit.Test;

/** Over a reload: what failed, or is unknown, is listed and can be sent again; what need not be written down is not. */
public class ReloadedFailuresTest extends KeyedReloadCase {
  // What failed

  @Test
  public void failed_isListed_andSentAgainWithItsKey() {
    IntentsObserver observer = listed();
    mutate(known("A", keyed("A")), "v");
    fail("A");
    reload(leftWithAll());
    assertEquals("failed", states(observer));
    assertEquals("{'n':0}", shown("record"));
    IntentResult failed = observer.getCurrentResult().get(0);
    assertEquals("A failed", failed.error);
    assertEquals("v", failed.variables);
    assertEquals("n", join(failed.fields));
    Outcome again = outcome(asThenable(failed.retry.get()));
    settle();
    assertEquals("{'n':1}", shown("record"));
    assertEquals(keys.get(0), keys.get(1));
    network.last("A").answer(json("{'n':1}"));
    settle();
    assertEquals("done: {'n':1}", again.toString());
    assertEquals("{'n':1}", shown("record"));
    assertEquals("", states(observer));
  }

  @SuppressWarnings("unchecked")
  private static dev.sanguine.env.Thenable<Object> asThenable(Object thenable) {
    return (dev.sanguine.env.Thenable<Object>) thenable;
  }

  @Test
  public void failed_andSentAgainBeforeTheReload_staysTheLastOfAll() {
    IntentsObserver observer = new IntentsObserver(client, undefined());
    atEnd(observer.subscribe((Listener<Seq<IntentResult>>) intents -> {}));
    mutate(known("A", assign("A", "record", "t", "A")));
    mutate(known("B", assign("B", "record", "t", "B")));
    fail("A");
    outcome(asThenable(observer.getCurrentResult().get(0).retry.get()));
    settle();
    assertEquals("{'n':0,'t':'A'}", view("record"));
    reload(leftWithAll());
    assertEquals("{'n':0,'t':'A'}", shown("record"));
    resume();
    network.last("B").answer(json("'ok'"));
    settle();
    network.last("A").answer(json("'ok'"));
    settle();
    assertEquals("{'n':0,'t':'A'}", shown("record"));
  }

  @Test
  public void failed_resume_doesNotSendIt() {
    mutate(known("A", increment("A", "record")));
    fail("A");
    reload(leftWithAll());
    resume();
    assertEquals(1, network.count("A"));
    assertEquals("error", states());
  }

  @Test
  public void failed_discarded_isForgotten() {
    IntentsObserver observer = listed();
    mutate(known("A", increment("A", "record")));
    fail("A");
    reload(leftWithAll());
    observer.getCurrentResult().get(0).discard.run();
    assertEquals("", states(observer));
  }

  @Test
  public void failed_nobodyLists_itIsCollected() {
    mutate(known("A", increment("A", "record").gcTime(1000)));
    fail("A");
    reload(leftWithAll());
    assertEquals(1, restored().size());
    world.advance(1000);
    assertEquals(0, restored().size());
  }

  @Test
  public void failed_listedBeforeTheObserverIsMade_isKept() {
    mutate(known("A", increment("A", "record")));
    fail("A");
    reload(leftWithAll());
    assertEquals("failed", states(listed()));
  }

  @Test
  public void failed_takenInTwice_isListedOnce() {
    IntentsObserver observer = listed();
    mutate(known("A", increment("A", "record")));
    fail("A");
    Object written = leftWithAll();
    reload(written);
    Hydration.hydrate(reloaded, written, null);
    assertEquals("failed", states(observer));
    assertEquals(1, restored().size());
  }

  @Test
  public void failed_itsChangeCannotBeMade_isReported_andTheRestIsTakenIn() {
    IntentsObserver observer = listed();
    mutate(increment("A", "record").mutationKey(key("A")));
    mutate(known("B", increment("B", "record")));
    fail("A");
    fail("B");
    Object written = leftWithAll();
    reloaded.setMutationDefaults(key("A"), change("A", (intent, variables) -> {
      throw thrown("no longer");
    }));
    reload(written);
    assertTrue(wasReported("mutation [\"A\"]: the restored change threw"));
    assertEquals("failed", states(observer));
  }

  @Test
  public void unknown_isListedAsUnknown() {
    IntentsObserver observer = listed();
    mutate(known("A", increment("A", "record")));
    lose("A");
    reload(leftWithAll());
    assertEquals("unknown", states(observer));
    assertEquals("{'n':0}", shown("record"));
  }

  @Test
  public void unknown_aFetchAfterTheReload_saysWhatBecameOfIt() {
    IntentsObserver observer = listed();
    mutate(known("A", increment("A", "record")));
    lose("A");
    reload(leftWithAll());
    outcome(reloaded.fetchQuery(query("record").staleTime(0)));
    answer("get record", "{'n':1}");
    assertEquals("", states(observer));
  }

  @Test
  public void failed_andDiscarded_isNotWrittenDown() {
    IntentsObserver observer = new IntentsObserver(client, undefined());
    mutate(known("A", increment("A", "record")));
    fail("A");
    observer.getCurrentResult().get(0).discard.run();
    reload(leftWithAll());
    assertEquals(0, restored().size());
  }

  @Test
  public void unknown_andResolvedByAFetch_isNotWrittenDown() {
    IntentsObserver observer = new IntentsObserver(client, undefined());
    Screen screen = watch(query("record").staleTime(1e12));
    mutate(known("A", increment("A", "record")));
    lose("A");
    answer("get record", "{'n':1}");
    assertEquals(0, observer.getCurrentResult().size());
    reload(leftWithAll());
    assertEquals(0, restored().size());
    assertEquals("{'n':1}", screen.now());
  }
}
