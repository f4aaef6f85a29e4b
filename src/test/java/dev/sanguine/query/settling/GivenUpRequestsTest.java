package dev.sanguine.query.settling;

import static org.junit.Assert.assertEquals;

import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import dev.sanguine.query.LawCase;
import dev.sanguine.query.MutationObserver;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.Screen;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.pending.IntentsObserver;
import dev.sanguine.query.state.IntentResult;
import dev.sanguine.query.state.MutationResult;
import org.junit.Before;
import org.junit.Test;

/** A request that was given up may still reach the server: the next of its scope leaves when it has come back. */
public class GivenUpRequestsTest extends LawCase {
  private Screen record;

  @Before
  public void aRecordIsShown() {
    cache("record", "{'n':0}");
    record = watch(query("record").staleTime(1e12));
  }

  private MutationOptions scoped(String name) {
    return increment(name, "record").scope("s");
  }

  private int sentOf(String name) {
    return network.count(name);
  }

  @Test
  public void cancelled_theNextLeavesWhenItHasComeBack() {
    mutate(scoped("A"));
    Outcome next = mutate(scoped("B"));
    settle();
    mutationAt(0).cancel();
    settle();
    assertEquals("{'n':1}", record.now());
    assertEquals(0, sentOf("B"));
    answer("A", "'ok'");
    assertEquals(1, sentOf("B"));
    answer("B", "'ok'");
    assertEquals("done: 'ok'", next.toString());
    answer("get record", "{'n':2}");
    takeUnhandled();
  }

  @Test
  public void cancelled_andItFailsThen_theNextLeaves() {
    mutate(scoped("A"));
    mutate(scoped("B"));
    settle();
    mutationAt(0).cancel();
    fail("A");
    assertEquals(1, sentOf("B"));
    takeUnhandled();
  }

  @Test
  public void takenOut_theNextLeavesWhenItHasComeBack() {
    mutate(scoped("A"));
    mutate(scoped("B"));
    settle();
    client.getMutationCache().remove(mutationAt(0));
    settle();
    assertEquals(0, sentOf("B"));
    answer("A", "'ok'");
    assertEquals(1, sentOf("B"));
    takeUnhandled();
  }

  @Test
  public void abortedByItsSignal_theNextLeavesAtOnce() {
    MutationOptions first = scoped("A").mutationFn((variables, context) -> {
      context.signal.addEventListener("abort", event -> network.pending("A").fail("aborted"));
      return network.send("A", null);
    });
    mutate(first);
    mutate(scoped("B"));
    settle();
    mutationAt(0).cancel();
    settle();
    assertEquals(1, sentOf("B"));
    takeUnhandled();
  }

  @Test
  public void cancelledBetweenTwoAttempts_theNextLeavesAtOnce() {
    mutate(scoped("A").retry(3).retryDelay(1000));
    mutate(scoped("B"));
    fail("A");
    mutationAt(0).cancel();
    settle();
    assertEquals(1, sentOf("B"));
    world.advance(5000);
    assertEquals(1, sentOf("A"));
    takeUnhandled();
  }

  @Test
  public void cancelledBeforeItLeft_nobodyWaitsForIt() {
    mutate(scoped("A"));
    mutate(scoped("B"));
    mutate(scoped("C"));
    settle();
    mutationAt(1).cancel();
    settle();
    answer("A", "'ok'");
    assertEquals(0, sentOf("B"));
    assertEquals(1, sentOf("C"));
    takeUnhandled();
  }

  @Test
  public void severalAreCancelled_theLastLeavesWhenTheFirstHasComeBack() {
    mutate(scoped("A"));
    mutate(scoped("B"));
    mutate(scoped("C"));
    settle();
    mutationAt(0).cancel();
    mutationAt(1).cancel();
    settle();
    assertEquals(0, sentOf("C"));
    answer("A", "'ok'");
    assertEquals(0, sentOf("B"));
    assertEquals(1, sentOf("C"));
    takeUnhandled();
  }

  @Test
  public void anotherScope_isNotHeldBack() {
    mutate(scoped("A"));
    mutate(increment("B", "record").scope("other"));
    mutate(increment("C", "record"));
    settle();
    mutationAt(0).cancel();
    settle();
    assertEquals(1, sentOf("B"));
    assertEquals(1, sentOf("C"));
    takeUnhandled();
  }

  @Test
  public void oneThatComesAfterwards_waitsToo() {
    mutate(scoped("A"));
    settle();
    mutationAt(0).cancel();
    settle();
    mutate(scoped("B"));
    settle();
    assertEquals("{'n':1}", record.now());
    assertEquals(0, sentOf("B"));
    answer("A", "'ok'");
    assertEquals(1, sentOf("B"));
    takeUnhandled();
  }

  @Test
  public void sentAgainWhileItsFirstRequestIsOut_itWaitsForThat() {
    IntentsObserver panel = new IntentsObserver(client, undefined());
    atEnd(panel.subscribe((Listener<Seq<IntentResult>>) results -> {}));
    mutate(scoped("A"));
    mutate(scoped("B"));
    settle();
    mutationAt(0).cancel();
    settle();
    panel
        .getCurrentResult()
        .first(intent -> intent.state.equals("unknown"))
        .retry
        .get();
    settle();
    assertEquals(1, sentOf("A") + sentOf("B"));
    answer("A", "'ok'");
    assertEquals(2, sentOf("A") + sentOf("B"));
    takeUnhandled();
  }

