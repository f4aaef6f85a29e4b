package dev.sanguine.query.callbacks;

import jsinterop.annotations.JsFunction;

/** Hears of a result's member that was read. */
@JsFunction
public interface PropertyReadListener {
  void on(String name);
}
