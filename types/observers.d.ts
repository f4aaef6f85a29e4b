/** @file Observers: what a component subscribes to. */
import { Subscribable } from './base.js'
import type { QueryClient } from './client.js'
import type { FetchNextPageOptions, FetchPreviousPageOptions, RefetchOptions } from './filters.js'
import type { DefaultError, QueryKey } from './keys.js'
import type { MutationAction } from './mutation.js'
import type { MutateOptions, MutationObserverOptions } from './mutation-options.js'
import type { FetchOptions, Query } from './query.js'
import type {
  DefaultedInfiniteQueryObserverOptions,
  DefaultedQueryObserverOptions,
  InfiniteData,
  InfiniteQueryObserverOptions,
  QueryObserverOptions,
} from './query-options.js'
import type { InfiniteQueryObserverResult, MutationObserverResult, QueryObserverResult } from './results.js'

type QueryObserverListener<TData, TError> = (result: QueryObserverResult<TData, TError>) => void

/**
 * Watches one query. While it has listeners, it fetches the query when that is due, and calls them with each result
 * that differs.
 */
export declare class QueryObserver<
  TQueryFnData = unknown,
  TError = DefaultError,
  TData = TQueryFnData,
  TQueryData = TQueryFnData,
  TQueryKey extends QueryKey = QueryKey,
> extends Subscribable<QueryObserverListener<TData, TError>> {
  options: QueryObserverOptions<TQueryFnData, TError, TData, TQueryData, TQueryKey>
  constructor(client: QueryClient, options: QueryObserverOptions<TQueryFnData, TError, TData, TQueryData, TQueryKey>)
  protected bindMethods(): void
  protected onSubscribe(): void
  protected onUnsubscribe(): void
  shouldFetchOnReconnect(): boolean
  shouldFetchOnWindowFocus(): boolean
  /** Removes all listeners, stops all timers and leaves the query. */
  destroy(): void
  /**
   * Changes the options. Another key means another query. Throws an Error if `enabled` is neither a boolean nor a
   * function.
   */
  setOptions(options: QueryObserverOptions<TQueryFnData, TError, TData, TQueryData, TQueryKey>): void
  /** The result that these options would give, without setting them. Adapters use it while rendering. */
  getOptimisticResult(
    options: DefaultedQueryObserverOptions<TQueryFnData, TError, TData, TQueryData, TQueryKey>,
  ): QueryObserverResult<TData, TError>
  /** The latest result. */
  getCurrentResult(): QueryObserverResult<TData, TError>
  /**
   * The result as an object that records which members are read. The observer then calls its listeners only if one of
   * these changes.
   */
  trackResult(
    result: QueryObserverResult<TData, TError>,
    onPropTracked?: (key: keyof QueryObserverResult) => void,
  ): QueryObserverResult<TData, TError>
  trackProp(key: keyof QueryObserverResult): void
  /** The query that it watches. */
  getCurrentQuery(): Query<TQueryFnData, TError, TQueryData, TQueryKey>
  /** Fetches the query again. The promise rejects only with `throwOnError: true`. */
  refetch(options?: RefetchOptions): Promise<QueryObserverResult<TData, TError>>
  fetchOptimistic(
    options: QueryObserverOptions<TQueryFnData, TError, TData, TQueryData, TQueryKey>,
  ): Promise<QueryObserverResult<TData, TError>>
  protected fetch(fetchOptions: FetchOptions & { throwOnError?: boolean }): Promise<QueryObserverResult<TData, TError>>
  protected createResult(
    query: Query<TQueryFnData, TError, TQueryData, TQueryKey>,
    options: QueryObserverOptions<TQueryFnData, TError, TData, TQueryData, TQueryKey>,
  ): QueryObserverResult<TData, TError>
  updateResult(): void
  onQueryUpdate(): void
}

/** Watches one infinite query, and fetches its pages. */
export declare class InfiniteQueryObserver<
  TQueryFnData = unknown,
  TError = DefaultError,
  TData = InfiniteData<TQueryFnData>,
  TQueryKey extends QueryKey = QueryKey,
  TPageParam = unknown,
