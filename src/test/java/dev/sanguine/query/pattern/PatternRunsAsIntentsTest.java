package dev.sanguine.query.pattern;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

/** The same if what onMutate writes is a change of its mutation: that leaves, or stays, with the request. */
public class PatternRunsAsIntentsTest extends PatternRunsTest {
  @Override
  protected String onMutateWrites() {
    return HandWrites.INTENTS;
  }

  @Test
  @Override
  public void onSuccessThatThrows() {
    start(sets("A", "a").onSuccess((data, variables, onMutateResult, context) -> {
      throw thrown("a mistake");
    }));
    start(sets("B", "b"));
    answer("A", "'ok'");
    assertEquals("{'id':1,'a':'A','b':'B'}", record());
    fail("B");
    assertEquals("{'id':1,'a':'A','b':0}", record());
  }

  @Test
  @Override
  public void removedFromTheMutationCache() {
    start(sets("A", "a"));
    start(sets("B", "b"));
    client.getMutationCache().clear();
    settle();
    assertEquals(FIRST, record());
  }

  @Test
  @Override
  public void theClientIsCleared() {
    start(sets("A", "a"));
    client.clear();
    settle();
    cache("record", "{'id':1,'a':'new'}");
    settle();
    start(sets("B", "b"));
    fail("B");
    assertEquals("{'id':1,'a':'new'}", record());
  }
}
