package dev.sanguine.query;

import dev.sanguine.env.AbortSignal;
import dev.sanguine.env.Supply;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsProperty;
import jsinterop.annotations.JsType;

/** One fetch as a FetchBehavior sees it: a plain object whose signal is a getter. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class FetchContext {
  public FetchOptions fetchOptions;
  public QueryOptions options;
  public Object queryKey;
  public QueryClient client;
  public QueryState state;
  public Supply fetchFn;

  @JsProperty(name = "signal")
  public native AbortSignal signal();
}
