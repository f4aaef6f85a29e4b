package dev.sanguine.query;

import dev.sanguine.env.Seq;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;
import jsinterop.base.JsPropertyMap;

/** Errors as this runtime's own network and its usual clients throw them. */
public final class Faults {
  @JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "TypeError")
  private static class TypeError {
    TypeError(String message) {}
  }

  @JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "DOMException")
  private static class DomException {
    DomException(String message, String name) {}
  }

  private Faults() {}

  private static Object with(String name, Object value) {
    JsPropertyMap<Object> error = JsPropertyMap.of();
    error.set(name, value);
    return error;
  }

  /** No answer came, or none that can be read. */
  public static Seq<Object> lost() {
    return Seq.of(
        new TypeError("Failed to fetch"),
        new DomException("timed out", "TimeoutError"),
        new DomException("aborted", "AbortError"),
        new DomException("lost", "NetworkError"),
        with("name", "SyntaxError"),
        with("name", "CanceledError"),
        with("code", "ERR_NETWORK"),
        with("code", "ECONNABORTED"),
        with("code", "ETIMEDOUT"),
        with("status", 500.0),
        with("status", 503.0),
        with("response", with("status", 502.0)));
  }

  /** The server said no, or the request never left. */
  public static Seq<Object> failed() {
    return Seq.of(
        with("name", "Error"),
        with("status", 400.0),
        with("status", 409.0),
        with("response", with("status", 404.0)),
        with("response", null),
        "a text",
        5.0);
  }
}
