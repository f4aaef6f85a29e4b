package dev.sanguine.query;

import dev.sanguine.env.Values;
import dev.sanguine.query.state.Dehydrated;
import dev.sanguine.query.state.DehydratedState;

/** A dehydrated state as it may be read; whether a query has its form is asked when it is its turn. */
final class DehydratedStateReader {
  private DehydratedStateReader() {}

  /** Empty if it is no state at all. */
  static DehydratedState state(Object state, Values values) {
    return Dehydrated.untrusted(state);
  }

  static boolean isQuery(Object written) {
    return Dehydrated.isQuery(written);
  }
}
