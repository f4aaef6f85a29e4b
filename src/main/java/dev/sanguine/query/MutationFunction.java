package dev.sanguine.query;

import jsinterop.annotations.JsFunction;

/** Sends a change: returns the answer or a thenable of it. */
@JsFunction
public interface MutationFunction {
  Object send(Object variables, MutationContext context);
}
