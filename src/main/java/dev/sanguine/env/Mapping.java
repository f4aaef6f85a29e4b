package dev.sanguine.env;

import jsinterop.annotations.JsFunction;

/** Makes one thing of another. */
@JsFunction
public interface Mapping<T, R> {
  R of(T item);
}
