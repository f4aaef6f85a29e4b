package dev.sanguine.query.state;

import dev.sanguine.query.options.SetDataOptions;
import jsinterop.annotations.JsType;

/** What happens to the state of a query or a mutation, as their reducers and the caches' listeners are told. See Actions.js. */
@SuppressWarnings("unusable-by-js")
@JsType(isNative = true, namespace = "sanguine", name = "Actions")
public final class Actions {
  private Actions() {}

  public static native Action action(String type);

  public static native Action failed(int failureCount, Object error);

  public static native Action success(Object data, SetDataOptions options);

  public static native Action fetch(Object meta);

  public static native Action error(Object error);

  public static native Action setState(QueryState state);

  public static native Action pending(Object context, Object variables, boolean isPaused);

  public static native Action answered(Object data);
}
