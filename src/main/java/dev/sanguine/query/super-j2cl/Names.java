package dev.sanguine.query;

import dev.sanguine.env.Seq;
import jsinterop.annotations.JsMethod;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** The names of a record's fields. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
final class Names {
  private Names() {}

  @JsMethod(name = "keys")
  static native Seq<String> of(Object record);
}
