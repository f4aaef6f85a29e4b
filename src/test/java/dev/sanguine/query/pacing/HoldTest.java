package dev.sanguine.query.pacing;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Task;
import dev.sanguine.json.Json;
import dev.sanguine.query.Hydration;
import dev.sanguine.query.MutationObserver;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.pending.IntentsObserver;
import dev.sanguine.query.state.DehydratedState;
import dev.sanguine.query.state.IntentResult;
import org.junit.Before;
import org.junit.Test;

/** A change that shows and is not sent yet: it can be undone. */
public class HoldTest extends PacingCase {
  @Before
  public void aList() {
    cache("list", "[{'id':1},{'id':2},{'id':3}]");
  }

  private MutationOptions delete() {
    return change("delete", (intent, id) -> {
          intent.remove(key("list"), id);
          return undefined();
        })
        .hold(5000);
  }

  private MutationOptions deleteOr(String onLeave) {
    MutationOptions options = delete();
    options.hold = hold(5000, onLeave);
    return options;
  }

  @Test
  public void theChangeShows_andTheRequestWaits() {
    mutate(delete(), 2.0);
    assertEquals("[{'id':1},{'id':3}]", view("list"));
    world.advance(4999);
    assertEquals(0, network.calls().size());
    assertTrue(mutationAt(0).state.heldUntil > 0);
    world.advance(1);
    assertEquals("2", allSent("delete"));
    assertEquals(0, (int) mutationAt(0).state.heldUntil);
    answer("delete", "{}");
    assertEquals("[{'id':1},{'id':3}]", view("list"));
    nobodyListens();
  }

  @Test
  public void undo_takesItBack_andNothingIsSent() {
    Outcome outcome = mutate(delete(), 2.0);
    world.advance(4000);
    assertTrue(client.pacing.undo(mutationAt(0)));
    assertEquals("[{'id':1},{'id':2},{'id':3}]", view("list"));
    world.advance(60_000);
    assertEquals(0, network.calls().size());
    assertTrue(env.errors.isCancelled(outcome.value));
    assertTrue(env.errors.cancelledSilently(outcome.value));
    assertFalse(client.pacing.undo(mutationAt(0)));
    nobodyListens();
  }

  @Test
  public void undoInTheCallOfItsEvent_sendsNothing() {
    Task stop = client.getMutationCache().subscribe((dev.sanguine.env.Listener<Object>)
        event -> client.getMutationCache().getAll().each(mutation -> client.pacing.undo(mutation)));
    Outcome outcome = mutate(delete(), 2.0);
    settle();
    stop.run();
    assertEquals("failed: CancelledError", outcome.toString());
    assertEquals("[{'id':1},{'id':2},{'id':3}]", view("list"));
    world.advance(60_000);
    assertEquals(0, network.calls().size());
  }

  @Test
  public void tooLate_undoDoesNothing() {
    Outcome outcome = mutate(delete(), 2.0);
    world.advance(5000);
    assertFalse(client.pacing.undo(mutationAt(0)));
    assertFalse(client.pacing.sendNow(mutationAt(0)));
    answer("delete", "{}");
    assertEquals("done: {}", outcome.toString());
  }

  @Test
  public void sendNow_sends() {
    mutate(delete(), 2.0);
    settle();
    assertTrue(client.pacing.sendNow(mutationAt(0)));
    settle();
    assertEquals("2", allSent("delete"));
    answer("delete", "{}");
    world.advance(10_000);
    assertEquals(1, network.calls().size());
  }

  @Test
  public void severalAreHeldAtOnce() {
    mutate(delete(), 1.0);
    world.advance(1000);
    mutate(delete(), 2.0);
    world.advance(1000);
    mutate(delete(), 3.0);
    assertEquals("[]", view("list"));
    client.pacing.undo(mutationAt(1));
    assertEquals("[{'id':2}]", view("list"));
    world.advance(3000);
    assertEquals("1", allSent("delete"));
    world.advance(2000);
    assertEquals("1 | 3", allSent("delete"));
    answer("delete", "{}");
    answer("delete", "{}");
    assertEquals("[{'id':2}]", view("list"));
  }

  @Test
  public void anotherChangeOfTheRecord_waitsBehindTheHeldOne() {
    mutate(save("first").hold(5000), title("A"));
    mutate(save("second"), title("B"));
    world.advance(4999);
    assertEquals(0, network.calls().size());
    assertEquals("'B'", shown());
    world.advance(1);
    answer("first", "{'id':1,'title':'A'}");
    assertEquals("'B'", shown());
    answer("second", "{'id':1,'title':'B'}");
  }

