/**
 * @fileoverview What queries show, as plain JavaScript objects: what Java has no words for (literals, `?.`, Proxy).
 * Member names are kept by the externs.
 */
goog.module('sanguine.Shapes');
goog.module.declareLegacyNamespace();

const World = goog.require('sanguine.World');

const { isObject } = World;

const Shapes = {};

Shapes.queryResult = (
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
  };
};

Shapes.paged = (result, observer, direction, hasNextPage, hasPreviousPage) => {
  const { isError, isFetching } = result;
  const forward = direction === 'forward';
  const backward = direction === 'backward';
  const other = !forward && !backward;
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
  };
};

Shapes.direction = (meta) => meta?.fetchMore?.direction;

Shapes.directionOf = (options) => Shapes.direction(Shapes.meta(options));

Shapes.initial = (initialPromise) => ({ initialPromise });

Shapes.towards = (direction, options) => ({ ...options, meta: { fetchMore: { direction } } });

Shapes.pages = (pages, pageParams) => ({ pages, pageParams });

const listOf = (value) => (Array.isArray(value) ? value : []);

// Of queries there may be many: each is looked at when it is its turn.
Shapes.untrusted = (state) => ({
  queries: listOf(state?.queries),
  mutations: listOf(state?.mutations).filter((written) => isObject(written?.state)),
});

Shapes.isQuery = (written) =>
  isObject(written?.state) && Array.isArray(written.queryKey) && typeof written.queryHash === 'string';

Shapes.dehydrated = (mutations, queries) => ({ mutations, queries });

// What is written as undefined is said: it stands over what holds by default.
Shapes.mutationOptions = (written) => {
  const options = {};
  if ('mutationKey' in written) options.mutationKey = written.mutationKey;
  if ('scope' in written) options.scope = written.scope;
  if ('meta' in written) options.meta = written.meta;
  return options;
};

Shapes.dehydratedMutation = ({ mutationKey, scope, meta }, state, idempotencyKey) => ({
  mutationKey,
  state,
  ...(scope && { scope }),
  ...(meta && { meta }),
  ...(idempotencyKey && { idempotencyKey }),
});

Shapes.dehydratedQuery = ({ queryKey, queryHash, meta, queryType }, dehydratedAt, state, promise) => ({
  dehydratedAt,
  state,
  queryKey,
  queryHash,
  ...(state.status === 'pending' && { promise: promise || undefined }),
  ...(meta && { meta }),
  ...(queryType && { queryType }),
});

Shapes.queryOptions = (defaults, written) => ({
  ...defaults,
  queryKey: written.queryKey,
  queryHash: written.queryHash,
  meta: written.meta,
  _type: written.queryType,
});

Shapes.action = (type) => ({ type });

Shapes.failed = (failureCount, error) => ({ type: 'failed', failureCount, error });

Shapes.success = (data, options) => ({
  data,
  type: 'success',
  dataUpdatedAt: options?.updatedAt,
  manual: options?.manual,
});

Shapes.fetch = (meta) => ({ type: 'fetch', meta });

Shapes.error = (error) => ({ type: 'error', error });

Shapes.overlap = (base, before, after, answer) => ({ base, before, after, answer });

Shapes.setState = (state) => ({ type: 'setState', state });

Shapes.pending = (context, variables, isPaused) => ({ type: 'pending', context, variables, isPaused });

Shapes.answered = (data) => ({ type: 'success', data });

Shapes.meta = (options) => options?.meta;

Shapes.initialPromise = (options) => options?.initialPromise;

Shapes.queryEvent = (type, query) => ({ type, query });

Shapes.mutationEvent = (type, mutation) => ({ type, mutation });

Shapes.observed = (observer) => ({ observer });

Shapes.changed = (action) => ({ action });

Shapes.reverts = (options) => options?.revert;

Shapes.isSilent = (options) => options?.silent;

// What stores a query reads its state, now or later: it is given what is confirmed, never a change that may fail yet.
Shapes.confirmed = (query, getState) =>
  new Proxy(query, {
    get(target, name) {
      if (name === 'state') return getState();
      const member = target[name];
      return typeof member === 'function' ? member.bind(target) : member;
    },
    set(target, name, value) {
      target[name] = value;
      return true;
    },
  });

Shapes.placeholder = (option, lastData, last) => (typeof option === 'function' ? option(lastData, last) : option);

Shapes.differs = (a, b, names, andError) => {
  for (const name of names) {
    if (a[name] !== b[name]) return true;
  }
  return andError && a.error !== b.error;
};

Shapes.tracked = (observer, result, onRead) =>
  new Proxy(result, {
    get(target, name) {
      observer.trackProp(name);
      onRead?.(name);
      return target[name];
    },
  });

exports = Shapes;
