/** @file Observers: what a view stands on. */
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

/** Watches one query: fetches it when it is due while it has listeners, and tells them of each result that differs. */
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
  /** Takes all listeners off and stops. */
  destroy(): void
  /** Other options, and with another key another query. Throws an Error where `enabled` is not a boolean or function. */
  setOptions(options: QueryObserverOptions<TQueryFnData, TError, TData, TQueryData, TQueryKey>): void
  /** The result that these options would show, before they are set. */
  getOptimisticResult(
    options: DefaultedQueryObserverOptions<TQueryFnData, TError, TData, TQueryData, TQueryKey>,
  ): QueryObserverResult<TData, TError>
  getCurrentResult(): QueryObserverResult<TData, TError>
  /** The result, which remembers what is read of it: only changes of that are told afterwards. */
  trackResult(
    result: QueryObserverResult<TData, TError>,
    onPropTracked?: (key: keyof QueryObserverResult) => void,
  ): QueryObserverResult<TData, TError>
  trackProp(key: keyof QueryObserverResult): void
  getCurrentQuery(): Query<TQueryFnData, TError, TQueryData, TQueryKey>
  /** Fetches again. The promise rejects only with `throwOnError: true`. */
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
  /** The results that these queries would show, what combines them, and what tracks their reading. */
  getOptimisticResult(
    queries: Array<QueryObserverOptions>,
    combine: CombineFn<TCombinedResult> | undefined,
  ): [
    rawResult: Array<QueryObserverResult>,
    combineResult: (r?: Array<QueryObserverResult>) => TCombinedResult,
    trackResult: () => Array<QueryObserverResult>,
  ]
}

/** Sends changes, one mutation for each call, and shows the latest of them. */
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
  /** Lets go of the mutation: the result is idle again. The mutation itself goes on. */
  reset(): void
  /** Sends a change. What `optimistic` writes down shows before this returns. Rejects with the final error. */
  mutate(variables: TVariables, options?: MutateOptions<TData, TError, TVariables, TOnMutateResult>): Promise<TData>
}
