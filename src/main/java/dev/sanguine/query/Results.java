package dev.sanguine.query;

import dev.sanguine.env.Values;

/** Makes an observer's results, and remembers what the next one shares with the last: select, placeholder, start. */
final class Results {
  private final QueryObserver observer;
  private final Values values;
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
    this.values = observer.client.environment.values;
    selected = values.undefined();
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
    if (!values.isUndefined(lastState.data)) {
      lastWithData = query;
    }
  }

  QueryResult create(Query query, QueryOptions options) {
    QueryState state = query.getState();
    QueryState began = query == observer.getCurrentQuery() ? start : state;
    QueryState shown = Options.truthy(values, options._optimisticResults) ? ahead(query, options, state) : state;
    QueryResult before = observer.getCurrentResult();
    String status = shown.status;
    Object data = shown.data;
    boolean placeholder = false;
    boolean alreadySelected = false;

    if (!values.isUndefined(options.placeholderData) && values.isUndefined(data) && status.equals("pending")) {
      Object instead;
      if (before != null && before.isPlaceholderData && lastOptions != null
          && values.same(options.placeholderData, lastOptions.placeholderData)) {
        instead = before.data;
        alreadySelected = true;
      } else {
        instead = placeholder(options.placeholderData);
      }
      if (!values.isUndefined(instead)) {
        status = "success";
        data = Options.share(observer.client.environment, options, dataOf(before), instead);
        placeholder = true;
      }
    }
    if (options.select != null && !values.isUndefined(data) && !alreadySelected) {
      data = select(options, data, before);
    } else if (values.isUndefined(data)) {
      selectFailed = false;
    }
    Object error = shown.error;
    double errorUpdatedAt = shown.errorUpdatedAt;
    if (selectFailed) {
      error = selectError;
      data = selected;
      errorUpdatedAt = observer.client.environment.clock.now();
      status = "error";
      placeholder = false;
    }

    boolean fetching = shown.fetchStatus.equals("fetching");
    boolean pending = status.equals("pending");
    boolean failed = status.equals("error");
    boolean hasData = !values.isUndefined(data);
    QueryResult result = Records.queryResult();
    result.status = status;
    result.fetchStatus = shown.fetchStatus;
    result.isPending = pending;
    result.isSuccess = status.equals("success");
    result.isError = failed;
    result.isInitialLoading = pending && fetching;
    result.isLoading = pending && fetching;
    result.data = data;
    result.dataUpdatedAt = shown.dataUpdatedAt;
    result.error = error;
    result.errorUpdatedAt = errorUpdatedAt;
    result.failureCount = shown.fetchFailureCount;
    result.failureReason = shown.fetchFailureReason;
    result.errorUpdateCount = shown.errorUpdateCount;
    result.isFetched = query.isFetched();
    result.isFetchedAfterMount = shown.dataUpdateCount > began.dataUpdateCount
        || shown.errorUpdateCount > began.errorUpdateCount;
    result.isFetching = fetching;
    result.isRefetching = fetching && !pending;
    result.isLoadingError = failed && !hasData;
    result.isPaused = shown.fetchStatus.equals("paused");
    result.isPlaceholderData = placeholder;
    result.isRefetchError = failed && hasData;
    result.isStale = Refetching.isStale(query, options);
    result.refetch = observer.boundRefetch();
    result.isEnabled = Options.notFalse(options.enabled, query);
    return result;
  }

  /** The state as it will be in a moment, when the observer that asks is mounted. */
  private QueryState ahead(Query query, QueryOptions options, QueryState state) {
    QueryState next = Records.copy(state);
    boolean mounted = observer.hasListeners();
    if (!mounted && Refetching.onMount(query, options) || mounted && Refetching.optionally(
        query, observer.getCurrentQuery(), options, observer.options)) {
      query.begin(next, query.options);
    }
    if (Options.isText(options._optimisticResults, "isRestoring")) {
      next.fetchStatus = "idle";
    }
    return next;
  }

  private Object placeholder(Object option) {
    if (!values.isFunction(option)) {
      return option;
    }
    return ((Placeholder) option).get(
        lastWithData == null ? values.undefined() : lastWithData.getState().data,
        lastWithData == null ? Options.<Query>absent(values) : lastWithData);
  }

  private Object select(QueryOptions options, Object data, QueryResult before) {
    if (before != null && lastState != null && values.same(data, lastState.data) && options.select == selectedBy) {
      return selected;
    }
    return observer.client.environment.errors.attempt(() -> {
      selectedBy = options.select;
      Object made = Options.share(observer.client.environment, options, dataOf(before), options.select.convert(data));
      selected = made;
      selectFailed = false;
      return made;
    }, error -> {
      selectError = error;
      selectFailed = true;
      return data;
    });
  }

  private Object dataOf(QueryResult result) {
    return result == null ? values.undefined() : result.data;
  }
}
