package dev.sanguine.query.options;

import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** What a cancellation leaves behind. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class CancelOptions {
  /** Back to the state from before the fetch. */
  public Object revert;
  /** Nobody is told. */
  public Object silent;
}
