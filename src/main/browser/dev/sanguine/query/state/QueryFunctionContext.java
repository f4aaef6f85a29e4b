package dev.sanguine.query.state;

import dev.sanguine.env.AbortSignal;
import dev.sanguine.query.QueryClient;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsProperty;
import jsinterop.annotations.JsType;

/** What a query function is given: a plain object whose signal is a getter. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class QueryFunctionContext {
  public QueryClient client;
  public Object queryKey;
  public Object meta;
  public Object pageParam;
  public String direction;

  @JsProperty(name = "signal")
  public native AbortSignal signal();
}
