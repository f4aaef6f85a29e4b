package dev.sanguine.query.callbacks;

import jsinterop.annotations.JsFunction;

/** Says of an error what became of the request: "unknown", "failed", or undefined (null in Java) to leave it to the error. */
@JsFunction
public interface OutcomeOf {
  Object outcomeOf(Object error);
}
