package dev.sanguine.env;

import jsinterop.annotations.JsFunction;

/** Says yes or no to an item. */
@JsFunction
public interface Predicate<T> {
  boolean test(T item);
}
