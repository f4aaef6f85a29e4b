/**
 * @fileoverview What queries show, as plain JavaScript objects: what Java has no words for (literals, `?.`, Proxy).
 * Member names are kept by the externs.
 */
goog.module('sanguine.Shapes');
goog.module.declareLegacyNamespace();

const Shapes = {};

Shapes.queryResult = (observer, query, state, began, status, data, error, errorUpdatedAt, isPlaceholderData, isStale,
    isEnabled) => {
  const fetchStatus = state.fetchStatus;
  const isFetching = fetchStatus === 'fetching';
  const isPending = status === 'pending';
  const isError = status === 'error';
  const isLoading = isFetching && isPending;
  const isRefetchError = isError && data !== undefined;
  return {
    status,
    fetchStatus,
    isPending,
    isSuccess: status === 'success',
    isError,
    isInitialLoading: isLoading,
    isLoading,
    data,
    dataUpdatedAt: state.dataUpdatedAt,
    error,
    errorUpdatedAt,
    failureCount: state.fetchFailureCount,
    failureReason: state.fetchFailureReason,
    errorUpdateCount: state.errorUpdateCount,
    isFetched: query.isFetched(),
    isFetchedAfterMount: state.dataUpdateCount > began.dataUpdateCount || state.errorUpdateCount > began.errorUpdateCount,
    isFetching,
    isRefetching: isFetching && !isPending,
    isLoadingError: isError && !isRefetchError,
    isPaused: fetchStatus === 'paused',
    isPlaceholderData,
    isRefetchError,
    isStale,
    refetch: observer.refetch,
    isEnabled,
  };
};

Shapes.failed = (failureCount, error) => ({type: 'failed', failureCount, error});

Shapes.success = (data, options) => ({type: 'success', data, dataUpdatedAt: options?.updatedAt, manual: options?.manual});

Shapes.setState = (state) => ({type: 'setState', state});

Shapes.reverts = (options) => options?.revert;

Shapes.isSilent = (options) => options?.silent;

Shapes.placeholder = (option, last) => typeof option === 'function' ? option(last?.state.data, last) : option;

Shapes.differs = (a, b, names, andError) => {
  for (const name of names) {
    if (a[name] !== b[name]) return true;
  }
  return andError && a.error !== b.error;
};

Shapes.tracked = (observer, result, onRead) => new Proxy(result, {
  get(target, name) {
    observer.trackProp(name);
    onRead?.(name);
    return target[name];
  },
});

exports = Shapes;
