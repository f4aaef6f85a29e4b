package dev.sanguine.env;

import jsinterop.annotations.JsFunction;

/** Gives a value. */
@JsFunction
public interface Supply {
  Object get();
}
