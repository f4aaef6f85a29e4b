package dev.sanguine.query;

import jsinterop.annotations.JsFunction;

/** Starts a mutation. */
@JsFunction
public interface Mutate {
  Object call(Object variables, MutateOptions options);
}
