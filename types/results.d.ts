/** @file The results of observers: one state, as flags by which TypeScript can tell the cases apart. */
import type { FetchNextPageOptions, FetchPreviousPageOptions, RefetchOptions } from './filters.js'
import type { DefaultError } from './keys.js'
import type { MutationState } from './mutation.js'
import type { MutateFunction } from './mutation-options.js'

/** `pending`: there is no data yet. */
export type QueryStatus = 'pending' | 'error' | 'success'

/** `paused`: a fetch is wanted and waits for the network. */
export type FetchStatus = 'fetching' | 'paused' | 'idle'

export type MutationStatus = 'idle' | 'pending' | 'success' | 'error'

/** Members of every result of a query. `data` is the view: the confirmed value with all pending changes applied. */
export interface QueryObserverBaseResult<TData = unknown, TError = DefaultError> {
  /** The data, or what `select` makes of it. Undefined if there is none. */
  data: TData | undefined
  /** When the confirmed data came, in milliseconds since 1970; 0: never. Pending changes do not change it. */
  dataUpdatedAt: number
  /** The error of the last fetch, after all its attempts; null if it did not fail. */
  error: TError | null
  /** When the last fetch failed, in milliseconds since 1970; 0: never. */
  errorUpdatedAt: number
  /** The number of failed attempts of the present fetch, and the error of the last one. */
  failureCount: number
  failureReason: TError | null
  /** The number of failed fetches so far. */
  errorUpdateCount: number
  isError: boolean
  /** True if the query was fetched at least once, with success or without. */
  isFetched: boolean
  /** True if the query was fetched since this observer began. */
  isFetchedAfterMount: boolean
  isFetching: boolean
  /** True while the first fetch runs. */
  isLoading: boolean
  /** True if there is no data yet. */
  isPending: boolean
  /** True if the first fetch failed. */
  isLoadingError: boolean
  /** @deprecated The same as `isLoading`. */
  isInitialLoading: boolean
  /** True if a fetch waits for the network. */
  isPaused: boolean
  /** True if `data` is placeholder data. */
  isPlaceholderData: boolean
  /** True if a later fetch failed; the data before it is still there. */
  isRefetchError: boolean
  /** True while a fetch runs that is not the first. */
  isRefetching: boolean
  isStale: boolean
  isSuccess: boolean
  isEnabled: boolean
  status: QueryStatus
  fetchStatus: FetchStatus
  /** Fetches the query again. The promise rejects only with `throwOnError: true`. */
  refetch: (options?: RefetchOptions) => Promise<QueryObserverResult<TData, TError>>
}

/** Further members of every result of an infinite query. */
export interface InfiniteQueryObserverBaseResult<
  TData = unknown,
  TError = DefaultError,
> extends QueryObserverBaseResult<TData, TError> {
  fetchNextPage: (options?: FetchNextPageOptions) => Promise<InfiniteQueryObserverResult<TData, TError>>
  fetchPreviousPage: (options?: FetchPreviousPageOptions) => Promise<InfiniteQueryObserverResult<TData, TError>>
  hasNextPage: boolean
  hasPreviousPage: boolean
  isFetchNextPageError: boolean
  isFetchingNextPage: boolean
  isFetchPreviousPageError: boolean
  isFetchingPreviousPage: boolean
}

/** Nothing was fetched yet. A fetch may run or not. */
export interface QueryObserverPendingResult<TData = unknown, TError = DefaultError> extends QueryObserverBaseResult<
  TData,
  TError
> {
  data: undefined
  error: null
  status: 'pending'
  isPending: true
  isSuccess: false
  isError: false
  isLoadingError: false
  isRefetchError: false
  isPlaceholderData: false
}

/** The first fetch runs. */
export interface QueryObserverLoadingResult<TData = unknown, TError = DefaultError> extends QueryObserverBaseResult<
  TData,
  TError
> {
  data: undefined
  error: null
  status: 'pending'
  isPending: true
  isSuccess: false
  isError: false
  isLoading: true
  isLoadingError: false
  isRefetchError: false
  isPlaceholderData: false
}

/** The first fetch failed. */
export interface QueryObserverLoadingErrorResult<
  TData = unknown,
  TError = DefaultError,
> extends QueryObserverBaseResult<TData, TError> {
  data: undefined
  error: TError
  status: 'error'
  isPending: false
  isSuccess: false
  isError: true
  isLoading: false
  isLoadingError: true
  isRefetchError: false
  isPlaceholderData: false
}

