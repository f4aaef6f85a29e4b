package dev.sanguine.query;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Values;

/** Makes an observer's results, each sharing with the last what it can: select, placeholder, start. */
final class Results {
  private Results() {}

  static QueryResult create(QueryObserver observer, Query query, QueryOptions options) {
    Environment env = observer.client.environment;
    Values values = env.values;
    QueryState state = query.current();
    QueryState began = query == observer.query ? observer.start : state;
    if (Options.truthy(values, options._optimisticResults)) {
      state = ahead(observer, query, options, state);
    }
    QueryResult before = observer.result;
    String status = state.status;
    Object data = state.data;
    Convert select = options.select;
    boolean placeholder = false;

    if (!values.isUndefined(options.placeholderData) && values.isUndefined(data) && status.equals("pending")) {
      Object instead = before.data;
      if (before.isPlaceholderData && values.same(options.placeholderData, observer.lastOptions.placeholderData)) {
        select = null;
      } else {
        instead = Shapes.placeholder(options.placeholderData,
            observer.lastWithData == null ? values.undefined() : observer.lastWithData.confirmed().data, observer.lastWithData);
      }
      if (!values.isUndefined(instead)) {
        status = "success";
        data = Options.share(env, options, before.data, instead);
        placeholder = true;
      }
    }
    if (values.isUndefined(data)) {
      observer.selectError = null;
    } else if (select != null) {
      data = select(observer, options, data, before.data);
    }
    Object error = state.error;
    double errorUpdatedAt = state.errorUpdatedAt;
    if (observer.selectError != null) {
      error = observer.selectError;
      data = observer.selected;
      errorUpdatedAt = env.clock.now();
      status = "error";
      placeholder = false;
    }
    return Shapes.queryResult(observer, query, state, began, status, data, error, errorUpdatedAt, placeholder,
        Refetching.isStale(query, options), Options.notFalse(options.enabled, query));
  }

  /** The state as it will be in a moment, when the observer that asks is mounted. */
  private static QueryState ahead(QueryObserver observer, Query query, QueryOptions options, QueryState state) {
    QueryState next = Records.copy(state);
    if (observer.hasListeners()
        ? Refetching.optionally(query, observer.query, options, observer.options)
        : Refetching.onMount(query, options)) {
      query.begin(next, query.options);
    }
    if ("isRestoring".equals(options._optimisticResults)) {
      next.fetchStatus = "idle";
    }
    return next;
  }

  private static Object select(QueryObserver observer, QueryOptions options, Object data, Object shared) {
    Environment env = observer.client.environment;
    Convert select = options.select;
    if (observer.selectedBy == select && env.values.same(data, observer.lastState.data)) {
      return observer.selected;
    }
    observer.selectedBy = select;
    return env.errors.attempt(() -> {
      observer.selectError = null;
      return observer.selected = Options.share(env, options, shared, select.convert(data));
    }, error -> {
      observer.selectError = error;
      return data;
    });
  }
}
