package dev.sanguine.env;

import jsinterop.annotations.JsFunction;

/** Settles a new thenable: calls one of the two, now or later; later calls do nothing. */
@JsFunction
public interface Executor {
  void run(Listener<Object> resolve, Listener<Object> reject);
}
