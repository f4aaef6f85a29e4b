/** @fileoverview What an observer shows of a query. Member names are kept by the externs. */
goog.module('sanguine.QueryResults')
goog.module.declareLegacyNamespace()

const QueryResults = {}

QueryResults.queryResult = (
  observer,
  query,
  state,
  began,
  status,
  data,
  error,
  errorUpdatedAt,
  isPlaceholderData,
  isStale,
  isEnabled,
) => {
  const fetchStatus = state.fetchStatus
  const isFetching = fetchStatus === 'fetching'
  const isPending = status === 'pending'
  const isError = status === 'error'
  const isLoading = isFetching && isPending
  const isRefetchError = isError && data !== undefined
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
    isFetchedAfterMount:
      state.dataUpdateCount > began.dataUpdateCount || state.errorUpdateCount > began.errorUpdateCount,
    isFetching,
    isRefetching: isFetching && !isPending,
    isLoadingError: isError && !isRefetchError,
    isPaused: fetchStatus === 'paused',
    isPlaceholderData,
    isRefetchError,
    isStale,
    refetch: observer.refetch,
    isEnabled,
  }
}

QueryResults.paged = (result, observer, direction, hasNextPage, hasPreviousPage) => {
  const { isError, isFetching } = result
  const forward = direction === 'forward'
  const backward = direction === 'backward'
  const other = !forward && !backward
  // Each member is named, as it is where the result is made: a spread takes ten times as long.
  return {
    status: result.status,
    fetchStatus: result.fetchStatus,
    isPending: result.isPending,
    isSuccess: result.isSuccess,
    isError,
    isInitialLoading: result.isInitialLoading,
    isLoading: result.isLoading,
    data: result.data,
    dataUpdatedAt: result.dataUpdatedAt,
    error: result.error,
    errorUpdatedAt: result.errorUpdatedAt,
    failureCount: result.failureCount,
    failureReason: result.failureReason,
    errorUpdateCount: result.errorUpdateCount,
    isFetched: result.isFetched,
    isFetchedAfterMount: result.isFetchedAfterMount,
    isFetching,
    isRefetching: result.isRefetching && other,
    isLoadingError: result.isLoadingError,
    isPaused: result.isPaused,
    isPlaceholderData: result.isPlaceholderData,
    isRefetchError: result.isRefetchError && other,
    isStale: result.isStale,
    refetch: result.refetch,
    isEnabled: result.isEnabled,
    fetchNextPage: observer.fetchNextPage,
    fetchPreviousPage: observer.fetchPreviousPage,
    hasNextPage,
    hasPreviousPage,
    isFetchNextPageError: isError && forward,
    isFetchingNextPage: isFetching && forward,
    isFetchPreviousPageError: isError && backward,
    isFetchingPreviousPage: isFetching && backward,
  }
}

QueryResults.pages = (pages, pageParams) => ({ pages, pageParams })

QueryResults.placeholder = (option, lastData, last) => (typeof option === 'function' ? option(lastData, last) : option)

QueryResults.differs = (a, b, names, andError) => {
  for (const name of names) {
    if (a[name] !== b[name]) return true
  }
  return andError && a.error !== b.error
}

QueryResults.tracked = (observer, result, onRead) =>
  new Proxy(result, {
    get(target, name) {
      observer.trackProp(name)
      onRead?.(name)
      return target[name]
    },
  })

exports = QueryResults