  @Test
  public void ifTheHeldOneIsUndone_whatWaitsBehindGoesOn() {
    mutate(save("first").hold(5000), title("A"));
    mutate(save("second"), status("x"));
    settle();
    client.pacing.undo(mutationAt(0));
    settle();
    assertEquals("{'id':1,'title':'t0','status':'x'}", view("record"));
    assertEquals(0, network.count("first"));
    answer("second", "{'id':1,'status':'x'}");
  }

  @Test
  public void whatWaitsBehindAHeldOne_andCanBeMerged_leavesWithIt() {
    mutate(merge("save").hold(5000), title("A"));
    mutate(merge("save"), status("x"));
    world.advance(5000);
    assertEquals("{'id':1,'title':'A','status':'x'}", allSent("save"));
    answer("save", "{}");
  }

  @Test
  public void whatIsHeldStill_doesNotLeaveWithAnother() {
    mutate(merge("save"), title("A"));
    mutate(merge("save"), title("B"));
    mutate(merge("save").hold(5000), status("x"));
    settle();
    answer("save", "{}");
    assertEquals("{'id':1,'title':'B'}", sent("save"));
    answer("save", "{}");
    assertTrue(client.pacing.undo(mutationAt(2)));
    settle();
    assertEquals(2, network.calls().size());
    assertEquals("{'id':1,'title':'B','status':'s0'}", view("record"));
  }

  @Test
  public void theListOfWhatIsPending_saysThatItIsHeld_andCanUndoIt() {
    IntentsObserver observer = new IntentsObserver(client, null);
    Seq<String> told = new Seq<>();
    atEnd(observer.subscribe((dev.sanguine.env.Listener<Seq<IntentResult>>)
        results -> told.add(join(results.map(result -> result.state)))));
    mutate(delete(), 1.0);
    mutate(delete(), 2.0);
    settle();
    IntentResult first = observer.getCurrentResult().get(0);
    assertEquals("held", first.state);
    assertEquals(env.clock.now() + 5000, env.values.number(first.heldUntil), 0);
    assertEquals(true, first.undo.get());
    settle();
    assertEquals(1, observer.getCurrentResult().size());
    assertEquals(true, observer.getCurrentResult().get(0).sendNow.get());
    settle();
    IntentResult second = observer.getCurrentResult().get(0);
    assertEquals("sent", second.state);
    assertTrue(env.values.isUndefined(second.heldUntil));
    assertEquals(false, second.undo.get());
    assertEquals("held | held", told.get(0));
    answer("delete", "{}");
  }

  @Test
  public void anObserver_canUndoAndSend() {
    MutationObserver observer = new MutationObserver(client, delete());
    atEnd(observer.subscribe(result -> {}));
    assertEquals(false, observer.getCurrentResult().undo.get());
    outcome(observer.mutate(1.0, null));
    settle();
    assertTrue(observer.getCurrentResult().heldUntil > 0);
    assertEquals(true, observer.getCurrentResult().undo.get());
    outcome(observer.mutate(2.0, null));
    settle();
    assertEquals(true, observer.getCurrentResult().sendNow.get());
    settle();
    assertEquals(0, (int) observer.getCurrentResult().heldUntil);
    assertEquals("2", allSent("delete"));
    answer("delete", "{}");
  }

  @Test
  public void aPageThatIsHidden_sendsWhatIsHeld() {
    mutate(delete(), 1.0);
    mutate(deleteOr("cancel"), 2.0);
    settle();
    page.happens(PageEvent.HIDDEN);
    settle();
    assertEquals("1", allSent("delete"));
    page.happens(PageEvent.BACK);
    world.advance(5000);
    assertEquals("1 | 2", allSent("delete"));
    answer("delete", "{}");
    answer("delete", "{}");
    assertEquals(2, network.calls().size());
  }

  @Test
  public void aPageThatIsLeft_takesBackWhatSaysSo_andDoesNotSendItWhenItComesBack() {
    mutate(delete(), 1.0);
    Outcome cancelled = mutate(deleteOr("cancel"), 2.0);
    settle();
    page.happens(PageEvent.LEFT);
    settle();
    page.happens(PageEvent.BACK);
    world.advance(60_000);
    assertEquals("1", allSent("delete"));
    assertEquals("failed: CancelledError", cancelled.toString());
    assertEquals("[{'id':2},{'id':3}]", view("list"));
    answer("delete", "{}");
  }

