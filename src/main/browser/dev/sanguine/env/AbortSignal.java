package dev.sanguine.env;

import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** The browser's AbortSignal. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL)
public class AbortSignal {
  public boolean aborted;
  public Object reason;

  protected AbortSignal() {}

  public native void addEventListener(String type, Listener<Object> listener);

  public native void removeEventListener(String type, Listener<Object> listener);
}
