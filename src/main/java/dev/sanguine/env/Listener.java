package dev.sanguine.env;

import jsinterop.annotations.JsFunction;

/** Hears what happened: a cache's event, an observer's result, a manager's new state. */
@JsFunction
public interface Listener<T> {
  void on(T event);
}
