package dev.sanguine.query.pattern;

import static org.junit.Assert.assertEquals;

import dev.sanguine.env.Seq;
import dev.sanguine.query.Screen;
import dev.sanguine.query.options.MutationOptions;
import org.junit.Test;

/** The pattern in callbacks that wait: several at once in onMutate, and before they put back. */
public class PatternWaitsTest extends TwoFieldsCase {
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
        .onMutate((variables, context) -> network
            .send("prepare " + name, null)
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
        .onMutate((variables, context) -> client
            .cancelQueries(prefix("record"), null)
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
        .onMutate((variables, context) -> {
          Object previous = client.getQueryData(key("record"));
          return client
              .cancelQueries(prefix("record"), null)
              .then(
                  done -> {
                    client.setQueryData(key("record"), set(field, name), null);
                    return Seq.of(previous);
                  },
                  null);
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
    return plain(name)
        .onMutate(cancelAndWrite("record", set(field, name)))
        .onError((error, variables, onMutateResult, context) -> network
            .send("report " + name, null)
            .then(
                reported -> client.setQueryData(key("record"), snapshot(onMutateResult), null),
                null));
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
}
