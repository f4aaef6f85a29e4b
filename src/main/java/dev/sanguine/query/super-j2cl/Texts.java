package dev.sanguine.query;

import jsinterop.annotations.JsType;

/** Texts in plain data, see Texts.js. */
@JsType(isNative = true, namespace = "sanguine", name = "Texts")
final class Texts {
  private Texts() {}

  static native Object map(Object value, Convert mapper);
}
