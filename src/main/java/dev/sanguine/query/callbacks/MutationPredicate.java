package dev.sanguine.query.callbacks;

import dev.sanguine.query.Mutation;
import jsinterop.annotations.JsFunction;

/** Picks mutations. */
@JsFunction
public interface MutationPredicate {
  boolean test(Mutation mutation);
}
