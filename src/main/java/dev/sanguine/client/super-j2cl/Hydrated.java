package dev.sanguine.client;

import dev.sanguine.query.DehydratedState;

/** A dehydrated state as a document: in the browser it is one. */
final class Hydrated {
  private Hydrated() {}

  static Object document(DehydratedState state) {
    return state;
  }
}
