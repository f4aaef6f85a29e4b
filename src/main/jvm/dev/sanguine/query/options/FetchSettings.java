package dev.sanguine.query.options;

import dev.sanguine.env.Thenable;
import dev.sanguine.env.Values;
import dev.sanguine.query.state.PlainObjects;

/** Reads and makes the options of a fetch, and those of its cancelling; they may be absent. */
public final class FetchSettings {
  private FetchSettings() {}

  public static Object meta(FetchOptions options) {
    return options == null ? null : options.meta;
  }

  public static Object initialPromise(FetchOptions options) {
    return options == null ? null : options.initialPromise;
  }

  public static Object reverts(CancelOptions options) {
    return options == null ? null : options.revert;
  }

  public static Object isSilent(CancelOptions options) {
    return options == null ? null : options.silent;
  }

  /** forward, backward, or null if the fetch that said this was no fetch of one more page. */
  public static Object direction(Object meta, Values values) {
    return values.field(values.field(meta, "fetchMore"), "direction");
  }

  /** The direction of a fetch with these options, which may be null. */
  public static Object directionOf(FetchOptions options, Values values) {
    return options == null ? null : direction(options.meta, values);
  }

  /** The options of a fetch that begins with a promise that is there. */
  public static FetchOptions initial(Thenable<Object> initialPromise) {
    FetchOptions initial = new FetchOptions();
    initial.initialPromise = initialPromise;
    return initial;
  }

  /** The options of a fetch of one more page. */
  public static FetchOptions towards(String direction, FetchOptions options, Values values) {
    FetchOptions towards = PlainObjects.over(new FetchOptions(), options);
    towards.meta = values.record("fetchMore", values.record("direction", direction));
    return towards;
  }
}
