package dev.sanguine.query.pacing;

import dev.sanguine.env.Values;
import dev.sanguine.query.Mutation;
import dev.sanguine.query.MutationCache;
import dev.sanguine.query.Options;
import dev.sanguine.query.callbacks.Coalesce;
import dev.sanguine.query.options.DebounceOption;
import dev.sanguine.query.options.HoldOption;
import dev.sanguine.query.options.MutationOptions;

/** The options of this feature, read. What is not of the documented type means nothing. */
final class PacingOptions {
  private PacingOptions() {}

  /** What a mutation does to what waits with it; null if it is sent by itself. */
  static Coalescing coalescing(Mutation mutation) {
    MutationOptions options = mutation.options;
    Values values = mutation.environment().values;
    if (scope(mutation) == null) {
      return null;
    }
    return values.isFunction(options.coalesce)
        ? Coalescing.FUNCTION
        : Coalescing.of(options.coalesce);
  }

  static Coalesce function(MutationOptions options) {
    return (Coalesce) options.coalesce;
  }

  /** The scope's id; null if there is none. */
  static String scope(Mutation mutation) {
    return MutationCache.idOfScope(mutation);
  }

  /** For how many ms no further change may have come; 0 if the request does not wait for that. */
  static double pause(Mutation mutation) {
    MutationOptions options = mutation.options;
    return scope(mutation) == null ? 0 : milliseconds(options.debounce, asDebounce(options).wait);
  }

  /** For how many ms the first of a burst waits at most; 0 if there is no end to it. */
  static double longestPause(MutationOptions options) {
    return milliseconds(null, asDebounce(options).maxWait);
  }

  /** For how many ms the change can be undone; 0 if it is not held. */
  static double hold(MutationOptions options) {
    return milliseconds(options.hold, asHold(options).ms);
  }

  /** Leaving the page takes back what is held. */
  static boolean cancelsOnLeave(MutationOptions options) {
    return "cancel".equals(asHold(options).onLeave);
  }

  /** Says what is ignored, and what is likely to be meant otherwise. */
  static void check(Mutation mutation) {
    MutationOptions options = mutation.options;
    Values values = mutation.environment().values;
    if (options.coalesce != null
        && !values.isFunction(options.coalesce)
        && Coalescing.of(options.coalesce) == null) {
      warn(
          mutation,
          "coalesce is " + options.coalesce
              + ", and is ignored; write \"latest\", \"merge\", \"insert\", \"delete\" or a"
              + " function");
    }
    if ((options.coalesce != null || options.debounce != null) && scope(mutation) == null) {
      warn(
          mutation,
          "coalesce and debounce are ignored, since it has no scope; write scope: { id }, one for"
              + " each record");
    }
    if (options.debounce != null && scope(mutation) != null && pause(mutation) == 0) {
      warn(
          mutation,
          "debounce is " + options.debounce + ", and is ignored; write ms, or { wait, maxWait }");
    }
    if (options.debounce != null && options.coalesce == null) {
      warn(
          mutation,
          "debounce without coalesce sends each call that waited; write coalesce: \"latest\" or"
              + " \"merge\"");
    }
    if (options.hold != null && hold(options) == 0) {
      warn(mutation, "hold is " + options.hold + ", and is ignored; write ms, or { ms, onLeave }");
    }
  }

  private static void warn(Mutation mutation, String what) {
    mutation.environment().errors.warn("mutation " + mutation.label() + ": " + what);
  }

  private static DebounceOption asDebounce(MutationOptions options) {
    return options.debounce instanceof DebounceOption
        ? (DebounceOption) options.debounce
        : new DebounceOption();
  }

  private static HoldOption asHold(MutationOptions options) {
    return options.hold instanceof HoldOption ? (HoldOption) options.hold : new HoldOption();
  }

  private static double milliseconds(Object option, Object member) {
    double given = Options.number(option instanceof Double ? option : member, 0);
    return Options.isDelay(given) ? given : 0;
  }
}
