package dev.sanguine.query.callbacks;

import dev.sanguine.query.state.Conflict;
import jsinterop.annotations.JsFunction;

/**
 * Decides what becomes of a change that somebody else was faster than: "mine" sends it again on top of theirs, "theirs" gives
 * it up, anything else are the variables with which it is sent instead. Undefined (null in Java) leaves it to the engine,
 * which merges by field. A thenable of any of these is awaited.
 */
@JsFunction
public interface OnConflict {
  Object onConflict(Conflict conflict);
}
