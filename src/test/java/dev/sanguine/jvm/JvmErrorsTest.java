package dev.sanguine.jvm;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import dev.sanguine.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.logging.LogRecord;
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

  /** One whose status is asked for by a method. */
  static final class Got extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    Got(int status) {
      this.status = status;
    }

    public int getStatus() {
      return status;
    }
  }

  /** One whose status is an object, as a framework has it. */
  static final class Framed extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    Framed(int status) {
      this.status = status;
    }

    public Code getStatusCode() {
      return new Code(status);
    }

    static final class Code {
      private final int value;

      Code(int value) {
        this.value = value;
      }

      public int value() {
        return value;
      }
    }
  }

  /** One that holds the answer. */
  static final class Holding extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    Holding(int status) {
      this.status = status;
    }

    public Response getResponse() {
      return new Response(status);
    }

    static final class Response {
      private final int status;

      Response(int status) {
        this.status = status;
      }

      public int statusCode() {
        return status;
      }
    }
  }

  /** One that says what became of it by a method, and one whose method throws. */
  static final class Saying extends RuntimeException {
    private static final long serialVersionUID = 1;

    public String outcome() {
      return "unknown";
    }

    public int status() {
      throw new IllegalStateException("no status");
    }
  }

  private Object caught(Object thrown) {
    return errors.attempt(
        () -> {
          throw errors.raise(thrown);
        },
        error -> error);
  }

  @Test
  public void whatIsThrown_comesBackAsItIs() {
    Object[] all = {
      "text", 5.0, new IllegalStateException("x"), new Exception("checked"), new AssertionError("e")
    };
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
    assertThrows(
        StackOverflowError.class,
        () -> errors.attempt(
            () -> {
              throw new StackOverflowError();
            },
            error -> error));
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
    assertEquals("unknown", errors.member(new Lost(), "outcome"));
    assertNull(errors.member(new Exception("refused"), "outcome"));
    assertNull(errors.member("text", "outcome"));
    assertNull(errors.member(null, "outcome"));
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
  public void theStatus_isReadByItsMethods_asHttpClientsHaveIt() {
    assertTrue(errors.isLost(new Got(500)));
    assertFalse(errors.isLost(new Got(409)));
    assertTrue(errors.isLost(new Framed(503)));
    assertFalse(errors.isLost(new Framed(404)));
    assertTrue(errors.isLost(new Holding(502)));
    assertFalse(errors.isLost(new Holding(422)));
    assertFalse(errors.isLost(new Saying()));
    assertEquals("unknown", errors.member(new Saying(), "outcome"));
  }

  @Test
  public void aReport_hasTheTraceOfItsException() throws Exception {
    IllegalStateException thrown = new IllegalStateException("a fault of the program");
    try (Reports reports = new Reports()) {
      errors.report("a listener threw", thrown);
      LogRecord report = reports.next(0);
      assertSame(thrown, report.getThrown());
      assertEquals(
          "a listener threw java.lang.IllegalStateException: a fault of the program",
          report.getMessage());
    }
  }

  @Test
  public void anAnswerOfSuccess_isLost_ifItCouldNotBeRead() {
    assertTrue(errors.isLost(new Answered(200)));
    IllegalArgumentException unreadable =
        assertThrows(IllegalArgumentException.class, () -> Json.parse("<html>"));
    assertTrue(errors.isLost(new CompletionException(unreadable)));
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
