package dev.sanguine.query;

import dev.sanguine.env.Listener;
import dev.sanguine.query.callbacks.Callback;
import dev.sanguine.query.options.MutateOptions;
import dev.sanguine.query.options.MutationOptions;
import jsinterop.annotations.JsType;

/** Calls of callbacks that may be absent; see Records.js. */
@JsType(isNative = true, namespace = "sanguine", name = "Records")
public final class Callbacks {
  private Callbacks() {}

  public static native Object valueOf(Object option, Query query);

  public static native Object call(Callback callback, Object... args);

  public static native void call(Listener<Object> listener);

  public static native Object tell(
      MutationOptions to,
      boolean settled,
      boolean success,
      Object data,
      Object error,
      Object... rest);

  public static native Object tell(
      MutateOptions to,
      boolean settled,
      boolean success,
      Object data,
      Object error,
      Object... rest);
}
