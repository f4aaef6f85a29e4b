package dev.sanguine.query;

import static org.junit.Assert.assertEquals;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Task;
import org.junit.Before;
import org.junit.Test;

/**
 * The pattern in callbacks that wait, two at once, with retries, without a network, in a scope, by observers that have left, and
 * by nobody's observer.
 */
public class PatternRunsTest extends PatternCase {
  protected static final String FIRST = "{'id':1,'a':0,'b':0}";

  @Before
  public void aRecordIsCached() {
    cache("record", FIRST);
    settle();
  }

  protected final String record() {
    return view("record");
  }

  protected final MutationOptions sets(String name, String field) {
    return pattern(name, "record", set(field, name));
  }

  /** A has set a, and B has set b. */
  private void theFirstFails_thenTheSecond() {
    assertEquals("{'id':1,'a':'A','b':'B'}", record());
    fail("A");
    assertEquals("{'id':1,'a':0,'b':'B'}", record());
    fail("B");
    assertEquals(FIRST, record());
  }

  private void theSecondFails_thenTheFirst() {
    assertEquals("{'id':1,'a':'A','b':'B'}", record());
    fail("B");
    assertEquals("{'id':1,'a':'A','b':0}", record());
    fail("A");
    assertEquals(FIRST, record());
  }

  // Two at once: both wait in onMutate

  @Test
  public void twoAtOnce_theFirstFails_thenTheSecond() {
    mutate(sets("A", "a"));
    mutate(sets("B", "b"));
    settle();
    theFirstFails_thenTheSecond();
  }

  @Test
  public void twoAtOnce_theSecondFails_thenTheFirst() {
    mutate(sets("A", "a"));
    mutate(sets("B", "b"));
    settle();
    theSecondFails_thenTheFirst();
  }

  @Test
  public void threeAtOnce_failTogether() {
    mutate(sets("A", "a"));
    mutate(sets("B", "b"));
    mutate(sets("C", "c"));
    settle();
    network.pending("B").fail("no");
    network.pending("A").fail("no");
    fail("C");
    assertEquals(FIRST, record());
  }

  @Test
  public void twoAtOnce_whileAFetchIsUnderWay_thatBothCancel() {
    Screen screen = watch(query("record").staleTime(1e12));
    refetch("record");
    mutate(sets("A", "a"));
    mutate(sets("B", "b"));
    settle();
    assertEquals("idle", screen.result().fetchStatus);
    theFirstFails_thenTheSecond();
  }

  /** Waits for an answer of its own before it reads and writes. */
  private MutationOptions prepared(String name, String field) {
    return plain(name)
        .onMutate(args -> network.send("prepare " + name, null)
            .then(ready -> readAndWrite("record", set(field, name)), null))
        .onError(putBack("record"));
  }

  @Test
  public void onMutateWaitsForSomethingElse() {
    start(prepared("A", "a"));
    answer("prepare A", "1");
    start(prepared("B", "b"));
    answer("prepare B", "1");
    theFirstFails_thenTheSecond();
  }

  @Test
  public void twoAtOnce_waitForSomethingElse_theFirstFails() {
    start(prepared("A", "a"));
    start(prepared("B", "b"));
    answer("prepare A", "1");
    answer("prepare B", "1");
    theFirstFails_thenTheSecond();
  }

  @Test
  public void twoAtOnce_waitForSomethingElse_theSecondFails() {
    start(prepared("A", "a"));
    start(prepared("B", "b"));
    answer("prepare A", "1");
    answer("prepare B", "1");
    theSecondFails_thenTheFirst();
  }

  @Test
  public void twoAtOnce_waitForSomethingElse_andGoOnInTheOtherOrder() {
    start(prepared("A", "a"));
    start(prepared("B", "b"));
    answer("prepare B", "1");
    answer("prepare A", "1");
    theFirstFails_thenTheSecond();
  }

  /** Cancels, and then waits for something else as well. */
  private MutationOptions cancelledAndPrepared(String name, String field) {
    return plain(name)
        .onMutate(args -> client.cancelQueries(prefix("record"), null)
            .then(done -> network.send("prepare " + name, null), null)
            .then(ready -> readAndWrite("record", set(field, name)), null))
        .onError(putBack("record"));
  }

  @Test
  public void onMutateWaitsTwice() {
    start(cancelledAndPrepared("A", "a"));
    answer("prepare A", "1");
    start(cancelledAndPrepared("B", "b"));
    answer("prepare B", "1");
    theSecondFails_thenTheFirst();
  }