  @Test
  public void aPageWhoseTimersStoodStill_sendsWhatIsOverdueWhenItComesBack() {
    MutationOptions delete = deleteOr("cancel");
    mutate(delete, 1.0);
    settle();
    page.happens(PageEvent.HIDDEN);
    world.freeze(10_000);
    page.happens(PageEvent.BACK);
    settle();
    assertEquals("1", allSent("delete"));
    world.advance(10_000);
    assertEquals(1, network.calls().size());
    answer("delete", "{}");
  }

  @Test
  public void offline_theTimeToUndoCountsFromTheCall() {
    client.mount();
    atEnd(() -> client.unmount());
    env.online.setOnline(false);
    mutate(delete(), 1.0);
    settle();
    assertTrue(mutationAt(0).state.heldUntil > 0);
    world.advance(5000);
    assertEquals(0, network.calls().size());
    env.online.setOnline(true);
    settle();
    assertEquals("1", allSent("delete"));
    answer("delete", "{}");
  }

  @Test
  public void clear_givesUpWhatIsHeld() {
    Outcome shown = mutate(delete(), 1.0);
    Outcome plain = mutate(plain("plain").hold(5000));
    settle();
    client.clear();
    settle();
    assertEquals("failed: CancelledError", shown.toString());
    assertEquals("failed: CancelledError", plain.toString());
    world.advance(60_000);
    assertEquals(0, network.calls().size());
    nobodyListens();
  }

  private QueryClient reload(MutationOptions options) {
    DehydratedState written = Hydration.dehydrate(client, null);
    client.clear();
    settle();
    client = pacingClient();
    client.setMutationDefaults(key("delete"), options);
    cache("list", "[{'id':1},{'id':2},{'id':3}]");
    Hydration.hydrate(client, written, null);
    return client;
  }

  @Test
  public void afterAReload_whatWasHeld_isSentWhenItIsResumed() {
    MutationOptions delete = delete().mutationKey(key("delete"));
    mutate(delete, 1.0);
    settle();
    reload(delete);
    assertEquals("[{'id':2},{'id':3}]", view("list"));
    client.resumePausedMutations();
    settle();
    assertEquals("1", allSent("delete"));
    answer("delete", "{}");
  }

  @Test
  public void afterAReload_whatWasHeld_canBeUndoneUntilItIsResumed() {
    MutationOptions delete = delete().mutationKey(key("delete"));
    mutate(delete, 1.0);
    settle();
    reload(delete);
    assertTrue(client.pacing.undo(mutationAt(0)));
    assertEquals("[{'id':1},{'id':2},{'id':3}]", view("list"));
    client.resumePausedMutations();
    settle();
    assertEquals(0, network.calls().size());
  }

  @Test
  public void afterAReload_whatLeavingTookBack_isNotSent() {
    MutationOptions delete = deleteOr("cancel").mutationKey(key("delete"));
    mutate(delete, 1.0);
    settle();
    reload(delete);
    client.resumePausedMutations();
    settle();
    assertEquals(0, network.calls().size());
    assertEquals("[{'id':1},{'id':2},{'id':3}]", view("list"));
  }

  @Test
  public void afterAReload_whatWasHeldNoMore_isSent() {
    client.mount();
    atEnd(() -> client.unmount());
    env.online.setOnline(false);
    MutationOptions delete = deleteOr("cancel").mutationKey(key("delete"));
    mutate(delete, 1.0);
    world.advance(5000);
    reload(delete);
    env.online.setOnline(true);
    client.resumePausedMutations();
    settle();
    assertEquals("1", allSent("delete"));
    answer("delete", "{}");
  }

  @Test
  public void aPersonWhoSendsAFailedOneAgain_doesNotWait() {
    Outcome outcome = mutate(delete(), 1.0);
    world.advance(5000);
    IntentsObserver observer = new IntentsObserver(client, null);
    fail("delete");
    assertTrue(outcome.failed());
    observer.getCurrentResult().get(0).retry.get();
    settle();
    assertEquals(2, network.calls().size());
    answer("delete", "{}");
  }

  @Test
  public void focus_doesNotWaitForWhatIsHeld() {
    client.mount();
    atEnd(() -> client.unmount());
    watch(query("list"));
    settle();
    answer("get list", "[{'id':1}]");
    world.advance(10);
    mutate(delete(), 1.0);
    settle();
    env.focus.setFocused(false);
    env.focus.setFocused(true);
    settle();
    assertEquals(2, network.count("get list"));
    answer("get list", "[{'id':1}]");
    assertEquals("[]", view("list"));
    client.pacing.undo(mutationAt(0));
    assertEquals("[{'id':1}]", view("list"));
    assertEquals(
        Json.stringify(json("[{'id':1}]")), Json.stringify(client.getQueryData(key("list"))));
  }
}
