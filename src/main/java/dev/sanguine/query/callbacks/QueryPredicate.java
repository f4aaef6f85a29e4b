package dev.sanguine.query.callbacks;

import dev.sanguine.query.Query;
import jsinterop.annotations.JsFunction;

/** Picks queries. */
@JsFunction
public interface QueryPredicate {
  boolean test(Query query);
}
