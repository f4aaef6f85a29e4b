package dev.sanguine.client;

import jsinterop.base.Js;
import org.jspecify.annotations.Nullable;

/** Values as the engine holds them: null is undefined, and lone numbers are JavaScript's, as in documents. */
final class Plain {
  private Plain() {}

  static @Nullable Object of(@Nullable Object value) {
    if (value == null) {
      return Js.undefined();
    }
    return value instanceof Number && !(value instanceof Double)
        ? (Object) ((Number) value).doubleValue()
        : value;
  }

  /** The value of the engine as Java has it: undefined is null. */
  static @Nullable Object orNull(@Nullable Object value) {
    return value == null ? null : value;
  }
}
