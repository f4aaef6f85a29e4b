package dev.sanguine.query.conflicts;

import dev.sanguine.env.Supply;
import dev.sanguine.query.state.MutationContext;

/** Gives a mutation function what it needs for a precondition. */
final class Preconditions {
  private Preconditions() {}

  static void put(MutationContext context, Supply base, Supply bases, Supply version) {
    context.getBase = base;
    context.getBases = bases;
    context.getVersion = version;
  }
}
