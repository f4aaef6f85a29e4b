package dev.sanguine.query;

import dev.sanguine.query.options.QueryOptions;

/** An observer's clocks: when its data becomes stale, and when it polls. */
final class ObserverTimers {
  private ObserverTimers() {}

  static void update(QueryObserver observer) {
    updateStale(observer);
    updatePoll(observer, interval(observer));
  }

  static void stop(QueryObserver observer) {
    stopStale(observer);
    stopPoll(observer);
  }

  private static void stopStale(QueryObserver observer) {
    if (observer.staleTimer != null) {
      observer.environment().timeouts.clearTimeout(observer.staleTimer);
      observer.staleTimer = null;
    }
  }

  private static void stopPoll(QueryObserver observer) {
    if (observer.pollTimer != null) {
      observer.environment().timeouts.clearInterval(observer.pollTimer);
      observer.pollTimer = null;
    }
  }

  /** Nothing is timed on a server, nor for a query that is switched off. */
  private static boolean isTimed(QueryObserver observer, double delay) {
    return !observer.environment().isServer()
        && Options.notFalse(observer.options.enabled, observer.query)
        && Options.isDelay(delay);
  }

  /** The options changed: the clocks that depend on what changed start again. */
  static void follow(QueryObserver observer, boolean otherQuery, QueryOptions before) {
    QueryOptions options = observer.options;
    boolean restart = otherQuery || differ(observer, options.enabled, before.enabled);
    if (restart || differ(observer, options.staleTime, before.staleTime)) {
      updateStale(observer);
    }
    Object next = interval(observer);
    if (restart || !observer.environment().values.same(next, observer.interval)) {
      updatePoll(observer, next);
    }
  }

  private static boolean differ(QueryObserver observer, Object option, Object before) {
    return !observer
        .environment()
        .values
        .same(Options.valueFor(option, observer.query), Options.valueFor(before, observer.query));
  }

  private static void updateStale(QueryObserver observer) {
    stopStale(observer);
    double time =
        Options.number(Options.valueFor(observer.options.staleTime, observer.query), Double.NaN);
    if (!observer.result.isStale && isTimed(observer, time)) {
      // Timers may fire a millisecond early: one more, and the data is stale for sure.
      observer.staleTimer = observer
          .environment()
          .timeouts
          .setTimeout(
              () -> {
                if (!observer.result.isStale) {
                  observer.updateResult();
                }
              },
              observer.query.staleIn(observer.result.dataUpdatedAt, time) + 1);
    }
  }

  private static Object interval(QueryObserver observer) {
    return Options.valueFor(observer.options.refetchInterval, observer.query);
  }

  private static void updatePoll(QueryObserver observer, Object next) {
    stopPoll(observer);
    observer.interval = next;
    double every = Options.number(next, 0);
    if (every != 0 && isTimed(observer, every)) {
      observer.pollTimer = observer
          .environment()
          .timeouts
          .setInterval(
              () -> {
                if (Options.isTruthy(
                        observer.environment().values, observer.options.refetchIntervalInBackground)
                    || observer.environment().focus.isFocused()) {
                  observer.executeFetch(null);
                }
              },
              every);
    }
  }
}