/** A later fetch failed; the data before it is still there. */
export interface QueryObserverRefetchErrorResult<
  TData = unknown,
  TError = DefaultError,
> extends QueryObserverBaseResult<TData, TError> {
  data: TData
  error: TError
  status: 'error'
  isPending: false
  isSuccess: false
  isError: true
  isLoading: false
  isLoadingError: false
  isRefetchError: true
  isPlaceholderData: false
}

/** There is data. */
export interface QueryObserverSuccessResult<TData = unknown, TError = DefaultError> extends QueryObserverBaseResult<
  TData,
  TError
> {
  data: TData
  error: null
  status: 'success'
  isPending: false
  isSuccess: true
  isError: false
  isLoading: false
  isLoadingError: false
  isRefetchError: false
  isPlaceholderData: false
}

/** Placeholder data stands in. */
export interface QueryObserverPlaceholderResult<TData = unknown, TError = DefaultError> extends QueryObserverBaseResult<
  TData,
  TError
> {
  data: TData
  error: null
  status: 'success'
  isPending: false
  isSuccess: true
  isError: false
  isLoading: false
  isLoadingError: false
  isRefetchError: false
  isPlaceholderData: true
}

/** Nothing was fetched yet. A fetch may run or not. Of an infinite query. */
export interface InfiniteQueryObserverPendingResult<
  TData = unknown,
  TError = DefaultError,
> extends InfiniteQueryObserverBaseResult<TData, TError> {
  data: undefined
  error: null
  status: 'pending'
  isPending: true
  isSuccess: false
  isError: false
  isLoadingError: false
  isRefetchError: false
  isPlaceholderData: false
  isFetchNextPageError: false
  isFetchPreviousPageError: false
}

/** The first fetch runs. Of an infinite query. */
export interface InfiniteQueryObserverLoadingResult<
  TData = unknown,
  TError = DefaultError,
> extends InfiniteQueryObserverBaseResult<TData, TError> {
  data: undefined
  error: null
  status: 'pending'
  isPending: true
  isSuccess: false
  isError: false
  isLoading: true
  isLoadingError: false
  isRefetchError: false
  isPlaceholderData: false
  isFetchNextPageError: false
  isFetchPreviousPageError: false
}

/** The first fetch failed. Of an infinite query. */
export interface InfiniteQueryObserverLoadingErrorResult<
  TData = unknown,
  TError = DefaultError,
> extends InfiniteQueryObserverBaseResult<TData, TError> {
  data: undefined
  error: TError
  status: 'error'
  isPending: false
  isSuccess: false
  isError: true
  isLoading: false
  isLoadingError: true
  isRefetchError: false
  isPlaceholderData: false
  isFetchNextPageError: false
  isFetchPreviousPageError: false
}

/** A later fetch failed; the data before it is still there. Of an infinite query. */
export interface InfiniteQueryObserverRefetchErrorResult<
  TData = unknown,
  TError = DefaultError,
> extends InfiniteQueryObserverBaseResult<TData, TError> {
  data: TData
  error: TError
  status: 'error'
  isPending: false
  isSuccess: false
  isError: true
  isLoading: false
  isLoadingError: false
  isRefetchError: true
  isPlaceholderData: false
}

/** There is data. Of an infinite query. */
export interface InfiniteQueryObserverSuccessResult<
  TData = unknown,
  TError = DefaultError,
> extends InfiniteQueryObserverBaseResult<TData, TError> {
  data: TData
  error: null
  status: 'success'
  isPending: false
  isSuccess: true
  isError: false
  isLoading: false
  isLoadingError: false
  isRefetchError: false
  isPlaceholderData: false
  isFetchNextPageError: false
  isFetchPreviousPageError: false
}

/** Placeholder data stands in. Of an infinite query. */
export interface InfiniteQueryObserverPlaceholderResult<
  TData = unknown,
  TError = DefaultError,
> extends InfiniteQueryObserverBaseResult<TData, TError> {
  data: TData
  error: null
  status: 'success'
  isPending: false
  isSuccess: true
  isError: false
  isLoading: false
  isLoadingError: false
  isRefetchError: false
  isPlaceholderData: true
  isFetchNextPageError: false
  isFetchPreviousPageError: false
}

/** A result with data that was fetched, given or set. */
export type DefinedQueryObserverResult<TData = unknown, TError = DefaultError> =
  QueryObserverRefetchErrorResult<TData, TError> | QueryObserverSuccessResult<TData, TError>

