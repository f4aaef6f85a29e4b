package dev.sanguine.query.callbacks;

import dev.sanguine.query.Query;
import jsinterop.annotations.JsFunction;

/** An option that depends on the query. */
@JsFunction
public interface QueryDependent {
  Object valueFor(Query query);
}
