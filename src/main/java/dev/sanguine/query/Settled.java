package dev.sanguine.query;

import dev.sanguine.env.Thenable;

/** Thenables of other makers may call back at once; a value that is there already needs no fetch. */
final class Settled {
  private Settled() {}

  /** True where the thenable gave its value before this returned; the value is in {@code out[0]} then. */
  static boolean now(Thenable<Object> thenable, Object[] out) {
    boolean[] there = {false};
    Thenable<Object> next = thenable.then(value -> {
      out[0] = value;
      there[0] = true;
      return value;
    }, Quiet.ERROR);
    if (next != null) {
      next.then(null, Quiet.ERROR);
    }
    return there[0];
  }
}
