package dev.sanguine.query.callbacks;

import jsinterop.annotations.JsFunction;

/**
 * Says of an error if somebody else was first: true, false, or a record {@code { theirs }} with what the server has by now.
 * Undefined (null in Java) leaves it to the error.
 */
@JsFunction
public interface ConflictOf {
  Object conflictOf(Object error);
}
