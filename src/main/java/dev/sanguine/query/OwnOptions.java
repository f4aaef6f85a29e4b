package dev.sanguine.query;

import dev.sanguine.env.Development;
import dev.sanguine.env.Environment;
import dev.sanguine.env.Values;
import dev.sanguine.query.callbacks.ConflictOf;
import dev.sanguine.query.callbacks.Merge;
import dev.sanguine.query.callbacks.Narrow;
import dev.sanguine.query.callbacks.OnConflict;
import dev.sanguine.query.callbacks.Optimistic;
import dev.sanguine.query.callbacks.OutcomeOf;
import dev.sanguine.query.callbacks.Resync;
import dev.sanguine.query.callbacks.SettleBy;
import dev.sanguine.query.callbacks.VersionRule;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryClientConfig;
import dev.sanguine.query.options.QueryFilters;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.pattern.HandWrites;

/**
 * The options that query-core does not have. An app that moved over may have some of the same names for purposes of its
 * own: what is not of the documented type is none of ours, and is ignored.
 */
public final class OwnOptions {
  private OwnOptions() {}

  /** The function that writes down what the mutation changes; null for a plain mutation. */
  public static Optimistic optimistic(MutationOptions options, Values values) {
    return values.isFunction(options.optimistic) ? options.optimistic : null;
  }

  /** What the app makes of the answer itself; null if it says nothing. */
  public static Merge merge(MutationOptions options, Values values) {
    return values.isFunction(options.merge) ? options.merge : null;
  }

  /** Where the fetch goes that follows: a boolean, a key, filters, or a {@link Resync}; null if it says nothing. */
  public static Object resync(MutationOptions options, Values values) {
    Object resync = options.resync;
    return resync instanceof Boolean
            || values.isFunction(resync)
            || values.isKey(resync)
            || resync instanceof QueryFilters
        ? resync
        : null;
  }

  /** What the app says of the errors of a mutation with changes; null if it says nothing. */
  public static OutcomeOf outcome(MutationOptions options, Values values) {
    return values.isFunction(options.outcome) ? options.outcome : null;
  }

  /** What the app says of errors that may mean that somebody else was first; null if it says nothing. */
  public static ConflictOf conflict(MutationOptions options, Values values) {
    return values.isFunction(options.conflict) ? options.conflict : null;
  }

  /** What the app does about a conflict; null if it leaves that to the engine. */
  public static OnConflict onConflict(MutationOptions options, Values values) {
    return values.isFunction(options.onConflict) ? options.onConflict : null;
  }

  /** How the app reads what failed of a change of several records; null if it says nothing. */
  public static SettleBy settle(MutationOptions options, Values values) {
    return values.isFunction(options.settle) ? options.settle : null;
  }

  /** The variables for one of several records; null if the app says nothing. */
  public static Narrow narrow(MutationOptions options, Values values) {
    return values.isFunction(options.narrow) ? options.narrow : null;
  }

  /** The rule for records that carry versions; null if there is none. */
  public static VersionRule version(QueryOptions options, Values values) {
    return values.isFunction(options.version) ? options.version : null;
  }

  /** What {@code setQueryData} in onMutate means; what is no such word is reported and means the default. */
  public static String onMutateWrites(QueryClientConfig config, Environment env) {
    String given = config.onMutateWrites;
    if (HandWrites.PLAIN.equals(given) || HandWrites.INTENTS.equals(given)) {
      return given;
    }
    if (given != null && !HandWrites.ROLLBACK.equals(given)) {
      env.errors.report("onMutateWrites is " + given
          + Development.hint("; write \"rollback\" (the default), \"intents\" or \"plain\""));
    }
    return HandWrites.ROLLBACK;
  }

  /** Says in development what is ignored. */
  public static void check(Mutation mutation) {
    MutationOptions options = mutation.options;
    Values values = mutation.environment().values;
    warnIfIgnored(
        mutation, "optimistic", options.optimistic, optimistic(options, values), "a function");
    warnIfIgnored(mutation, "merge", options.merge, merge(options, values), "a function");
    warnIfIgnored(mutation, "outcome", options.outcome, outcome(options, values), "a function");
    warnIfIgnored(
        mutation,
        "resync",
        options.resync,
        resync(options, values),
        "true, false, a key, filters or a function");
    if (mutation.client.conflicts == null) {
      needs(mutation, "conflict", options.conflict, "conflicts");
      needs(mutation, "onConflict", options.onConflict, "conflicts");
      needs(mutation, "settle", options.settle, "conflicts");
      needs(mutation, "narrow", options.narrow, "conflicts");
    }
    if (Development.hasTexts()) {
      checkPacing(mutation);
    }
  }

  private static void checkPacing(Mutation mutation) {
    MutationOptions options = mutation.options;
    String option = options.coalesce != null
        ? "coalesce"
        : options.debounce != null ? "debounce" : options.hold != null ? "hold" : null;
    if (option != null && mutation.client.pacing == null) {
      lacks(mutation, option, "pacing");
    } else if (option != null) {
      mutation.client.pacing.check(mutation);
    }
  }

  /** The client lacks the feature: says so of its option. One of another type is the app's own. */
  private static void needs(Mutation mutation, String name, Object given, String feature) {
    if (mutation.environment().values.isFunction(given)) {
      lacks(mutation, name, feature);
    }
  }

  private static void lacks(Mutation mutation, String name, String feature) {
    lacks(mutation.environment(), "mutation " + mutation.label(), name, feature);
  }

  private static void lacks(Environment env, String where, String name, String feature) {
    env.errors.report(where + ": " + name + " does nothing, because the client"
        + " lacks the feature " + feature + "; import { " + feature + " } from 'sanguine/"
        + feature + "' and make new QueryClient({ features: [" + feature + "] })");
  }

  /** Says in development that the client cannot know queries by their records, once for defaults that say a type. */
  static void checkRecords(QueryClient client, Object key, QueryOptions options) {
    if (Development.hasTexts() && client.log().records == null && says(options)) {
      QueryOptions defaults = client.defaultsOf(key);
      String of = String.valueOf(options.records.of);
      if (defaults == options || defaults == null || defaults.records != options.records) {
        lacks(
            client.environment,
            "query " + client.environment.values.hashKey(key),
            "records: { of: '" + of + "' }",
            "records");
      }
    }
  }

  private static boolean says(QueryOptions options) {
    return options != null && options.records != null && options.records.of != null;
  }

  private static void warnIfIgnored(
      Mutation mutation, String name, Object given, Object taken, String wanted) {
    if (given != null && taken == null) {
      mutation
          .environment()
          .errors
          .warn("mutation " + mutation.label() + ": " + name + " is " + given
              + ", and is ignored; Sanguine's option of this name is " + wanted);
    }
  }
}
