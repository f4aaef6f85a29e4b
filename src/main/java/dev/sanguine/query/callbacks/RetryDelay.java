package dev.sanguine.query.callbacks;

import jsinterop.annotations.JsFunction;

/** Milliseconds to wait before the next attempt. */
@JsFunction
public interface RetryDelay {
  double delay(int failureCount, Object error);
}
