package dev.sanguine.client;

import org.jspecify.annotations.Nullable;

/** Values as the engine holds them: null is undefined, and lone numbers are doubles, as in documents. */
final class Plain {
  private Plain() {}

  static @Nullable Object of(@Nullable Object value) {
    boolean boxed = value instanceof Integer
        || value instanceof Long
        || value instanceof Short
        || value instanceof Byte
        || value instanceof Float;
    return boxed && value != null ? (Object) ((Number) value).doubleValue() : value;
  }

  /** The value of the engine as Java has it. */
  static @Nullable Object orNull(@Nullable Object value) {
    return value;
  }
}
