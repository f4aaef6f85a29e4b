package dev.sanguine.query;

import dev.sanguine.env.Environment;
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

  static Thenable<Object> each(Environment env, Object stream, Reader reader) {
    return forAwait(stream, reader);
  }

  @JsMethod(namespace = "sanguine.Records", name = "each")
  private static native Thenable<Object> forAwait(Object stream, Reader reader);
}
