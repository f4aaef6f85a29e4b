package dev.sanguine.query.pattern;

import static org.junit.Assert.assertEquals;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Supply;
import dev.sanguine.env.Thenable;
import dev.sanguine.law.Updater;
import dev.sanguine.query.MutationObserver;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.callbacks.Convert;
import dev.sanguine.query.callbacks.OnSettled;
import dev.sanguine.query.options.MutateOptions;
import dev.sanguine.query.options.MutationOptions;
import org.junit.Test;

/** Where apps keep the snapshot, what they make of it, and from where they put it back. */
public class PatternSnapshotsTest extends SnapshotCase {
  // Where it is kept

  private MutationOptions inAVariableOfItsOwn(String name, Updater updater) {
    Object[] previous = {null};
    return plain(name)
        .onMutate((variables, context) -> client
            .cancelQueries(prefix("record"), null)
            .then(
                done -> {
                  previous[0] = snapshot(readAndWrite("record", updater));
                  return undefined();
                },
                null))
        .onError((error, variables, onMutateResult, context) -> write(previous[0]));
  }

  @Test
  public void keptInAVariable() {
    eachTakesItsOwnBack(
        inAVariableOfItsOwn("A", set("a", "A")), inAVariableOfItsOwn("B", set("b", "B")));
  }

  private MutationOptions inAVariableOfAll(String name, Updater updater) {
    return plain(name)
        .onMutate((variables, context) -> client
            .cancelQueries(prefix("record"), null)
            .then(
                done -> {
                  kept = snapshot(readAndWrite("record", updater));
                  return undefined();
                },
                null))
        .onError((error, variables, onMutateResult, context) -> write(kept));
  }

  @Test
  public void keptInAVariable_thatTheSecondOverwrites() {
    eachTakesItsOwnBack(inAVariableOfAll("A", set("a", "A")), inAVariableOfAll("B", set("b", "B")));
  }

  @Test
  public void keptInAVariable_thatTheSecondOverwrites_theSecondFailsFirst() {
    start(inAVariableOfAll("A", set("a", "A")));
    start(inAVariableOfAll("B", set("b", "B")));
    fail("B");
    assertEquals("{'id':1,'a':'A','b':0}", record());
    fail("A");
    assertEquals(FIRST, record());
  }

  private MutationOptions asTheContext(String name, Updater updater) {
    return plain(name)
        .onMutate((variables, context) -> {
          Object previous = client.getQueryData(key("record"));
          client.setQueryData(key("record"), updater, null);
          return previous;
        })
        .onError((error, variables, onMutateResult, context) -> write(onMutateResult));
  }

  @Test
  public void theContextIsTheSnapshot_andNothingIsAwaited() {
    eachTakesItsOwnBack(asTheContext("A", set("a", "A")), asTheContext("B", set("b", "B")));
  }

  private MutationOptions asAFunction(String name, Updater updater) {
    return plain(name)
        .onMutate((variables, context) -> client
            .cancelQueries(prefix("record"), null)
            .then(
                done -> {
                  Object previous = snapshot(readAndWrite("record", updater));
                  Supply rollBack = () -> write(previous);
                  return Seq.of(rollBack);
                },
                null))
        .onError((error, variables, onMutateResult, context) ->
            ((Supply) snapshot(onMutateResult)).get());
  }

  @Test
  public void theContextIsAFunctionThatPutsItBack() {
    eachTakesItsOwnBack(asAFunction("A", set("a", "A")), asAFunction("B", set("b", "B")));
  }

  // Written before mutate is called

  private Outcome beforeMutate(String name, Updater updater) {
    Object previous = snapshot(readAndWrite("record", updater));
    Outcome outcome =
        mutate(plain(name).onError((error, variables, onMutateResult, context) -> write(previous)));
    settle();
    return outcome;
  }

  @Test
  public void writtenBeforeMutate_putBackInOnError() {
    beforeMutate("A", set("a", "A"));
    beforeMutate("B", set("b", "B"));
    fail("A");
    assertEquals("{'id':1,'a':0,'b':'B'}", record());
    fail("B");
    assertEquals(FIRST, record());
  }

  @Test
  public void writtenBeforeMutate_theSecondInThePattern() {
    beforeMutate("A", set("a", "A"));
    start(pattern("B", "record", set("b", "B")));
    fail("A");
    assertEquals("{'id':1,'a':0,'b':'B'}", record());
    fail("B");
    assertEquals(FIRST, record());
  }

  private void inMutatesOwnOnError(String name, Updater updater) {
    MutationObserver observer = new MutationObserver(client, plain(name));
    atEnd(observer.subscribe(result -> {}));
    Object previous = snapshot(readAndWrite("record", updater));
    MutateOptions ofTheCall = new MutateOptions();
    ofTheCall.onError = (error, variables, onMutateResult, context) -> write(previous);
    outcome(observer.mutate(undefined(), ofTheCall));
    settle();
  }

  @Test
  public void writtenBeforeMutate_putBackInMutatesOwnOnError() {
    inMutatesOwnOnError("A", set("a", "A"));
    inMutatesOwnOnError("B", set("b", "B"));
    fail("A");
    assertEquals("{'id':1,'a':0,'b':'B'}", record());
    fail("B");
    assertEquals(FIRST, record());
  }

