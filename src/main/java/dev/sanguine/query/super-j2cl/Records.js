/**
 * @fileoverview The engine's records as plain JavaScript objects: what Java has no words for (literals, spread, getters,
 * Proxy). Member names are kept by the externs.
 */
goog.module('sanguine.Records');
goog.module.declareLegacyNamespace();

const Records = {};

Records.queryState = () => ({
  data: void 0,
  dataUpdateCount: 0,
  dataUpdatedAt: 0,
  error: null,
  errorUpdateCount: 0,
  errorUpdatedAt: 0,
  fetchFailureCount: 0,
  fetchFailureReason: null,
  fetchMeta: null,
  isInvalidated: false,
  status: 'pending',
  fetchStatus: 'idle',
});

Records.mutationState = () => ({
  context: void 0,
  data: void 0,
  error: null,
  failureCount: 0,
  failureReason: null,
  isPaused: false,
  status: 'idle',
  variables: void 0,
  submittedAt: 0,
});

// In the order in which an observer fills it in, so that all results have one shape.
Records.queryResult = () => ({
  status: '',
  fetchStatus: '',
  isPending: false,
  isSuccess: false,
  isError: false,
  isInitialLoading: false,
  isLoading: false,
  data: void 0,
  dataUpdatedAt: 0,
  error: null,
  errorUpdatedAt: 0,
  failureCount: 0,
  failureReason: null,
  errorUpdateCount: 0,
  isFetched: false,
  isFetchedAfterMount: false,
  isFetching: false,
  isRefetching: false,
  isLoadingError: false,
  isPaused: false,
  isPlaceholderData: false,
  isRefetchError: false,
  isStale: false,
  refetch: void 0,
  isEnabled: false,
});

Records.merge = (a, b, c, d) => ({...a, ...b, ...c, ...d});

Records.copy = (record) => ({...record});

Records.result = (state) => ({...state});

Records.over = (state, partial) => ({...state, ...partial});

Records.shallowEqual = (a, b) => {
  if (!b || Object.keys(a).length !== Object.keys(b).length) return false;
  for (const name in a) {
    if (a[name] !== b[name]) return false;
  }
  return true;
};

Records.differs = (a, b, names) => {
  for (const name in a) {
    if (a[name] !== b[name] && (!names || names.has(name))) return true;
  }
  return false;
};

Records.context = (client, queryKey, meta, getSignal) => ({
  client,
  queryKey,
  meta,
  get signal() {
    return getSignal();
  },
});

Records.fetchContext = (getSignal) => ({
  get signal() {
    return getSignal();
  },
});

Records.tracked = (result, onRead) => new Proxy(result, {
  get(target, name) {
    onRead(name);
    return target[name];
  },
});

Records.each = async (stream, reader) => {
  for await (const chunk of stream) {
    if (!reader(chunk)) break;
  }
};

// As bundlers know it; a page without a bundler has no process and is in production.
Records.isDevelopment = typeof process !== 'undefined' && process.env.NODE_ENV !== 'production';

Records.skipToken = Symbol();

exports = Records;
