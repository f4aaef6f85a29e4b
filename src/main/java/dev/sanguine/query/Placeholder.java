package dev.sanguine.query;

import jsinterop.annotations.JsFunction;

/** Gives what is shown while nothing is there. */
@JsFunction
public interface Placeholder {
  Object get(Object previousData, Query previousQuery);
}
