package dev.sanguine.query.state;

import dev.sanguine.env.Supply;
import dev.sanguine.query.options.FetchOptions;
import dev.sanguine.query.options.QueryOptions;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** One fetch as a FetchBehavior sees it: a plain object whose signal is a getter. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class FetchContext extends QueryFunctionContext {
  public FetchOptions fetchOptions;
  public QueryOptions options;
  public QueryState state;
  public Supply fetchFn;
}
