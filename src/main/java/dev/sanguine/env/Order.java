package dev.sanguine.env;

import jsinterop.annotations.JsFunction;

/** Negative if {@code a} comes first. */
@JsFunction
public interface Order<T> {
  double compare(T a, T b);
}
