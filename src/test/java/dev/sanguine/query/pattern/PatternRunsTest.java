package dev.sanguine.query.pattern;

import static org.junit.Assert.assertEquals;

import dev.sanguine.env.Task;
import dev.sanguine.query.MutationObserver;
import dev.sanguine.query.Screen;
import dev.sanguine.query.options.MutationOptions;
import org.junit.Test;

/** The pattern with retries, without a network, in a scope, by observers and without any, and in mutations that end early. */
public class PatternRunsTest extends TwoFieldsCase {
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
    atEnd(a.subscribe(result -> {}));
    atEnd(b.subscribe(result -> {}));
    outcome(a.mutate(undefined(), null));
    settle();
    outcome(b.mutate(undefined(), null));
    settle();
    theFirstFails_thenTheSecond();
    assertEquals("error", a.getCurrentResult().status);
  }

  @Test
  public void oneObserver_calledTwice() {
    MutationObserver observer = new MutationObserver(
        client,
        MutationOptions.create()
            .mutationFn((name, context) -> network.send((String) name, null))
            .onMutate((variables, context) ->
                readAndWrite("record", set("A".equals(variables) ? "a" : "b", variables)))
            .onError(putBack("record")));
    atEnd(observer.subscribe(result -> {}));
    outcome(observer.mutate("A", null));
    outcome(observer.mutate("B", null));
    settle();
    theFirstFails_thenTheSecond();
  }

  @Test
  public void observersThatHaveLeft_putBackAllTheSame() {
    MutationObserver a = observed("A", "a");
    Task leave = a.subscribe(result -> {});
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
        .onMutate((variables, context) -> {
          previous[0] = snapshot(readAndWrite("record", set("a", "A")));
          throw thrown("a mistake");
        })
        .onError((error, variables, onMutateResult, context) ->
            client.setQueryData(key("record"), previous[0], null)));
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
        .onMutate((variables, context) -> client
            .cancelQueries(prefix("record"), null)
            .then(
                done -> {
                  previous[0] = snapshot(readAndWrite("record", set("a", "A")));
                  throw thrown("a mistake");
                },
                null))
        .onError((error, variables, onMutateResult, context) ->
            client.setQueryData(key("record"), previous[0], null)));
    assertEquals("{'id':1,'a':0,'b':'B'}", record());
    fail("B");
    assertEquals(FIRST, record());
  }

  @Test
  public void onSuccessThatThrows() {
    start(sets("A", "a").onSuccess((data, variables, onMutateResult, context) -> {
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
