package dev.sanguine.payload;

import java.util.HashMap;
import java.util.Map;

/** A failure of the platform that carries named values: an exception on the JVM, an Error in JavaScript. */
@SuppressWarnings("serial")
class Rejection extends RuntimeException {
  private final transient Map<String, Object> values = new HashMap<>();

  Rejection(String message) {
    super(message);
  }

  final void put(String name, Object value) {
    values.put(name, value);
    if (value instanceof Throwable && name.equals("cause")) {
      initCause((Throwable) value);
    }
  }

  final Object value(String name) {
    return name.equals("message") ? getMessage() : values.get(name);
  }
}
