package dev.sanguine.query.callbacks;

import jsinterop.annotations.JsFunction;

/** Makes one call of two that wait in one scope: the variables to send. Undefined (null in Java) keeps them apart. */
@JsFunction
public interface Coalesce {
  Object merge(Object waiting, Object next);
}
