package dev.sanguine.query.callbacks;

import dev.sanguine.query.Query;
import dev.sanguine.query.state.QueryFunctionContext;
import jsinterop.annotations.JsFunction;

/** Stands around the query function: answers from storage, or calls it. */
@JsFunction
public interface Persister {
  Object fetch(QueryFunction queryFunction, QueryFunctionContext context, Query query);
}
