package dev.sanguine.query;

import dev.sanguine.env.Values;
import jsinterop.annotations.JsMethod;

/** Whether filters mean a query or a mutation. */
public final class Matching {
  private Matching() {}

  @JsMethod
  public static boolean matchQuery(QueryFilters filters, Query query) {
    Values values = query.world().values;
    return query(values, filters, Options.truthy(values, filters.exact), query);
  }

  @JsMethod
  public static boolean matchMutation(MutationFilters filters, Mutation mutation) {
    Values values = mutation.world().values;
    return mutation(values, filters, Options.truthy(values, filters.exact), mutation);
  }

  static boolean query(Values values, QueryFilters filters, boolean exact, Query query) {
    Object key = filters.queryKey;
    if (key != null && (exact
        ? !query.queryHash.equals(Options.hash(values, key, query.options))
        : !values.partialMatchKey(query.queryKey, key))) {
      return false;
    }
    if (filters.type != null && !filters.type.equals("all") && filters.type.equals("active") != query.isActive()) {
      return false;
    }
    if (filters.stale instanceof Boolean && query.isStale() != (Boolean) filters.stale) {
      return false;
    }
    if (filters.fetchStatus != null && !filters.fetchStatus.equals(query.getState().fetchStatus)) {
      return false;
    }
    return filters.predicate == null || filters.predicate.test(query);
  }

  static boolean mutation(Values values, MutationFilters filters, boolean exact, Mutation mutation) {
    Object key = filters.mutationKey;
    if (key != null) {
      Object own = mutation.options.mutationKey;
      if (own == null || (exact
          ? !values.hashKey(own).equals(values.hashKey(key))
          : !values.partialMatchKey(own, key))) {
        return false;
      }
    }
    if (filters.status != null && !filters.status.equals(mutation.state.status)) {
      return false;
    }
    return filters.predicate == null || filters.predicate.test(mutation);
  }
}
