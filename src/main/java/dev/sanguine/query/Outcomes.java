package dev.sanguine.query;

import dev.sanguine.env.Development;
import dev.sanguine.env.Environment;
import dev.sanguine.query.callbacks.OutcomeOf;

/*
 * What became of a request that ended with an error.
 *
 * A server that says no has not made the change: it failed. If no answer came, or none that can be read, the server may have
 * made it: its outcome is unknown. The option `outcome` decides, then the member `outcome` of the error, then the kind of
 * the error: the plain errors of fetch (TypeError, a timeout, an abort that nobody asked for, a body that can't be read),
 * those of other clients that say as much, and answers of status 500 and above, which may come after the change. What was
 * tried without a network has never left.
 */
public final class Outcomes {
  private Outcomes() {}

  /** True if the server may have made the change. */
  static boolean isUnknown(Mutation mutation, Object error, boolean sentOnline) {
    Environment env = mutation.environment();
    OutcomeOf option = OwnOptions.outcome(mutation.options, env.values);
    Object said = option == null
        ? null
        : env.errors.attempt(() -> option.outcomeOf(error), thrown -> {
          env.errors.report(
              "mutation " + mutation.label() + ": outcome threw"
                  + Development.hint(
                      "; the error itself decides. Return 'unknown', 'failed' or undefined."),
              thrown);
          return null;
        });
    if (!isOutcome(said)) {
      said = env.errors.member(error, "outcome");
    }
    return isOutcome(said) ? "unknown".equals(said) : sentOnline && env.errors.isLost(error);
  }

  private static boolean isOutcome(Object said) {
    return "unknown".equals(said) || "failed".equals(said);
  }
}
