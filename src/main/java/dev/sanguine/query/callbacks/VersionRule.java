package dev.sanguine.query.callbacks;

import dev.sanguine.query.Query;
import dev.sanguine.query.state.OverlappingChange;
import jsinterop.annotations.JsFunction;

/**
 * Says whether a fetched value holds a change whose request was under way at the same time: true, false, or undefined
 * (null in Java) if that cannot be known. It is asked when the value comes, and again when the change is confirmed.
 */
@JsFunction
public interface VersionRule {
  Object holds(Object fetched, OverlappingChange change, Query query);
}
