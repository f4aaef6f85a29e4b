/**
 * Sanguine: an optimistic query cache and mutation engine. It has the names and types of @tanstack/query-core v5, and
 * these more:
 *
 * - options of mutations: `optimistic`, `merge`, `resync` and `outcome`
 * - options of queries: `version` and `records`
 * - `Mutation.cancel`, and `onRollback` of mutation caches
 * - a bare key in the place of filters
 * - the functions `temporary` and `byVersion`
 *
 * @packageDocumentation
 */
export { QueryClient } from './client.js'
export type { DefaultOptions, Feature, QueryClientConfig } from './client.js'
export { byVersion, temporary } from './intent.js'
export type { Intent, IntentState, IntentTarget, OverlappingChange, VersionRule } from './intent.js'
export { skipToken } from './query-options.js'
export type {
  DefaultedInfiniteQueryObserverOptions,
  DefaultedQueryObserverOptions,
  EnsureInfiniteQueryDataOptions,
  EnsureQueryDataOptions,
  FetchInfiniteQueryOptions,
  FetchQueryOptions,
  GetNextPageParamFunction,
  GetPreviousPageParamFunction,
  InfiniteData,
  InfiniteQueryExecuteOptions,
  InfiniteQueryObserverOptions,
  InfiniteQueryPageParamsOptions,
  InitialDataFunction,
  InitialPageParam,
  NetworkMode,
  NotifyOnChangeProps,
  PlaceholderDataFunction,
  QueriesPlaceholderDataFunction,
  QueryBooleanOption,
  QueryExecuteOptions,
  QueryFunction,
  QueryFunctionContext,
  QueryKeyHashFunction,
  QueryObserverOptions,
  QueryOptions,
  QueryPersister,
  RecordsOption,
  RetryDelayValue,
  RetryValue,
  SkipToken,
  StaleTime,
  StaleTimeFunction,
  ThrowOnError,
} from './query-options.js'
export type {
  Conflict,
  ConflictAnswer,
  FailedRecords,
  FailureOutcome,
  MutateFunction,
  MutateFunctionRest,
  MutateOptions,
  MutationFunction,
  MutationFunctionContext,
  MutationObserverOptions,
  MutationOptions,
  MutationScope,
  OptimisticFunction,
  ResyncTarget,
  PartialOutcome,
  Coalescing,
  DebounceOption,
  HoldOption,
} from './mutation-options.js'
export type {
  CancelOptions,
  FetchNextPageOptions,
  FetchPreviousPageOptions,
  InvalidateOptions,
  InvalidateQueryFilters,
  MutationFilters,
  QueryFilters,
  RefetchOptions,
  RefetchQueryFilters,
  ResetOptions,
  ResultOptions,
  SetDataOptions,
  Updater,
} from './filters.js'
export type {
  DefinedInfiniteQueryObserverResult,
  DefinedQueryObserverResult,
  FetchStatus,
  InfiniteQueryObserverBaseResult,
  InfiniteQueryObserverLoadingErrorResult,
  InfiniteQueryObserverLoadingResult,
  InfiniteQueryObserverPendingResult,
  InfiniteQueryObserverPlaceholderResult,
  InfiniteQueryObserverRefetchErrorResult,
  InfiniteQueryObserverResult,
  InfiniteQueryObserverSuccessResult,
  MutationObserverBaseResult,
  MutationObserverErrorResult,
  MutationObserverIdleResult,
  MutationObserverLoadingResult,
  MutationObserverResult,
  MutationObserverSuccessResult,
  MutationStatus,
  QueryObserverBaseResult,
  QueryObserverLoadingErrorResult,
  QueryObserverLoadingResult,
  QueryObserverPendingResult,
  QueryObserverPlaceholderResult,
  QueryObserverRefetchErrorResult,
  QueryObserverResult,
  QueryObserverSuccessResult,
  QueryStatus,
} from './results.js'
export { Query, QueryCache } from './query.js'
export type { QueryAction, QueryCacheConfig, QueryCacheNotifyEvent, QueryState } from './query.js'
export { Mutation, MutationCache } from './mutation.js'
export type {
  MutationAction,
  MutationCacheConfig,
  MutationCacheNotifyEvent,
  MutationState,
  RolledBackIntent,
} from './mutation.js'
export { InfiniteQueryObserver, MutationObserver, QueriesObserver, QueryObserver } from './observers.js'
export type { QueriesObserverOptions } from './observers.js'
export {
  defaultShouldDehydrateMutation,
  defaultShouldDehydrateQuery,
  dehydrate,
  dehydrateQuery,
  hydrate,
} from './hydration.js'
export type {
  DehydratedMutation,
  DehydratedQuery,
  DehydratedState,
  DehydrateOptions,
  HydrateOptions,
} from './hydration.js'
export {
  defaultScheduler,
  environmentManager,
  focusManager,
  isServer,
  notifyManager,
  onlineManager,
  timeoutManager,
} from './environment.js'
export type {
  FocusManager,
  ManagedTimerId,
  OnlineManager,
  TimeoutCallback,
  TimeoutManager,
  TimeoutProvider,
} from './environment.js'
export {
  experimental_streamedQuery,
  hashKey,
  isCancelledError,
  keepPreviousData,
  matchMutation,
  matchQuery,
  noop,
  partialMatchKey,
  replaceEqualDeep,
  shouldThrowError,
} from './functions.js'
export { CancelledError } from './base.js'
export type { NotifyEvent, NotifyEventType } from './base.js'
export { dataTagErrorSymbol, dataTagSymbol, unsetMarker } from './keys.js'
export type {
  AnyDataTag,
  DataTag,
  DefaultError,
  DistributiveOmit,
  InferDataFromTag,
  InferErrorFromTag,
  MutationKey,
  MutationMeta,
  NonUndefinedGuard,
  OmitKeyof,
  Override,
  QueryKey,
  QueryKeyWithDataTag,
  QueryMeta,
  Register,
  UnsetMarker,
  WithRequired,
} from './keys.js'
