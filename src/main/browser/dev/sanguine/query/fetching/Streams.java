package dev.sanguine.query.fetching;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Supply;
import dev.sanguine.env.Thenable;
import dev.sanguine.env.Values;
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

  /** Whatever can be iterated, with one more item; an error if it can't be. */
  static Object appended(Values values, Object list, Object item) {
    return append(list, item);
  }

  @JsMethod(namespace = "sanguine.Streams")
  private static native Object append(Object list, Object item);

  static Thenable<Object> read(Environment env, Supply open, Reader reader, Supply end) {
    return forAwait(open, reader, end);
  }

  @JsMethod(namespace = "sanguine.Streams", name = "read")
  private static native Thenable<Object> forAwait(Supply open, Reader reader, Supply end);
}
