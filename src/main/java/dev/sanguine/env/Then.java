package dev.sanguine.env;

import jsinterop.annotations.JsFunction;

/** What follows a settled {@link Thenable}: gets its value or error, returns a value or a further thenable. */
@JsFunction
public interface Then<T> {
  Object call(T value);
}
