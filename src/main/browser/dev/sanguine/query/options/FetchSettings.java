package dev.sanguine.query.options;

import dev.sanguine.env.Thenable;
import dev.sanguine.env.Values;
import jsinterop.annotations.JsType;

/** Reads and makes the options of a fetch, and those of its cancelling; they may be absent. See FetchSettings.js. */
@SuppressWarnings("unusable-by-js")
@JsType(isNative = true, namespace = "sanguine", name = "FetchSettings")
public final class FetchSettings {
  private FetchSettings() {}

  public static native Object meta(FetchOptions options);

  public static native Object initialPromise(FetchOptions options);

  public static native Object reverts(CancelOptions options);

  public static native Object isSilent(CancelOptions options);

  public static native Object direction(Object meta, Values values);

  public static native Object directionOf(FetchOptions options, Values values);

  public static native FetchOptions initial(Thenable<Object> initialPromise);

  public static native FetchOptions towards(String direction, FetchOptions options, Values values);
}
