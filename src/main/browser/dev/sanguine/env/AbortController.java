package dev.sanguine.env;

import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** The browser's AbortController. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL)
public class AbortController {
  public AbortSignal signal;

  public AbortController() {}

  public native void abort();
}
