package dev.sanguine.jvm;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

/** Any value can be a failure; exceptions come back as they are. */
public class JvmErrorsTest {
  private final JvmErrors errors = new JvmErrors();

  /** A failure of an app, whose request may have been done. */
  public static final class Lost extends Exception {
    private static final long serialVersionUID = 1;

    public final String outcome = "unknown";
  }

  private Object caught(Object thrown) {
    return errors.attempt(() -> {
      throw errors.raise(thrown);
    }, error -> error);
  }

  @Test
  public void whatIsThrown_comesBackAsItIs() {
    Object[] all = {"text", 5.0, new IllegalStateException("x"), new Exception("checked"), new AssertionError("e")};
    for (Object thrown : all) {
      assertSame(thrown, caught(thrown));
    }
  }

  @Test
  public void withoutAnError_theResultIsTheBodys() {
    assertEquals("fine", errors.attempt(() -> "fine", error -> "not"));
  }

  @Test
  public void aBrokenMachine_isNotCaught() {
    assertThrows(StackOverflowError.class, () -> errors.attempt(() -> {
      throw new StackOverflowError();
    }, error -> error));
  }

  @Test
  public void cancellations_sayHow() {
    Object plain = errors.cancelled(false, false);
    Object revert = errors.cancelled(true, false);
    Object silent = errors.cancelled(false, true);
    assertTrue(errors.isCancelled(plain));
    assertFalse(errors.isCancelled("CancelledError"));
    assertTrue(errors.cancelledReverts(revert));
    assertFalse(errors.cancelledReverts(silent));
    assertTrue(errors.cancelledSilently(silent));
    assertFalse(errors.cancelledSilently("x"));
  }

  @Test
  public void anUnknownOutcome_isSaidByTheErrorItself() {
    assertTrue(errors.isUnknownOutcome(new Lost()));
    assertFalse(errors.isUnknownOutcome(new Exception("refused")));
    assertFalse(errors.isUnknownOutcome("text"));
    assertFalse(errors.isUnknownOutcome(null));
  }

  @Test
  public void aFailure_holdsItsValue() {
    assertEquals("x", new Failure("x").value());
    assertEquals("x", new Failure("x").getMessage());
    assertTrue(errors.create("m") instanceof IllegalStateException);
    errors.warn("a warning of the test of errors");
    errors.report("a report of the test of errors", "value");
    errors.report("a report without a value", null);
  }
}
