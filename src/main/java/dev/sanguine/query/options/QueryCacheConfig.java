package dev.sanguine.query.options;

import dev.sanguine.query.callbacks.Callback;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** Callbacks for every fetch of every query. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class QueryCacheConfig {
  /** (error, query). */
  public Callback onError;
  /** (data, query). */
  public Callback onSuccess;
  /** (data, error, query). */
  public Callback onSettled;
}
