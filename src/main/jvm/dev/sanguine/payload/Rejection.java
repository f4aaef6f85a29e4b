package dev.sanguine.payload;

import java.util.HashMap;
import java.util.Map;

/** A failure of the platform that carries named values: an exception on the JVM, an Error in JavaScript. */
@SuppressWarnings("serial")
public class Rejection extends RuntimeException {
  /** "unknown", "failed" or "conflict"; a field, so that an engine that knows no Payload can ask any error for it. */
  public String outcome;
  /** The record as the server holds it, for the same reason; null if the answer does not bring it. */
  public transient Object theirs;

  private final transient Map<String, Object> values = new HashMap<>();

  Rejection(String message) {
    super(message);
  }

  final void put(String name, Object value) {
    values.put(name, value);
    if (name.equals("outcome")) {
      outcome = (String) value;
    } else if (name.equals("theirs")) {
      theirs = value;
    } else if (name.equals("cause") && value instanceof Throwable) {
      initCause((Throwable) value);
    }
  }

  final Object value(String name) {
    return name.equals("message") ? getMessage() : values.get(name);
  }
}
