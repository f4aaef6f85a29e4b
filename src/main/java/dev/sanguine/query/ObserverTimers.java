package dev.sanguine.query;

import dev.sanguine.env.Environment;

/** An observer's clocks: when its data becomes stale, and when it polls. */
final class ObserverTimers {
  private final QueryObserver observer;
  private Object staleTimer;
  private Object pollTimer;
  private Object interval;

  ObserverTimers(QueryObserver observer) {
    this.observer = observer;
  }

  void update() {
    updateStale();
    updatePoll(interval());
  }

  void stop() {
    stopStale();
    stopPoll();
  }

  /** The options changed: the clocks that depend on what changed start again. */
  void follow(boolean otherQuery, QueryOptions options, QueryOptions before, Query query) {
    boolean enabling = !same(Options.of(options.enabled, query), Options.of(before.enabled, query));
    if (otherQuery || enabling || !same(Options.of(options.staleTime, query), Options.of(before.staleTime, query))) {
      updateStale();
    }
    Object next = interval();
    if (otherQuery || enabling || !same(next, interval)) {
      updatePoll(next);
    }
  }

  private boolean same(Object a, Object b) {
    return env().values.same(a, b);
  }

  private Environment env() {
    return observer.client.environment;
  }

  private void updateStale() {
    stopStale();
    Object staleTime = Options.of(observer.options.staleTime, observer.getCurrentQuery());
    double time = Options.number(staleTime, Double.NaN);
    QueryResult result = observer.getCurrentResult();
    if (env().isServer() || result.isStale || !Options.isDelay(time)) {
      return;
    }
    // Timers may fire a millisecond early: one more, and the data is stale for sure.
    double left = observer.getCurrentQuery().staleIn(result.dataUpdatedAt, time) + 1;
    staleTimer = env().timeouts.setTimeout(() -> {
      staleTimer = null;
      if (!observer.getCurrentResult().isStale) {
        observer.updateResult();
      }
    }, left);
  }

  private Object interval() {
    Object interval = Options.of(observer.options.refetchInterval, observer.getCurrentQuery());
    return interval == null ? Boolean.FALSE : interval;
  }

  private void updatePoll(Object next) {
    stopPoll();
    interval = next;
    double every = Options.number(next, 0);
    if (env().isServer() || !Options.notFalse(observer.options.enabled, observer.getCurrentQuery())
        || !Options.isDelay(every) || every == 0) {
      return;
    }
    pollTimer = env().timeouts.setInterval(() -> {
      if (Options.truthy(env().values, observer.options.refetchIntervalInBackground) || env().focus.isFocused()) {
        observer.executeFetch(null);
      }
    }, every);
  }

  private void stopStale() {
    if (staleTimer != null) {
      env().timeouts.clearTimeout(staleTimer);
      staleTimer = null;
    }
  }

  private void stopPoll() {
    if (pollTimer != null) {
      env().timeouts.clearInterval(pollTimer);
      pollTimer = null;
    }
  }
}
