package dev.sanguine.query.pattern;

import static org.junit.Assert.assertEquals;

import dev.sanguine.query.options.MutationOptions;
import org.junit.Before;

/** The words of the tests in which A sets one field of a record and B another. */
public abstract class TwoFieldsCase extends PatternCase {
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
  protected final void theFirstFails_thenTheSecond() {
    assertEquals("{'id':1,'a':'A','b':'B'}", record());
    fail("A");
    assertEquals("{'id':1,'a':0,'b':'B'}", record());
    fail("B");
    assertEquals(FIRST, record());
  }

  protected final void theSecondFails_thenTheFirst() {
    assertEquals("{'id':1,'a':'A','b':'B'}", record());
    fail("B");
    assertEquals("{'id':1,'a':'A','b':0}", record());
    fail("A");
    assertEquals(FIRST, record());
  }
}