> extends QueryObserver<TQueryFnData, TError, TData, InfiniteData<TQueryFnData, TPageParam>, TQueryKey> {
  subscribe: (listener: (result: InfiniteQueryObserverResult<TData, TError>) => void) => () => void
  getCurrentResult: () => InfiniteQueryObserverResult<TData, TError>
  protected fetch: (
    fetchOptions: FetchOptions & { throwOnError?: boolean },
  ) => Promise<InfiniteQueryObserverResult<TData, TError>>
  constructor(
    client: QueryClient,
    options: InfiniteQueryObserverOptions<TQueryFnData, TError, TData, TQueryKey, TPageParam>,
  )
  protected bindMethods(): void
  setOptions(options: InfiniteQueryObserverOptions<TQueryFnData, TError, TData, TQueryKey, TPageParam>): void
  getOptimisticResult(
    options: DefaultedInfiniteQueryObserverOptions<TQueryFnData, TError, TData, TQueryKey, TPageParam>,
  ): InfiniteQueryObserverResult<TData, TError>
  /** Fetches the page after the last one. */
  fetchNextPage(options?: FetchNextPageOptions): Promise<InfiniteQueryObserverResult<TData, TError>>
  /** Fetches the page before the first one. */
  fetchPreviousPage(options?: FetchPreviousPageOptions): Promise<InfiniteQueryObserverResult<TData, TError>>
  protected createResult(
    query: Query<TQueryFnData, TError, InfiniteData<TQueryFnData, TPageParam>, TQueryKey>,
    options: InfiniteQueryObserverOptions<TQueryFnData, TError, TData, TQueryKey, TPageParam>,
  ): InfiniteQueryObserverResult<TData, TError>
}

type CombineFn<TCombinedResult> = (result: Array<QueryObserverResult>) => TCombinedResult

/** How the results of several queries become one. */
export interface QueriesObserverOptions<TCombinedResult = Array<QueryObserverResult>> {
  combine?: CombineFn<TCombinedResult>
}

/** Watches several queries at once. */
export declare class QueriesObserver<TCombinedResult = Array<QueryObserverResult>> extends Subscribable<
  (result: Array<QueryObserverResult>) => void
> {
  constructor(
    client: QueryClient,
    queries: Array<QueryObserverOptions<any, any, any, any, any>>,
    options?: QueriesObserverOptions<TCombinedResult>,
  )
  protected onSubscribe(): void
  protected onUnsubscribe(): void
  destroy(): void
  setQueries(queries: Array<QueryObserverOptions>, options?: QueriesObserverOptions<TCombinedResult>): void
  getCurrentResult(): Array<QueryObserverResult>
  getQueries(): Array<Query>
  getObservers(): Array<QueryObserver>
  /**
   * The results that these queries would give, without setting them; a function that combines results; and one that
   * tracks what is read.
   */
  getOptimisticResult(
    queries: Array<QueryObserverOptions>,
    combine: CombineFn<TCombinedResult> | undefined,
  ): [
    rawResult: Array<QueryObserverResult>,
    combineResult: (r?: Array<QueryObserverResult>) => TCombinedResult,
    trackResult: () => Array<QueryObserverResult>,
  ]
}

/** Sends changes, one mutation for each call of `mutate`, and shows the state of the latest one. */
export declare class MutationObserver<
  TData = unknown,
  TError = DefaultError,
  TVariables = void,
  TOnMutateResult = unknown,
> extends Subscribable<(result: MutationObserverResult<TData, TError, TVariables, TOnMutateResult>) => void> {
  options: MutationObserverOptions<TData, TError, TVariables, TOnMutateResult>
  constructor(client: QueryClient, options: MutationObserverOptions<TData, TError, TVariables, TOnMutateResult>)
  protected bindMethods(): void
  protected onSubscribe(): void
  protected onUnsubscribe(): void
  setOptions(options: MutationObserverOptions<TData, TError, TVariables, TOnMutateResult>): void
  onMutationUpdate(action: MutationAction<TData, TError, TVariables, TOnMutateResult>): void
  getCurrentResult(): MutationObserverResult<TData, TError, TVariables, TOnMutateResult>
  /** Leaves the mutation, which goes on. The result is idle again. */
  reset(): void
  /**
   * Sends a change. What `optimistic` writes down shows before this returns. The promise rejects with the final error,
   * after all callbacks.
   */
  mutate(variables: TVariables, options?: MutateOptions<TData, TError, TVariables, TOnMutateResult>): Promise<TData>
}
