package dev.sanguine.query.callbacks;

import jsinterop.annotations.JsFunction;

/** Says whether the failure is worth another attempt; failureCount starts at 0. */
@JsFunction
public interface RetryDecision {
  Object retry(int failureCount, Object error);
}
