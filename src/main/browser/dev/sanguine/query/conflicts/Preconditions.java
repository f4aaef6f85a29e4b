package dev.sanguine.query.conflicts;

import dev.sanguine.env.Supply;
import dev.sanguine.query.state.MutationContext;
import jsinterop.annotations.JsType;

/** Gives a mutation function what it needs for a precondition. See Preconditions.js. */
@JsType(isNative = true, namespace = "sanguine", name = "Preconditions")
final class Preconditions {
  private Preconditions() {}

  static native void put(MutationContext context, Supply base, Supply bases, Supply version);
}
