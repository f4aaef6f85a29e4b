package dev.sanguine.query;

import jsinterop.annotations.JsFunction;

/** Fetches: returns the value or a thenable of it. */
@JsFunction
public interface QueryFunction {
  Object fetch(QueryFunctionContext context);
}
