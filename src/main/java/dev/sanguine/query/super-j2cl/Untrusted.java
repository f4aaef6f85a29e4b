package dev.sanguine.query;

import dev.sanguine.env.Values;

/** A dehydrated state as it may be read: entries that have not its form are left out. */
final class Untrusted {
  private Untrusted() {}

  /** Empty where it is no state at all. */
  static DehydratedState state(Object state, Values values) {
    return Shapes.untrusted(state);
  }
}
