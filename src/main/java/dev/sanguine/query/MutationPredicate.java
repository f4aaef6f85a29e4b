package dev.sanguine.query;

import jsinterop.annotations.JsFunction;

/** Picks mutations. */
@JsFunction
public interface MutationPredicate {
  boolean test(Mutation mutation);
}
