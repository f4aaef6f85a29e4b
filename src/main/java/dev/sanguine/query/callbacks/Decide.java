package dev.sanguine.query.callbacks;

import jsinterop.annotations.JsFunction;

/** Answers yes or no about a value; what is no boolean counts as JavaScript counts it. */
@JsFunction
public interface Decide {
  Object decide(Object value);
}
