package dev.sanguine.query;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Values;
import dev.sanguine.query.callbacks.Convert;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.state.QueryResult;
import dev.sanguine.query.state.QueryResults;
import dev.sanguine.query.state.QueryState;
import dev.sanguine.query.state.States;

/** Makes an observer's results, each sharing with the last what it can: select, placeholder, start. */
final class Results {
  private Results() {}

  static QueryResult create(QueryObserver observer, Query query, QueryOptions options) {
    Environment env = observer.client.environment;
    Values values = env.values;
    QueryState state = query.current();
    QueryState began = query == observer.query ? observer.start : state;
    if (Options.isTruthy(values, options._optimisticResults)) {
      state = optimisticState(observer, query, options, state);
    }
    QueryResult before = observer.result;
    String status = state.status;
    Object data = state.data;
    Convert select = options.select;
    boolean placeholder = false;

    if (!values.isUndefined(options.placeholderData)
        && values.isUndefined(data)
        && status.equals("pending")) {
      boolean known = before.isPlaceholderData
          && values.same(options.placeholderData, observer.lastOptions.placeholderData);
      Object instead = known ? before.data : placeholder(observer, options, values);
      if (known) {
        select = null;
      }
      if (known || !values.isUndefined(instead)) {
        status = "success";
        data = Options.share(
            env, options, select != null ? observer.selectInput : before.data, instead);
        placeholder = true;
      }
    }
    if (select != null && !values.isUndefined(data)) {
      data = select(observer, options, data, before.data);
    } else if (values.isUndefined(data)) {
      observer.selectInput = values.undefined();
      observer.selectError = null;
    }
    Object error = state.error;
    double errorUpdatedAt = state.errorUpdatedAt;
    if (observer.selectError != null) {
      error = observer.selectError;
      data = observer.selected;
      errorUpdatedAt = values.same(before.error, error) ? before.errorUpdatedAt : env.clock.now();
      status = "error";
      placeholder = false;
    }
    return QueryResults.queryResult(
        observer,
        query,
        state,
        began,
        status,
        data,
        error,
        errorUpdatedAt,
        placeholder,
        RefetchTriggers.isStale(query, options),
        Options.notFalse(options.enabled, query));
  }

  /** What stands in for data that is not there yet; a function is given what was confirmed of the query watched before. */
  private static Object placeholder(QueryObserver observer, QueryOptions options, Values values) {
    Query last = observer.lastWithData;
    return QueryResults.placeholder(
        options.placeholderData, last == null ? values.undefined() : last.confirmed().data, last);
  }

  /** The state as it will be in a moment, when the observer that asks is mounted. */
  private static QueryState optimisticState(
      QueryObserver observer, Query query, QueryOptions options, QueryState state) {
    QueryState next = States.copy(state);
    if (observer.hasListeners()
        ? RefetchTriggers.shouldFetchOnNewOptions(query, observer.query, options, observer.options)
        : RefetchTriggers.shouldFetchOnMount(query, options)) {
      QueryReducer.begin(query, next, query.options);
    }
    if ("isRestoring".equals(options._optimisticResults)) {
      next.fetchStatus = "idle";
    }
    return next;
  }

  private static Object select(
      QueryObserver observer, QueryOptions options, Object data, Object shared) {
    Environment env = observer.client.environment;
    Convert select = options.select;
    if (observer.selectedBy == select && env.values.same(data, observer.selectInput)) {
      return observer.selected;
    }
    observer.selectedBy = select;
    observer.selectInput = data;
    return env.errors.attempt(
        () -> {
          observer.selected = Options.share(env, options, shared, select.convert(data));
          observer.selectError = null;
          return observer.selected;
        },
        error -> {
          observer.selectError = error;
          return data;
        });
  }
}
