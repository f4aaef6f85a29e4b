package dev.sanguine.jvm;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.junit.Test;

/** Any value can be a failure; exceptions come back as they are. */
public class JvmErrorsTest {
  private final JvmErrors errors = new JvmErrors();

  /** A failure of an app, whose request may have been done. */
  public static final class Lost extends Exception {
    private static final long serialVersionUID = 1;

    public final String outcome = "unknown";
  }

  /** An answer that an HTTP client made an exception of. */
  public static final class Answered extends IOException {
    private static final long serialVersionUID = 1;

    public final int status;

    Answered(int status) {
      this.status = status;
    }
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
  public void theErrorSaysItsOutcome() {
    assertEquals("unknown", errors.outcome(new Lost()));
    assertNull(errors.outcome(new Exception("refused")));
    assertNull(errors.outcome("text"));
    assertNull(errors.outcome(null));
  }

  @Test
  public void aBrokenConnectionAndATimeout_areLost() {
    assertTrue(errors.isLost(new IOException("reset")));
    assertTrue(errors.isLost(new TimeoutException()));
    assertTrue(errors.isLost(new CompletionException(new SocketTimeoutException())));
  }

  @Test
  public void aConnectionThatWasNeverMade_isNotLost() {
    assertFalse(errors.isLost(new ConnectException()));
    assertFalse(errors.isLost(new UncheckedIOException(new UnknownHostException())));
  }

  @Test
  public void aServerThatFailed_mayHaveMadeTheChange_andOneThatRefusedHasNot() {
    assertTrue(errors.isLost(new Answered(500)));
    assertFalse(errors.isLost(new Answered(409)));
    assertFalse(errors.isLost(new Exception("refused")));
    assertFalse(errors.isLost("text"));
    assertFalse(errors.isLost(null));
  }

  @Test
  public void anAnswerOfSuccess_isLost_ifItCouldNotBeRead() {
    assertTrue(errors.isLost(new Answered(200)));
  }

  @Test
  public void aConnectionThatTookTooLong_neverSentAnything() {
    assertTrue(errors.isLost(new HttpTimeoutException("no answer")));
    assertFalse(errors.isLost(new HttpConnectTimeoutException("no connection")));
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
