package dev.sanguine.env;

import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Array")
final class Arrays {
  private Arrays() {}

  static native <T> Seq<T> from(Object iterable);
}
