package dev.sanguine.js;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import jsinterop.base.JsPropertyMap;
import org.junit.Test;

/** Which errors of JavaScript say that an answer was lost. */
public class JsErrorsTest {
  private final JsErrors errors = new JsErrors();

  @Test
  public void whatFetchRejectsWith_isLost() {
    assertTrue(isLost("name", "TypeError"));
    assertTrue(isLost("name", "TimeoutError"));
    assertTrue(isLost("name", "AbortError"));
    assertTrue(isLost("name", "SyntaxError"));
  }

  @Test
  public void anyOtherError_isNotLost() {
    assertFalse(errors.isLost(errors.create("refused")));
    assertFalse(isLost("name", "RangeError"));
    assertFalse(errors.isLost("text"));
    assertFalse(errors.isLost(null));
  }

  @Test
  public void aServerThatFailed_mayHaveMadeTheChange() {
    assertTrue(isLost("status", 500.0));
    assertTrue(isLost("status", 504.0));
    assertTrue(isLost("response", JsPropertyMap.of("status", 503.0)));
  }

  @Test
  public void aServerThatRefused_hasNotMadeIt_whateverTheErrorIsCalled() {
    assertFalse(isLost("status", 409.0));
    assertFalse(isLost("response", JsPropertyMap.of("status", 422.0)));
    assertFalse(isLost("status", 408.0, "name", "TimeoutError"));
    assertFalse(isLost("status", 301.0, "code", "ERR_NETWORK"));
  }

  @Test
  public void anAnswerOfSuccess_isLost_ifItCouldNotBeRead() {
    assertTrue(isLost("status", 200.0, "name", "SyntaxError"));
    assertTrue(isLost("status", 200.0, "code", "ERR_BAD_RESPONSE"));
  }

  @Test
  public void anAnswerOfSuccess_thatSaysNo_isNotLost() {
    // As clients of GraphQL have it.
    assertFalse(isLost("response", JsPropertyMap.of("status", 200.0), "name", "Error"));
  }

  @Test
  public void codesOfLostConnections_areLost() {
    assertTrue(isLost("name", "AxiosError", "code", "ERR_NETWORK"));
    assertTrue(isLost("name", "Error", "code", "ECONNRESET"));
    assertTrue(isLost("name", "AxiosError", "code", "ETIMEDOUT"));
    assertTrue(isLost("name", "CanceledError", "code", "ERR_CANCELED"));
    assertFalse(isLost("name", "AxiosError", "code", "ERR_BAD_OPTION"));
  }

  @Test
  public void theErrorSaysItsOutcome() {
    assertEquals("failed", errors.member(JsPropertyMap.of("outcome", "failed"), "outcome"));
    assertEquals("unknown", errors.member(JsPropertyMap.of("outcome", "unknown"), "outcome"));
  }

  private boolean isLost(String name, Object value) {
    return errors.isLost(JsPropertyMap.of(name, value));
  }

  private boolean isLost(String name, Object value, String other, Object second) {
    return errors.isLost(JsPropertyMap.of(name, value, other, second));
  }
}