  /** Reads first, then cancels, then writes. */
  private MutationOptions readBeforeItCancels(String name, String field) {
    return plain(name)
        .onMutate(args -> {
          Object previous = client.getQueryData(key("record"));
          return client.cancelQueries(prefix("record"), null).then(done -> {
            client.setQueryData(key("record"), set(field, name), null);
            return Seq.of(previous);
          }, null);
        })
        .onError(putBack("record"));
  }

  @Test
  public void bothReadBeforeEitherWrites_theFirstFails() {
    mutate(readBeforeItCancels("A", "a"));
    mutate(readBeforeItCancels("B", "b"));
    settle();
    theFirstFails_thenTheSecond();
  }

  @Test
  public void bothReadBeforeEitherWrites_theSecondFails() {
    mutate(readBeforeItCancels("A", "a"));
    mutate(readBeforeItCancels("B", "b"));
    settle();
    theSecondFails_thenTheFirst();
  }

  // Callbacks that wait before they put back

  protected final MutationOptions putsBackLate(String name, String field) {
    return plain(name).onMutate(cancelAndWrite("record", set(field, name)))
        .onError(args -> network.send("report " + name, null)
            .then(reported -> client.setQueryData(key("record"), snapshot(args[2]), null), null));
  }

  @Test
  public void onErrorWaits_beforeItPutsBack() {
    start(putsBackLate("A", "a"));
    start(sets("B", "b"));
    fail("A");
    assertEquals("{'id':1,'a':'A','b':'B'}", record());
    answer("report A", "1");
    assertEquals("{'id':1,'a':0,'b':'B'}", record());
    fail("B");
    assertEquals(FIRST, record());
  }

  @Test
  public void bothWait_beforeTheyPutBack_inTheOtherOrder() {
    start(putsBackLate("A", "a"));
    start(putsBackLate("B", "b"));
    fail("A");
    fail("B");
    answer("report B", "1");
    assertEquals("{'id':1,'a':'A','b':0}", record());
    answer("report A", "1");
    assertEquals(FIRST, record());
  }

  @Test
  public void anotherBegins_whileOnErrorWaits() {
    start(putsBackLate("A", "a"));
    fail("A");
    start(sets("B", "b"));
    answer("report A", "1");
    assertEquals("{'id':1,'a':0,'b':'B'}", record());
    fail("B");
    assertEquals(FIRST, record());
  }

  // Retries

  @Test
  public void aRetryInBetween_takesNothingBack() {
    start(sets("A", "a").retry(1).retryDelay(1000));
    start(sets("B", "b"));
    fail("A");
    assertEquals("{'id':1,'a':'A','b':'B'}", record());
    fail("B");
    assertEquals("{'id':1,'a':'A','b':0}", record());
    world.advance(1000);
    fail("A");
    assertEquals(FIRST, record());
  }

  @Test
  public void aRetryThatSucceeds_keepsIt_afterTheOtherFailed() {
    start(sets("A", "a").retry(1).retryDelay(1000));
    start(sets("B", "b"));
    fail("A");
    world.advance(1000);
    fail("B");
    answer("A", "'ok'");
    assertEquals("{'id':1,'a':'A','b':0}", record());
  }

  // Without a network

  @Test
  public void offline_bothWait_andFailInTheirOrder() {
    env.online.setOnline(false);
    start(sets("A", "a"));
    start(sets("B", "b"));
    assertEquals("{'id':1,'a':'A','b':'B'}", record());
    env.online.setOnline(true);
    client.resumePausedMutations();
    settle();
    theFirstFails_thenTheSecond();
  }

  @Test
  public void offline_bothWait_theFirstFails_theSecondSucceeds() {
    env.online.setOnline(false);
    start(sets("A", "a"));
    start(sets("B", "b"));
    env.online.setOnline(true);
    client.resumePausedMutations();
    settle();
    fail("A");
    answer("B", "'ok'");
    assertEquals("{'id':1,'a':0,'b':'B'}", record());
  }

  @Test
  public void theNetworkGoes_afterBothWereSent() {
    start(sets("A", "a"));
    start(sets("B", "b"));
    env.online.setOnline(false);
    lose("A");
    assertEquals("{'id':1,'a':0,'b':'B'}", record());
    lose("B");
    assertEquals(FIRST, record());
    env.online.setOnline(true);
  }

  // Scopes

