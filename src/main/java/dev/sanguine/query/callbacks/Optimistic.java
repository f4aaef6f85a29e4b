package dev.sanguine.query.callbacks;

import dev.sanguine.law.Intent;
import jsinterop.annotations.JsFunction;

/** Says what a mutation changes, before it is sent; must not return a thenable. */
@JsFunction
public interface Optimistic {
  Object apply(Intent intent, Object variables);
}
