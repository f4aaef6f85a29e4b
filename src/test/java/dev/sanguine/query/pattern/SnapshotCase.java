package dev.sanguine.query.pattern;

import static org.junit.Assert.assertEquals;

import dev.sanguine.query.options.MutationOptions;
import org.junit.Before;

/** A record and a list, and mutations in the pattern whose snapshot is kept in many ways. */
public abstract class SnapshotCase extends PatternCase {
  protected static final String FIRST = "{'id':1,'a':0,'b':0}";
  protected Object kept;

  @Before
  public void aRecordAndAList() {
    cache("record", FIRST);
    cache("list", "[{'id':1}]");
    settle();
  }

  protected final String record() {
    return view("record");
  }

  protected final Object write(Object value) {
    return client.setQueryData(key("record"), value, null);
  }

  /** One sets a, the other b; the first of them fails, then the other. */
  protected final void eachTakesItsOwnBack(MutationOptions a, MutationOptions b) {
    start(a);
    start(b);
    assertEquals("{'id':1,'a':'A','b':'B'}", record());
    fail("A");
    assertEquals("{'id':1,'a':0,'b':'B'}", record());
    fail("B");
    assertEquals(FIRST, record());
  }
}
