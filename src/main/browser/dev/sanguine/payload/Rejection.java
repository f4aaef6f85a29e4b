package dev.sanguine.payload;

import jsinterop.annotations.JsOverlay;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;
import jsinterop.base.Js;

/** A failure of the platform that carries named values: a JavaScript Error with properties. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Error")
class Rejection {
  Rejection(String message) {}

  @JsOverlay
  final void put(String name, Object value) {
    Js.asPropertyMap(this).set(name, value);
  }

  @JsOverlay
  final Object value(String name) {
    return Js.asPropertyMap(this).get(name);
  }
}