  @Test
  public void inAScope_theSecondIsSentAfterTheFirstFailed_andFailsToo() {
    start(sets("A", "a").scope("record"));
    start(sets("B", "b").scope("record"));
    assertEquals(0, network.count("B"));
    fail("A");
    assertEquals("{'id':1,'a':0,'b':'B'}", record());
    fail("B");
    assertEquals(FIRST, record());
  }

  @Test
  public void inAScope_twoAtOnce() {
    mutate(sets("A", "a").scope("record"));
    mutate(sets("B", "b").scope("record"));
    settle();
    theFirstFails_thenTheSecond();
  }

  // Observers

  private MutationObserver observed(String name, String field) {
    return new MutationObserver(client, sets(name, field));
  }

  @Test
  public void observers_ofEach() {
    MutationObserver a = observed("A", "a");
    MutationObserver b = observed("B", "b");
    atEnd(a.subscribe(result -> { }));
    atEnd(b.subscribe(result -> { }));
    outcome(a.mutate(undefined(), null));
    settle();
    outcome(b.mutate(undefined(), null));
    settle();
    theFirstFails_thenTheSecond();
    assertEquals("error", a.getCurrentResult().status);
  }

  @Test
  public void oneObserver_calledTwice() {
    MutationObserver observer = new MutationObserver(client,
        MutationOptions.create().mutationFn((name, context) -> network.send((String) name, null))
            .onMutate(args -> readAndWrite("record", set("A".equals(args[0]) ? "a" : "b", args[0])))
            .onError(putBack("record")));
    atEnd(observer.subscribe(result -> { }));
    outcome(observer.mutate("A", null));
    outcome(observer.mutate("B", null));
    settle();
    theFirstFails_thenTheSecond();
  }

  @Test
  public void observersThatHaveLeft_putBackAllTheSame() {
    MutationObserver a = observed("A", "a");
    Task leave = a.subscribe(result -> { });
    Screen screen = watch(query("record").staleTime(1e12));
    outcome(a.mutate(undefined(), null));
    settle();
    start(sets("B", "b"));
    leave.run();
    screen.stop.run();
    theFirstFails_thenTheSecond();
  }

  @Test
  public void builtAndExecutedByHand() {
    outcome(client.getMutationCache().build(client, sets("A", "a"), null).execute(undefined()));
    settle();
    outcome(client.getMutationCache().build(client, sets("B", "b"), null).execute(undefined()));
    settle();
    theFirstFails_thenTheSecond();
  }

  @Test
  public void removedFromTheMutationCache() {
    start(sets("A", "a"));
    start(sets("B", "b"));
    client.getMutationCache().clear();
    theFirstFails_thenTheSecond();
  }

  // Ends before it was sent

  @Test
  public void onMutateThatThrows_afterItWrote_isPutBackByItsOnError() {
    Object[] previous = {null};
    start(plain("A")
        .onMutate(args -> {
          previous[0] = snapshot(readAndWrite("record", set("a", "A")));
          throw thrown("a mistake");
        })
        .onError(args -> client.setQueryData(key("record"), previous[0], null)));
    assertEquals(FIRST, record());
    start(sets("B", "b"));
    assertEquals("{'id':1,'a':0,'b':'B'}", record());
    fail("B");
    assertEquals(FIRST, record());
  }

  @Test
  public void onMutateThatThrows_afterItWrote_whileAnotherIsUnderWay() {
    start(sets("B", "b"));
    Object[] previous = {null};
    start(plain("A")
        .onMutate(args -> client.cancelQueries(prefix("record"), null).then(done -> {
          previous[0] = snapshot(readAndWrite("record", set("a", "A")));
          throw thrown("a mistake");
        }, null))
        .onError(args -> client.setQueryData(key("record"), previous[0], null)));
    assertEquals("{'id':1,'a':0,'b':'B'}", record());
    fail("B");
    assertEquals(FIRST, record());
  }

  @Test
  public void onSuccessThatThrows() {
    start(sets("A", "a").onSuccess(args -> {
      throw thrown("a mistake");
    }));
    start(sets("B", "b"));
    answer("A", "'ok'");
    assertEquals("{'id':1,'a':0,'b':'B'}", record());
    fail("B");
    assertEquals(FIRST, record());
  }

  @Test
  public void theClientIsCleared() {
    start(sets("A", "a"));
    client.clear();
    cache("record", "{'id':1,'a':'new'}");
    settle();
    start(sets("B", "b"));
    fail("B");
    assertEquals("{'id':1,'a':'new'}", record());
  }
}
