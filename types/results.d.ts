/** @file What observers show: one state, told in flags that TypeScript can tell apart. */
import type { FetchNextPageOptions, FetchPreviousPageOptions, RefetchOptions } from './filters.js'
import type { DefaultError } from './keys.js'
import type { MutationState } from './mutation.js'
import type { MutateFunction } from './mutation-options.js'

/** `pending`: no data yet. */
export type QueryStatus = 'pending' | 'error' | 'success'

/** `paused`: a fetch is wanted and waits for the network. */
export type FetchStatus = 'fetching' | 'paused' | 'idle'

export type MutationStatus = 'idle' | 'pending' | 'success' | 'error'

/** What every result of a query has. `data` is the view: the confirmed value with all pending changes folded over it. */
export interface QueryObserverBaseResult<TData = unknown, TError = DefaultError> {
  /** What `select` makes of the data; undefined where there is none. */
  data: TData | undefined
  /** When the confirmed data came, in milliseconds since 1970; 0: never. Pending changes do not move it. */
  dataUpdatedAt: number
  /** What the last fetch failed with, once all its attempts have; null: it did not. */
  error: TError | null
  /** When the last fetch failed, in milliseconds since 1970; 0: never. */
  errorUpdatedAt: number
  /** Failed attempts of the present fetch. */
  failureCount: number
  failureReason: TError | null
  /** Failed fetches so far. */
  errorUpdateCount: number
  isError: boolean
  /** It was fetched at least once, with whatever end. */
  isFetched: boolean
  /** It was fetched since this observer began. */
  isFetchedAfterMount: boolean
  isFetching: boolean
  /** The first fetch runs. */
  isLoading: boolean
  /** There is no data yet. */
  isPending: boolean
  isLoadingError: boolean
  /** @deprecated The same as `isLoading`. */
  isInitialLoading: boolean
  isPaused: boolean
  isPlaceholderData: boolean
  isRefetchError: boolean
  /** A fetch runs that is not the first. */
  isRefetching: boolean
  isStale: boolean
  isSuccess: boolean
  isEnabled: boolean
  status: QueryStatus
  fetchStatus: FetchStatus
  /** Fetches again. The promise rejects only with `throwOnError: true`. */
  refetch: (options?: RefetchOptions) => Promise<QueryObserverResult<TData, TError>>
}

/** What every result of an infinite query has besides. */
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

/** Nothing was fetched yet; whether a fetch runs is open. */
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

/** Nothing was fetched yet; whether a fetch runs is open. Of an infinite query. */
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

/** A result that holds data which was fetched, given or set. */
export type DefinedQueryObserverResult<TData = unknown, TError = DefaultError> =
  QueryObserverRefetchErrorResult<TData, TError> | QueryObserverSuccessResult<TData, TError>

/** All that an observer can show. */
export type QueryObserverResult<TData = unknown, TError = DefaultError> =
  | DefinedQueryObserverResult<TData, TError>
  | QueryObserverLoadingErrorResult<TData, TError>
  | QueryObserverLoadingResult<TData, TError>
  | QueryObserverPendingResult<TData, TError>
  | QueryObserverPlaceholderResult<TData, TError>

/** A result of an infinite query that holds data. */
export type DefinedInfiniteQueryObserverResult<TData = unknown, TError = DefaultError> =
  InfiniteQueryObserverRefetchErrorResult<TData, TError> | InfiniteQueryObserverSuccessResult<TData, TError>

/** All that an observer of an infinite query can show. */
export type InfiniteQueryObserverResult<TData = unknown, TError = DefaultError> =
  | DefinedInfiniteQueryObserverResult<TData, TError>
  | InfiniteQueryObserverLoadingErrorResult<TData, TError>
  | InfiniteQueryObserverLoadingResult<TData, TError>
  | InfiniteQueryObserverPendingResult<TData, TError>
  | InfiniteQueryObserverPlaceholderResult<TData, TError>

/** What every result of a mutation has. */
export interface MutationObserverBaseResult<
  TData = unknown,
  TError = DefaultError,
  TVariables = void,
  TOnMutateResult = unknown,
> extends MutationState<TData, TError, TVariables, TOnMutateResult> {
  /** The answer; undefined while there is none. */
  data: TData | undefined
  /** What the latest `mutate` was given. */
  variables: TVariables | undefined
  /** The final error, after all attempts; null: none. */
  error: TError | null
  isError: boolean
  isIdle: boolean
  isPending: boolean
  isSuccess: boolean
  status: MutationStatus
  /** Sends a change. The promise rejects with the final error, after all callbacks. */
  mutate: MutateFunction<TData, TError, TVariables, TOnMutateResult>
  /** Lets go of the mutation: the result is idle again. */
  reset: () => void
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

/** It failed; what it had changed is taken back. */
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

/** It succeeded. */
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

/** All that an observer of a mutation can show. */
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
