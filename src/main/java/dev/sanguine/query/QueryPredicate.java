package dev.sanguine.query;

import jsinterop.annotations.JsFunction;

/** Picks queries. */
@JsFunction
public interface QueryPredicate {
  boolean test(Query query);
}
