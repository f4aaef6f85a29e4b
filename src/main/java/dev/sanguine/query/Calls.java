package dev.sanguine.query;

/** Calls of callbacks that may be absent. */
final class Calls {
  private Calls() {}

  /** What the callback returns; undefined where there is none. */
  static Object call(Callback callback, Object... args) {
    return callback == null ? null : callback.call(args);
  }
}
