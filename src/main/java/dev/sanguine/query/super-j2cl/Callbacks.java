package dev.sanguine.query;

import dev.sanguine.env.Listener;
import jsinterop.annotations.JsType;

/** Calls of callbacks that may be absent; see Records.js. */
@JsType(isNative = true, namespace = "sanguine", name = "Records")
final class Callbacks {
  private Callbacks() {}

  static native Object valueOf(Object option, Query query);

  static native Object call(Callback callback, Object... args);

  static native void call(Listener<Object> listener);

  static native Object tell(
      MutationOptions to,
      boolean settled,
      boolean success,
      Object data,
      Object error,
      Object... rest);

  static native Object tell(
      MutateOptions to,
      boolean settled,
      boolean success,
      Object data,
      Object error,
      Object... rest);
}
