package dev.sanguine.query;

import dev.sanguine.query.options.QueryOptions;

/** When an observer fetches by itself: on mount, on focus, on reconnect, and when its options change. */
final class RefetchTriggers {
  private RefetchTriggers() {}

  static boolean shouldFetchOnMount(Query query, QueryOptions options) {
    return query.lacksData()
        ? Options.notFalse(options.enabled, query)
            && !(query.current().status.equals("error")
                && !Options.notFalse(options.retryOnMount, query))
        : shouldFetch(query, options, options.refetchOnMount);
  }

  static boolean shouldFetch(Query query, QueryOptions options, Object when) {
    if (!Options.notFalse(options.enabled, query)) {
      return false;
    }
    Object staleTime = Options.valueFor(options.staleTime, query);
    if ("static".equals(staleTime)) {
      return false;
    }
    Object value = Options.valueFor(when, query);
    return "always".equals(value) || !Options.isFalse(value) && query.isStaleByTime(staleTime);
  }

  static boolean shouldFetchOnNewOptions(
      Query query, Query before, QueryOptions options, QueryOptions optionsBefore) {
    return (query != before || !Options.notFalse(optionsBefore.enabled, query))
        && !(Options.isTruthy(query.client.environment.values, options.suspense)
            && query.current().status.equals("error"))
        && isStale(query, options);
  }

  static boolean isStale(Query query, QueryOptions options) {
    return Options.notFalse(options.enabled, query)
        && query.isStaleByTime(Options.valueFor(options.staleTime, query));
  }
}
