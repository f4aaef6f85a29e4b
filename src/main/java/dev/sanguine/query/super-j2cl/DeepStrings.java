package dev.sanguine.query;

import dev.sanguine.env.Documents;
import jsinterop.annotations.JsOverlay;
import jsinterop.annotations.JsType;

/** Texts in plain data, see Texts.js. */
@JsType(isNative = true, namespace = "sanguine", name = "Texts")
final class DeepStrings {
  private DeepStrings() {}

  static native Object map(Object value, Convert mapper);

  /** Records are plain objects here. */
  @JsOverlay
  static Object map(Object value, Convert mapper, Documents documents) {
    return map(value, mapper);
  }
}
