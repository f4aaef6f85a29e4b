package dev.sanguine.log;

import dev.sanguine.env.Seq;
import jsinterop.annotations.JsType;

/** What JSON can hold and what it cannot; see Plain.js. */
@JsType(isNative = true, namespace = "sanguine", name = "Plain")
final class Plain {
  private Plain() {}

  static native boolean isPlain(Object value);

  static native Object copy(Object value);

  static native boolean isRecord(Object value);

  static native Seq<String> names(Object record);

  static native boolean isAbsent(Object value);

  static native String message(Object error);

  static native String text(Object value);

  static native Object parse(String text);

  static native void fail(String message);
}
