package dev.sanguine.query.options;

import dev.sanguine.query.callbacks.OnQueryError;
import dev.sanguine.query.callbacks.OnQuerySettled;
import dev.sanguine.query.callbacks.OnQuerySuccess;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** Callbacks for every fetch of every query. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class QueryCacheConfig {
  public OnQueryError onError;
  public OnQuerySuccess onSuccess;
  public OnQuerySettled onSettled;
}
