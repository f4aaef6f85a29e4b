package dev.sanguine.query.callbacks;

import dev.sanguine.query.options.MutateOptions;
import jsinterop.annotations.JsFunction;

/** Starts a mutation. */
@JsFunction
public interface Mutate {
  Object call(Object variables, MutateOptions options);
}
