package dev.sanguine.query.callbacks;

import jsinterop.annotations.JsFunction;

/** A callback; the place that takes one says what it is called with. What it returns is awaited where so stated. */
@JsFunction
public interface Callback {
  Object call(Object... args);
}