  private void inACatch(String name, Updater updater) {
    Object previous = snapshot(readAndWrite("record", updater));
    client.mutate(plain(name), undefined()).otherwise(error -> write(previous));
    settle();
  }

  @Test
  public void writtenBeforeMutate_putBackInACatch() {
    inACatch("A", set("a", "A"));
    inACatch("B", set("b", "B"));
    fail("A");
    assertEquals("{'id':1,'a':0,'b':'B'}", record());
    fail("B");
    assertEquals(FIRST, record());
  }

  @Test
  public void putBackInACatch_ofFunctionsAroundFunctions() {
    Object previous = snapshot(readAndWrite("record", set("a", "A")));
    Thenable<Object> inner = env.deferreds.create(
        (resolve, reject) -> client.mutate(plain("A"), undefined()).done(resolve, reject));
    inner
        .then(data -> data, error -> env.deferreds.reject(error))
        .otherwise(error -> write(previous));
    settle();
    start(pattern("B", "record", set("b", "B")));
    fail("A");
    assertEquals("{'id':1,'a':0,'b':'B'}", record());
  }

  // Cached in the task in which mutate is called

  @Test
  public void whatWasCachedRightBefore_isThere_whenBothHaveFailed() {
    client.setQueryData(key("record"), json("{'id':1,'a':1,'b':1}"), null);
    start(inAVariableOfAll("A", set("a", "A")));
    start(inAVariableOfAll("B", set("b", "B")));
    fail("A");
    assertEquals("{'id':1,'a':1,'b':'B'}", record());
    fail("B");
    assertEquals("{'id':1,'a':1,'b':1}", record());
  }

  @Test
  public void whatAPushWroteRightAfterwards_isThere_whenASnapshotOfBeforeIsPutBack() {
    cache("other", "{'n':0}");
    start(plain("A")
        .onMutate((variables, context) -> client.getQueryData(key("other")))
        .onError((error, variables, onMutateResult, context) ->
            client.setQueryData(key("other"), onMutateResult, null)));
    client.setQueryData(key("other"), json("{'n':1}"), null);
    settle();
    fail("A");
    assertEquals("{'n':1}", view("other"));
  }

  // What is made of it

  private MutationOptions puttingBack(String name, Updater updater, Convert made) {
    return plain(name)
        .onMutate(cancelAndWrite("record", updater))
        .onError((error, variables, onMutateResult, context) ->
            write(made.convert(snapshot(onMutateResult))));
  }

  @Test
  public void putBackByAFunction() {
    Convert function = previous -> (Updater) old -> previous;
    eachTakesItsOwnBack(
        puttingBack("A", set("a", "A"), function), puttingBack("B", set("b", "B"), function));
  }

  @Test
  public void putBackAsACopy() {
    Convert copy = previous -> json(text(previous));
    eachTakesItsOwnBack(
        puttingBack("A", set("a", "A"), copy), puttingBack("B", set("b", "B"), copy));
  }

  @Test
  public void putBackAsACopy_theSecondFailsFirst_ofTheSameField() {
    Convert copy = previous -> json(text(previous));
    start(puttingBack("A", set("a", "A"), copy));
    start(puttingBack("B", set("a", "B"), copy));
    fail("B");
    assertEquals("{'id':1,'a':'A','b':0}", record());
    fail("A");
    assertEquals(FIRST, record());
  }

  @Test
  public void putBackTwice_inOnErrorAndInOnSettled() {
    OnSettled again =
        (data, error, variables, onMutateResult, context) -> write(snapshot(onMutateResult));
    eachTakesItsOwnBack(
        pattern("A", "record", set("a", "A")).onSettled(again),
        pattern("B", "record", set("b", "B")).onSettled(again));
  }

  // From where it is put back

  private MutationOptions inOnSettled(String name, Updater updater) {
    return plain(name)
        .onMutate(cancelAndWrite("record", updater))
        .onSettled((data, error, variables, onMutateResult, context) ->
            error == null ? undefined() : write(snapshot(onMutateResult)));
  }

  @Test
  public void putBackInOnSettled() {
    eachTakesItsOwnBack(inOnSettled("A", set("a", "A")), inOnSettled("B", set("b", "B")));
  }

  @Test
  public void putBackByTheCaches_onError() {
    client.getMutationCache().config.onError =
        (error, variables, onMutateResult, mutation, context) -> write(snapshot(onMutateResult));
    eachTakesItsOwnBack(
        plain("A").onMutate(cancelAndWrite("record", set("a", "A"))),
        plain("B").onMutate(cancelAndWrite("record", set("b", "B"))));
  }

  @Test
  public void writtenByTheCaches_onMutate() {
    Object[] previous = {null, null};
    int[] count = {0};
    client.getMutationCache().config.onMutate = (variables, mutation, context) -> client
        .cancelQueries(prefix("record"), null)
        .then(
            done -> {
              previous[count[0]] = snapshot(readAndWrite(
                  "record", set(count[0] == 0 ? "a" : "b", count[0] == 0 ? "A" : "B")));
              count[0]++;
              return undefined();
            },
            null);
    eachTakesItsOwnBack(
        plain("A").onError((error, variables, onMutateResult, context) -> write(previous[0])),
        plain("B").onError((error, variables, onMutateResult, context) -> write(previous[1])));
  }
}
