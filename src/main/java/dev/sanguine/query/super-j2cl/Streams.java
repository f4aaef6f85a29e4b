package dev.sanguine.query;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Supply;
import dev.sanguine.env.Thenable;
import jsinterop.annotations.JsFunction;
import jsinterop.annotations.JsMethod;

/** Reads what comes piece by piece: async iterables. */
final class Streams {
  /** Takes a chunk; false ends the reading. */
  @JsFunction
  interface Reader {
    boolean chunk(Object chunk);
  }

  private Streams() {}

  static Thenable<Object> read(Environment env, Supply open, Reader reader, Supply end) {
    return forAwait(open, reader, end);
  }

  @JsMethod(namespace = "sanguine.Records", name = "read")
  private static native Thenable<Object> forAwait(Supply open, Reader reader, Supply end);
}
