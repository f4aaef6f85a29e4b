package dev.sanguine.log;

import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** What an opaque function made of a value, or a helper of one that it is not for. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class LogEffect {
  public Double change;
  /** The difference that it made; see {@link Patch}. Absent if it is too large, or a helper is for the value again. */
  public Object patch;
}
