package dev.sanguine.law;

import jsinterop.annotations.JsFunction;

/** Makes the next value of the present one, which it must not change; null (undefined) stands for no change. */
@JsFunction
public interface Updater {
  Object update(Object old);
}
