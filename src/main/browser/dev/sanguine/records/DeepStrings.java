package dev.sanguine.records;

import dev.sanguine.env.Documents;
import dev.sanguine.env.Mapping;
import jsinterop.annotations.JsOverlay;
import jsinterop.annotations.JsType;

/** Texts in plain data, see DeepStrings.js. */
@JsType(isNative = true, namespace = "sanguine", name = "DeepStrings")
public final class DeepStrings {
  private DeepStrings() {}

  public static native Object map(Object value, Mapping<Object, Object> mapper);

  /** Records are plain objects here. */
  @JsOverlay
  public static Object map(Object value, Mapping<Object, Object> mapper, Documents documents) {
    return map(value, mapper);
  }
}
