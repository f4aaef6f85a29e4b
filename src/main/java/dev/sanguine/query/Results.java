package dev.sanguine.query;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Values;

/** Makes an observer's results, and remembers what the next one shares with the last: select, placeholder, start. */
final class Results {
  private final QueryObserver observer;
  /** The query's state when the observer began to watch it. */
  private QueryState start;
  /** The state and the options that the current result was made of. */
  private QueryState lastState;
  private QueryOptions lastOptions;
  private Query lastWithData;
  private Convert selectedBy;
  private Object selected;
  private Object selectError;
  private boolean selectFailed;

  Results(QueryObserver observer) {
    this.observer = observer;
  }

  void startAt(QueryState state) {
    start = state;
  }

  void moveTo(QueryState state, QueryOptions options) {
    lastState = state;
    lastOptions = options;
  }

  void follow(Query query, QueryOptions options) {
    moveTo(query.getState(), options);
    if (!values().isUndefined(lastState.data)) {
      lastWithData = query;
    }
  }

  QueryResult create(Query query, QueryOptions options) {
    QueryState state = query.getState();
    QueryState began = query == observer.getCurrentQuery() ? start : state;
    QueryState shown = Options.truthy(values(), options._optimisticResults) ? ahead(query, options, state) : state;
    QueryResult before = observer.getCurrentResult();
    Object shared = before == null ? values().undefined() : before.data;
    String status = shown.status;
    Object data = shown.data;
    Convert select = options.select;
    boolean placeholder = false;

    if (!values().isUndefined(options.placeholderData) && values().isUndefined(data) && status.equals("pending")) {
      boolean again = before != null && before.isPlaceholderData && lastOptions != null
          && values().same(options.placeholderData, lastOptions.placeholderData);
      Object instead = again ? shared : placeholder(options.placeholderData);
      if (!values().isUndefined(instead)) {
        status = "success";
        data = Options.share(world(), options, shared, instead);
        placeholder = true;
      }
      if (again) {
        select = null;
      }
    }
    if (values().isUndefined(data)) {
      selectFailed = false;
    } else if (select != null) {
      data = select(options, data, before, shared);
    }
    Object error = shown.error;
    double errorUpdatedAt = shown.errorUpdatedAt;
    if (selectFailed) {
      error = selectError;
      data = selected;
      errorUpdatedAt = world().clock.now();
      status = "error";
      placeholder = false;
    }
    boolean fetching = shown.fetchStatus.equals("fetching");
    boolean pending = status.equals("pending");
    boolean failed = status.equals("error");
    boolean hasData = !values().isUndefined(data);
    return Records.queryResult(observer, status, shown.fetchStatus, pending, status.equals("success"), failed,
        pending && fetching, data, shown.dataUpdatedAt, error, errorUpdatedAt, shown.fetchFailureCount,
        shown.fetchFailureReason, shown.errorUpdateCount, query.isFetched(),
        shown.dataUpdateCount > began.dataUpdateCount || shown.errorUpdateCount > began.errorUpdateCount,
        fetching, fetching && !pending, failed && !hasData, shown.fetchStatus.equals("paused"), placeholder,
        failed && hasData, Refetching.isStale(query, options), Options.notFalse(options.enabled, query));
  }

  /** The state as it will be in a moment, when the observer that asks is mounted. */
  private QueryState ahead(Query query, QueryOptions options, QueryState state) {
    QueryState next = Records.copy(state);
    if (observer.hasListeners()
        ? Refetching.optionally(query, observer.getCurrentQuery(), options, observer.options)
        : Refetching.onMount(query, options)) {
      query.begin(next, query.options);
    }
    if ("isRestoring".equals(options._optimisticResults)) {
      next.fetchStatus = "idle";
    }
    return next;
  }

  private Object placeholder(Object option) {
    return values().isFunction(option)
        ? ((Placeholder) option).get(lastWithData == null ? values().undefined() : lastWithData.getState().data,
            lastWithData == null ? Options.<Query>absent(values()) : lastWithData)
        : option;
  }

  private Object select(QueryOptions options, Object data, QueryResult before, Object shared) {
    if (before != null && lastState != null && values().same(data, lastState.data) && options.select == selectedBy) {
      return selected;
    }
    selectedBy = options.select;
    return world().errors.attempt(() -> {
      selectFailed = false;
      selected = Options.share(world(), options, shared, selectedBy.convert(data));
      return selected;
    }, error -> {
      selectError = error;
      selectFailed = true;
      return data;
    });
  }

  private Environment world() {
    return observer.client.environment;
  }

  private Values values() {
    return world().values;
  }
}
