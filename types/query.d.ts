/** @file A query, its state, and the cache that holds them all. */
import type { NotifyEvent } from './base.js'
import { Removable, Subscribable } from './base.js'
import type { QueryClient } from './client.js'
import type { CancelOptions, QueryFilters, SetDataOptions } from './filters.js'
import type { BareKey, DefaultError, QueryKey, QueryMeta, WithRequired } from './keys.js'
import type { QueryObserver } from './observers.js'
import type { QueryOptions, StaleTime } from './query-options.js'
import type { FetchStatus, QueryStatus } from './results.js'

/** All that is known of a query. Counts and times are the confirmed value's; pending changes show in `data` only. */
export interface QueryState<TData = unknown, TError = DefaultError> {
  /** The view: the confirmed value with all pending changes folded over it. */
  data: TData | undefined
  dataUpdateCount: number
  /** Milliseconds since 1970; 0: never. */
  dataUpdatedAt: number
  error: TError | null
  errorUpdateCount: number
  /** Milliseconds since 1970; 0: never. */
  errorUpdatedAt: number
  /** Failed attempts of the present fetch. */
  fetchFailureCount: number
  fetchFailureReason: TError | null
  fetchMeta: FetchMeta | null
  isInvalidated: boolean
  status: QueryStatus
  fetchStatus: FetchStatus
}

/** Which way an infinite query grows. */
export type FetchDirection = 'forward' | 'backward'

export interface FetchMeta {
  fetchMore?: { direction: FetchDirection }
}

export interface FetchOptions<TData = unknown> {
  /** Replace a fetch that runs, where there is data. */
  cancelRefetch?: boolean
  meta?: FetchMeta
  /** Taken for the first attempt, instead of a call of the query function. */
  initialPromise?: Promise<TData>
}

/** One fetch, as a QueryBehavior sees it; `fetchFn` may be replaced. */
export interface FetchContext<TQueryFnData, TError, TData, TQueryKey extends QueryKey = QueryKey> {
  fetchFn: () => unknown | Promise<unknown>
  fetchOptions?: FetchOptions
  signal: AbortSignal
  options: QueryOptions<TQueryFnData, TError, TData, any>
  client: QueryClient
  queryKey: TQueryKey
  state: QueryState<TData, TError>
}

/** Changes how a query is fetched. */
export interface QueryBehavior<
  TQueryFnData = unknown,
  TError = DefaultError,
  TData = TQueryFnData,
  TQueryKey extends QueryKey = QueryKey,
> {
  onFetch: (context: FetchContext<TQueryFnData, TError, TData, TQueryKey>, query: Query) => void
}

/** One change of a query's state. A change by an intent is a `setState`. */
export type QueryAction<TData, TError> =
  | { type: 'fetch'; meta?: FetchMeta }
  | { type: 'success'; data: TData | undefined; dataUpdatedAt?: number; manual?: boolean }
  | { type: 'error'; error: TError }
  | { type: 'failed'; failureCount: number; error: TError }
  | { type: 'invalidate' }
  | { type: 'pause' }
  | { type: 'continue' }
  | { type: 'setState'; state: Partial<QueryState<TData, TError>> }

/** What a query is made of. */
export interface QueryConfig<TQueryFnData, TError, TData, TQueryKey extends QueryKey = QueryKey> {
  client: QueryClient
  queryKey: TQueryKey
  queryHash: string
  options?: QueryOptions<TQueryFnData, TError, TData, TQueryKey>
  defaultOptions?: QueryOptions<TQueryFnData, TError, TData, TQueryKey>
  state?: QueryState<TData, TError>
}

/** The cached data of one key. Apps get and set it through the QueryClient. */
export declare class Query<
  TQueryFnData = unknown,
  TError = DefaultError,
  TData = TQueryFnData,
  TQueryKey extends QueryKey = QueryKey,
