package dev.sanguine.env;

import jsinterop.annotations.JsFunction;

/** Makes one thing of an item and its place. */
@JsFunction
public interface Indexed<T, R> {
  R of(T item, int index);
}
