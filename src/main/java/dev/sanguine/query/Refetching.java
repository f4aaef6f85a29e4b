package dev.sanguine.query;

import dev.sanguine.env.Values;

/** When an observer fetches by itself: on mount, on focus, on reconnect, and when its options change. */
final class Refetching {
  private Refetching() {}

  static boolean onMount(Query query, QueryOptions options) {
    QueryState state = query.getState();
    if (hasData(query)) {
      return on(query, options, options.refetchOnMount);
    }
    return Options.notFalse(options.enabled, query)
        && !(state.status.equals("error") && !Options.notFalse(options.retryOnMount, query));
  }

  static boolean on(Query query, QueryOptions options, Object when) {
    if (!Options.notFalse(options.enabled, query)
        || "static".equals(Options.of(options.staleTime, query))) {
      return false;
    }
    Object value = Options.of(when, query);
    return "always".equals(value) || !Options.isFalse(value) && isStale(query, options);
  }

  static boolean optionally(Query query, Query before, QueryOptions options, QueryOptions optionsBefore) {
    Values values = query.client.environment.values;
    return (query != before || !Options.notFalse(optionsBefore.enabled, query))
        && (!Options.truthy(values, options.suspense) || !query.getState().status.equals("error"))
        && isStale(query, options);
  }

  static boolean isStale(Query query, QueryOptions options) {
    return Options.notFalse(options.enabled, query)
        && query.isStaleByTime(Options.of(options.staleTime, query));
  }

  private static boolean hasData(Query query) {
    return !query.client.environment.values.isUndefined(query.confirmed().data);
  }
}
