package dev.sanguine.query.index;

import dev.sanguine.env.Values;
import dev.sanguine.query.Mutation;
import dev.sanguine.query.Options;
import dev.sanguine.query.Query;
import dev.sanguine.query.options.MutationFilters;
import dev.sanguine.query.options.QueryFilters;
import jsinterop.annotations.JsMethod;

/** Whether filters mean a query or a mutation. */
public final class Matching {
  private Matching() {}

  @JsMethod
  public static boolean matchQuery(QueryFilters filters, Query query) {
    Values values = query.environment().values;
    Object key = filters.queryKey;
    if (key != null
        && !(values.isTruthy(filters.exact)
            ? values.same(query.queryHash, Options.hash(values, key, query.options))
            : values.partialMatchKey(query.queryKey, key))) {
      return false;
    }
    String type = filters.type;
    if (type != null
        && (type.equals("active")
            ? !query.isActive()
            : type.equals("inactive") && query.isActive())) {
      return false;
    }
    if (filters.stale instanceof Boolean && !values.same(filters.stale, query.isStale())) {
      return false;
    }
    if (filters.fetchStatus != null
        && !values.same(filters.fetchStatus, query.current().fetchStatus)) {
      return false;
    }
    return filters.predicate == null || filters.predicate.test(query);
  }

  /** True if the filters leave no query out. */
  public static boolean meansAll(QueryFilters filters) {
    return filters.queryKey == null
        && (filters.type == null || filters.type.equals("all"))
        && !(filters.stale instanceof Boolean)
        && filters.fetchStatus == null
        && filters.predicate == null;
  }

  @JsMethod
  public static boolean matchMutation(MutationFilters filters, Mutation mutation) {
    Values values = mutation.environment().values;
    Object key = filters.mutationKey;
    Object own = mutation.options.mutationKey;
    return (key == null
            || own != null
                && (values.isTruthy(filters.exact)
                    ? values.same(values.hashKey(own), values.hashKey(key))
                    : values.partialMatchKey(own, key)))
        && (filters.status == null || values.same(filters.status, mutation.state.status))
        && (filters.predicate == null || filters.predicate.test(mutation));
  }
}
