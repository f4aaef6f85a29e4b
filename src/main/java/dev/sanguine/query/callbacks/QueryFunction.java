package dev.sanguine.query.callbacks;

import dev.sanguine.query.state.QueryFunctionContext;
import jsinterop.annotations.JsFunction;

/** Fetches: returns the value or a thenable of it. */
@JsFunction
public interface QueryFunction {
  Object fetch(QueryFunctionContext context);
}