/** Every result of a query observer. */
export type QueryObserverResult<TData = unknown, TError = DefaultError> =
  | DefinedQueryObserverResult<TData, TError>
  | QueryObserverLoadingErrorResult<TData, TError>
  | QueryObserverLoadingResult<TData, TError>
  | QueryObserverPendingResult<TData, TError>
  | QueryObserverPlaceholderResult<TData, TError>

/** A result of an infinite query that holds data. */
export type DefinedInfiniteQueryObserverResult<TData = unknown, TError = DefaultError> =
  InfiniteQueryObserverRefetchErrorResult<TData, TError> | InfiniteQueryObserverSuccessResult<TData, TError>

/** Every result of an infinite query observer. */
export type InfiniteQueryObserverResult<TData = unknown, TError = DefaultError> =
  | DefinedInfiniteQueryObserverResult<TData, TError>
  | InfiniteQueryObserverLoadingErrorResult<TData, TError>
  | InfiniteQueryObserverLoadingResult<TData, TError>
  | InfiniteQueryObserverPendingResult<TData, TError>
  | InfiniteQueryObserverPlaceholderResult<TData, TError>

/** Members of every result of a mutation. */
export interface MutationObserverBaseResult<
  TData = unknown,
  TError = DefaultError,
  TVariables = void,
  TOnMutateResult = unknown,
> extends MutationState<TData, TError, TVariables, TOnMutateResult> {
  /** The answer; undefined before it comes. */
  data: TData | undefined
  /** The variables of the latest call of `mutate`. */
  variables: TVariables | undefined
  /** The final error, after all attempts; null if there is none. */
  error: TError | null
  isError: boolean
  isIdle: boolean
  isPending: boolean
  isSuccess: boolean
  status: MutationStatus
  /** Sends a change. The promise rejects with the final error, after all callbacks. */
  mutate: MutateFunction<TData, TError, TVariables, TOnMutateResult>
  /** Leaves the mutation, which goes on. The result is idle again. */
  reset: () => void
  /** `Mutation.undo` of the mutation that is shown. Only clients with the feature `pacing` have it. */
  undo?: () => boolean
  /** `Mutation.sendNow` of the mutation that is shown. Only clients with the feature `pacing` have it. */
  sendNow?: () => boolean
}

/** Nothing was sent, or the result was reset. */
export interface MutationObserverIdleResult<
  TData = unknown,
  TError = DefaultError,
  TVariables = void,
  TOnMutateResult = unknown,
> extends MutationObserverBaseResult<TData, TError, TVariables, TOnMutateResult> {
  data: undefined
  variables: undefined
  error: null
  status: 'idle'
  isError: false
  isIdle: true
  isPending: false
  isSuccess: false
}

/** The answer is not there yet. */
export interface MutationObserverLoadingResult<
  TData = unknown,
  TError = DefaultError,
  TVariables = void,
  TOnMutateResult = unknown,
> extends MutationObserverBaseResult<TData, TError, TVariables, TOnMutateResult> {
  data: undefined
  variables: TVariables
  error: null
  status: 'pending'
  isError: false
  isIdle: false
  isPending: true
  isSuccess: false
}

/** The mutation failed, and its change is taken back. */
export interface MutationObserverErrorResult<
  TData = unknown,
  TError = DefaultError,
  TVariables = void,
  TOnMutateResult = unknown,
> extends MutationObserverBaseResult<TData, TError, TVariables, TOnMutateResult> {
  data: undefined
  variables: TVariables
  error: TError
  status: 'error'
  isError: true
  isIdle: false
  isPending: false
  isSuccess: false
}

/** The mutation succeeded. */
export interface MutationObserverSuccessResult<
  TData = unknown,
  TError = DefaultError,
  TVariables = void,
  TOnMutateResult = unknown,
> extends MutationObserverBaseResult<TData, TError, TVariables, TOnMutateResult> {
  data: TData
  variables: TVariables
  error: null
  status: 'success'
  isError: false
  isIdle: false
  isPending: false
  isSuccess: true
}

/** Every result of a mutation observer. */
export type MutationObserverResult<
  TData = unknown,
  TError = DefaultError,
  TVariables = void,
  TOnMutateResult = unknown,
> =
  | MutationObserverIdleResult<TData, TError, TVariables, TOnMutateResult>
  | MutationObserverLoadingResult<TData, TError, TVariables, TOnMutateResult>
  | MutationObserverErrorResult<TData, TError, TVariables, TOnMutateResult>
  | MutationObserverSuccessResult<TData, TError, TVariables, TOnMutateResult>