> extends Removable {
  queryKey: TQueryKey
  queryHash: string
  options: QueryOptions<TQueryFnData, TError, TData, TQueryKey>
  state: QueryState<TData, TError>
  observers: Array<QueryObserver<any, any, any, any, any>>
  constructor(config: QueryConfig<TQueryFnData, TError, TData, TQueryKey>)
  get meta(): QueryMeta | undefined
  get queryType(): 'infinite' | undefined
  /** The data to come, while a fetch runs or after it. */
  get promise(): Promise<TData> | undefined
  /** The state that `reset` goes back to. */
  get resetState(): QueryState<TData, TError>
  setOptions(options?: QueryOptions<TQueryFnData, TError, TData, TQueryKey>): void
  protected optionalRemove(): void
  /** Sets the confirmed value; gives it as it is kept, shared with the one before. */
  setData(newData: TData, options?: SetDataOptions & { manual: boolean }): TData
  setState(state: Partial<QueryState<TData, TError>>): void
  /** Gives a fetch up; resolves when it is over. */
  cancel(options?: CancelOptions): Promise<void>
  reset(): void
  /** It has an enabled observer. */
  isActive(): boolean
  /** Nothing would fetch it by itself. */
  isDisabled(): boolean
  isFetched(): boolean
  /** One of its observers says `staleTime: 'static'`. */
  isStatic(): boolean
  isStale(): boolean
  /** Stale for data that is good for so many milliseconds; 0 by default. */
  isStaleByTime(staleTime?: StaleTime): boolean
  onFocus(): void
  onOnline(): void
  addObserver(observer: QueryObserver<any, any, any, any, any>): void
  removeObserver(observer: QueryObserver<any, any, any, any, any>): void
  getObserversCount(): number
  invalidate(): void
  /** Fetches, or joins the fetch that runs; rejects with the final error. */
  fetch(
    options?: QueryOptions<TQueryFnData, TError, TData, TQueryKey>,
    fetchOptions?: FetchOptions<TQueryFnData>,
  ): Promise<TData>
}

/** Callbacks for every fetch of every query. */
export interface QueryCacheConfig {
  onError?: (error: DefaultError, query: Query<unknown, unknown, unknown>) => void
  onSuccess?: (data: unknown, query: Query<unknown, unknown, unknown>) => void
  onSettled?: (data: unknown | undefined, error: DefaultError | null, query: Query<unknown, unknown, unknown>) => void
}

interface QueryEvent<TType extends NotifyEvent['type']> extends NotifyEvent {
  type: TType
  query: Query<any, any, any, any>
}

interface QueryObserverEvent<TType extends NotifyEvent['type']> extends QueryEvent<TType> {
  observer: QueryObserver<any, any, any, any, any>
}

/** What a query cache tells its listeners. */
export type QueryCacheNotifyEvent =
  | QueryEvent<'added'>
  | QueryEvent<'removed'>
  | (QueryEvent<'updated'> & { action: QueryAction<any, any> })
  | QueryObserverEvent<'observerAdded'>
  | QueryObserverEvent<'observerRemoved'>
  | QueryEvent<'observerResultsUpdated'>
  | QueryObserverEvent<'observerOptionsUpdated'>

/** All queries of a client, in the order in which they came. */
export declare class QueryCache extends Subscribable<(event: QueryCacheNotifyEvent) => void> {
  config: QueryCacheConfig
  constructor(config?: QueryCacheConfig)
  /** The query of these options, made where there is none yet. */
  build<TQueryFnData = unknown, TError = DefaultError, TData = TQueryFnData, TQueryKey extends QueryKey = QueryKey>(
    client: QueryClient,
    options: WithRequired<QueryOptions<TQueryFnData, TError, TData, TQueryKey>, 'queryKey'>,
    state?: QueryState<TData, TError>,
  ): Query<TQueryFnData, TError, TData, TQueryKey>
  add(query: Query<any, any, any, any>): void
  remove(query: Query<any, any, any, any>): void
  clear(): void
  /** By its hash; undefined where there is none. */
  get<TQueryFnData = unknown, TError = DefaultError, TData = TQueryFnData, TQueryKey extends QueryKey = QueryKey>(
    queryHash: string,
  ): Query<TQueryFnData, TError, TData, TQueryKey> | undefined
  getAll(): Array<Query>
  /** The first that the filters mean. A key is meant exactly unless they say `exact: false`; so is a bare key. */
  find<TQueryFnData = unknown, TError = DefaultError, TData = TQueryFnData>(
    filters: WithRequired<QueryFilters, 'queryKey'> | BareKey,
  ): Query<TQueryFnData, TError, TData> | undefined
  /** All that the filters mean; a bare key is a prefix. */
  findAll(filters?: QueryFilters<any> | BareKey): Array<Query>
  notify(event: QueryCacheNotifyEvent): void
  onFocus(): void
  onOnline(): void
}
