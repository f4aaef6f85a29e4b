package dev.sanguine.query.options;

import dev.sanguine.query.callbacks.RetryDecision;
import dev.sanguine.query.callbacks.RetryDelay;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** How what is sent is tried again: the options that queries and mutations share. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class RetryOptions {
  /** Boolean, number of retries or {@link RetryDecision}; for queries 3 by default, 0 on a server; for mutations 0. */
  public Object retry;
  /** Milliseconds or {@link RetryDelay}; 1000 doubled per failure, at most 30000, by default. */
  public Object retryDelay;
  /** online, always or offlineFirst. */
  public String networkMode;
}
