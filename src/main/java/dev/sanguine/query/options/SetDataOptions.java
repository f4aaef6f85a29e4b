package dev.sanguine.query.options;

import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** How data is set by hand. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class SetDataOptions {
  /** When the data was right, in ms since 1970; now if absent. */
  public Object updatedAt;

  public boolean manual;
}
