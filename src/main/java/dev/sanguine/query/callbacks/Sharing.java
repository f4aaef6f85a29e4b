package dev.sanguine.query.callbacks;

import jsinterop.annotations.JsFunction;

/** Makes the value to keep of the previous and the new one. */
@JsFunction
public interface Sharing {
  Object share(Object previous, Object next);
}
