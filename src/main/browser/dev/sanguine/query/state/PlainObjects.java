package dev.sanguine.query.state;

import jsinterop.annotations.JsMethod;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** Copies, merges and compares options, filters and results by their members. See PlainObjects.js. */
@SuppressWarnings("unusable-by-js")
@JsType(isNative = true, namespace = "sanguine", name = "PlainObjects")
public final class PlainObjects {
  private PlainObjects() {}

  public static native <T> T merge(T first, T second, T third, T fourth);

  public static native <T> T copy(T record);

  @JsMethod(namespace = JsPackage.GLOBAL, name = "Object.assign")
  public static native void assign(Object into, Object record);

  public static native <T> T over(T first, T second);

  public static native boolean shallowEqual(Object a, Object b);
}
