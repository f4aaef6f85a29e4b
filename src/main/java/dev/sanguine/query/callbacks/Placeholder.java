package dev.sanguine.query.callbacks;

import dev.sanguine.query.Query;
import jsinterop.annotations.JsFunction;

/** Gives what is shown while nothing is there. */
@JsFunction
public interface Placeholder {
  Object get(Object previousData, Query previousQuery);
}
