package dev.sanguine.query.callbacks;

import jsinterop.annotations.JsFunction;

/** Makes one value of another. */
@JsFunction
public interface Convert {
  Object convert(Object value);
}
