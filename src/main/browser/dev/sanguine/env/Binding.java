package dev.sanguine.env;

import jsinterop.annotations.JsType;

/** Methods that JavaScript may take off their object and call. */
@JsType(isNative = true, namespace = "sanguine", name = "World")
public final class Binding {
  private Binding() {}

  public static native void bind(Object self, String... methods);

  public static native void bindSubscribe(Object self);

  public static native void bindRefetch(Object self);
}
