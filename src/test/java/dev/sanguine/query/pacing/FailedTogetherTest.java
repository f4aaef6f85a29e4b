package dev.sanguine.query.pacing;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import dev.sanguine.query.pending.IntentsObserver;
import org.junit.Test;

/** Changes that failed in one request are listed, sent again and discarded. */
public class FailedTogetherTest extends PacingCase {
  /** Three changes of which the last two have failed in one request. */
  private IntentsObserver threeOfWhichTwoFailed() {
    IntentsObserver observer = new IntentsObserver(client, null);
    mutate(merge("save"), title("A"));
    mutate(merge("save"), title("B"));
    mutate(merge("save"), status("x"));
    settle();
    answer("save", "{}");
    fail("save");
    return observer;
  }

  private static String states(IntentsObserver observer) {
    return join(observer.getCurrentResult().map(one -> one.state + " " + join(one.fields)));
  }

  @Test
  public void whatFailedTogether_isSentAgainTogether_underItsKey() {
    IntentsObserver observer = threeOfWhichTwoFailed();
    assertEquals("failed title | failed status", states(observer));
    String key = mutationAt(2).idempotencyKey();
    observer.getCurrentResult().get(0).retry.get();
    settle();
    assertEquals("{'id':1,'title':'B','status':'x'}", sent("save"));
    assertEquals("{'id':1,'title':'B','status':'x'}", view("record"));
    assertEquals("sent title | status", states(observer));
    assertEquals(key, mutationAt(2).idempotencyKey());
    answer("save", "{}");
    assertEquals("{'id':1,'title':'B','status':'x'}", view("record"));
  }

  @Test
  public void ifOneOfThemIsDiscarded_theOthersAreSentAgainWithoutIt_underAnotherKey() {
    IntentsObserver observer = threeOfWhichTwoFailed();
    String key = mutationAt(2).idempotencyKey();
    observer.getCurrentResult().get(0).discard.run();
    observer.getCurrentResult().get(0).retry.get();
    settle();
    assertEquals("{'id':1,'status':'x'}", sent("save"));
    assertFalse(key.equals(mutationAt(2).idempotencyKey()));
    answer("save", "{}");
    assertEquals("{'id':1,'title':'A','status':'x'}", view("record"));
  }

  @Test
  public void ifTheLastOfThemWasTakenOut_theOthersAreSentAgain() {
    IntentsObserver observer = threeOfWhichTwoFailed();
    client.getMutationCache().remove(mutationAt(2));
    observer.getCurrentResult().get(0).retry.get();
    settle();
    assertEquals("{'id':1,'title':'B'}", sent("save"));
    answer("save", "{}");
  }

  @Test
  public void aBurstThatFailed_isListedOnce() {
    IntentsObserver observer = new IntentsObserver(client, null);
    for (int i = 0; i < 5; i++) {
      mutate(merge("save"), title("A" + i));
    }
    settle();
    answer("save", "{}");
    fail("save");
    assertEquals("failed title", states(observer));
    observer.getCurrentResult().get(0).retry.get();
    settle();
    assertEquals("{'id':1,'title':'A4'}", sent("save"));
    answer("save", "{}");
    assertEquals("'A4'", shown());
  }
}
