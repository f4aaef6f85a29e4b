package dev.sanguine.query.callbacks;

import dev.sanguine.query.state.MutationContext;
import jsinterop.annotations.JsFunction;

/** Sends a change: returns the answer or a thenable of it. */
@JsFunction
public interface MutationFunction {
  Object send(Object variables, MutationContext context);
}
