package dev.sanguine.query.options;

import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** How a fetch, a refetch or an invalidation is to run. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class FetchOptions {
  /** Replace a fetch that is running; true unless said otherwise if data is there already. */
  public Object cancelRefetch;
  /** Reject if the fetch fails. */
  public Object throwOnError;

  public Object meta;
  public Object initialPromise;
}