  @Test
  public void anAnswerOfWhatWasGivenUp_changesNothing() {
    mutate(scoped("A"));
    settle();
    mutationAt(0).cancel();
    settle();
    answer("get record", "{'n':0}");
    answer("A", "{'n':1}");
    assertEquals("{'n':0}", record.now());
    takeUnhandled();
  }

  @Test
  public void plainMutations_leaveAsUpstream() {
    mutate(plain("A").scope("s"));
    mutate(plain("B").scope("s"));
    settle();
    client.getMutationCache().remove(mutationAt(0));
    settle();
    answer("A", "'ok'");
    assertEquals(1, sentOf("B"));
  }

  // The scope itself

  @Test
  public void aScopeThatChangesWhileItRuns_holdsNobodyBack() {
    MutationObserver observer = new MutationObserver(client, scoped("A"));
    atEnd(observer.subscribe((Listener<MutationResult>) result -> {}));
    outcome(observer.mutate(undefined(), null));
    mutate(scoped("B"));
    settle();
    observer.setOptions(increment("A", "record").scope("other"));
    answer("A", "'ok'");
    assertEquals(1, sentOf("B"));
    answer("B", "'ok'");
    mutate(scoped("C"));
    mutate(increment("D", "record").scope("other"));
    settle();
    assertEquals(1, sentOf("C"));
    assertEquals(1, sentOf("D"));
  }

  @Test
  public void aScopeThatChangesWhileItRuns_andIsCancelled_holdsNobodyBack() {
    MutationObserver observer = new MutationObserver(client, scoped("A"));
    atEnd(observer.subscribe((Listener<MutationResult>) result -> {}));
    outcome(observer.mutate(undefined(), null));
    mutate(scoped("B"));
    settle();
    observer.setOptions(increment("A", "record").scope("other"));
    mutationAt(0).cancel();
    settle();
    answer("A", "'ok'");
    assertEquals(1, sentOf("B"));
    mutate(increment("D", "record").scope("other"));
    settle();
    assertEquals(1, sentOf("D"));
    takeUnhandled();
  }

  @Test
  public void oneThatMovesIntoAScope_whoseFirstWaitsForTheRecordThatItMakes_isSent() {
    client.mount();
    atEnd(() -> client.unmount());
    cache("list", "[]");
    env.online.setOnline(false);
    mutate(create("M", "list"), json("{'id':'t'}"));
    mutate(patch("P", "list").scope("s"), json("{'id':'t','n':'p'}"));
    settle();
    mutationAt(0).setOptions(create("M", "list").scope("s"));
    env.online.setOnline(true);
    settle();
    assertEquals(1, sentOf("M"));
    answer("M", "{'id':2}");
    assertEquals("{'id':2,'n':'p'}", sent("P"));
    answer("P", "'ok'");
  }

  @Test
  public void oneThatMovesIntoAScope_waitsForARequestOfItThatWasGivenUp() {
    mutate(scoped("A"));
    mutate(increment("B", "record").scope("other"));
    mutate(increment("C", "record").scope("other"));
    settle();
    mutationAt(0).cancel();
    mutationAt(2).setOptions(scoped("C"));
    answer("B", "'ok'");
    assertEquals(0, sentOf("C"));
    answer("A", "'ok'");
    assertEquals(1, sentOf("C"));
    answer("C", "'ok'");
    takeUnhandled();
  }

  @Test
  public void onePausedThatMovesIntoTheScopeOfALaterOne_goesBeforeIt() {
    client.mount();
    atEnd(() -> client.unmount());
    env.online.setOnline(false);
    mutate(increment("A", "record"));
    mutate(increment("B", "record"));
    mutate(scoped("C"));
    settle();
    mutationAt(0).setOptions(scoped("A"));
    env.online.setOnline(true);
    settle();
    assertEquals(1, sentOf("A"));
    assertEquals(0, sentOf("C"));
    answer("A", "'ok'");
    answer("B", "'ok'");
    answer("C", "'ok'");
    assertEquals("{'n':3}", record.now());
  }

  @Test
  public void onePausedThatMovesBehindALaterOne_whichPausesThen_isResumedBehindIt() {
    client.mount();
    atEnd(() -> client.unmount());
    env.online.setOnline(false);
    mutate(increment("A", "record"));
    mutate(scoped("B").networkMode("always").retry(1).retryDelay(1000));
    settle();
    mutationAt(0).setOptions(scoped("A"));
    env.focus.setFocused(false);
    fail("B");
    world.advance(1000);
    env.online.setOnline(true);
    env.focus.setFocused(true);
    settle();
    assertEquals(2, sentOf("B"));
    answer("B", "'ok'");
    assertEquals(1, sentOf("A"));
    answer("A", "'ok'");
    answer("get record", "{'n':2}");
  }

  @Test
  public void onePausedThatLeavesItsScope_isSentAtOnce_andSoIsTheNext() {
    mutate(scoped("A"));
    mutate(scoped("B"));
    mutate(scoped("C"));
    settle();
    mutationAt(1).setOptions(increment("B", "record"));
    settle();
    assertEquals(1, sentOf("B"));
    assertEquals(0, sentOf("C"));
    answer("A", "'ok'");
    assertEquals(1, sentOf("C"));
    answer("B", "'ok'");
    answer("C", "'ok'");
  }

  @Test
  public void theScopesOfTwoClients_areTwo() {
    QueryClient other = newClient();
    mutate(scoped("A"));
    outcome(other.mutate(scoped("B"), undefined()));
    settle();
    assertEquals(1, sentOf("B"));
  }
}
