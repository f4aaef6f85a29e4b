/** @file A query, its state, and the cache that holds them all. */
import type { NotifyEvent } from './base.js'
import { Removable, Subscribable } from './base.js'
import type { QueryClient } from './client.js'
import type { CancelOptions, QueryFilters, SetDataOptions } from './filters.js'
import type { BareKey, DefaultError, QueryKey, QueryMeta, WithRequired } from './keys.js'
import type { QueryObserver } from './observers.js'
import type { QueryOptions, StaleTime } from './query-options.js'
import type { FetchStatus, QueryStatus } from './results.js'

/** The state of a query. Counts and times are those of the confirmed value. Pending changes show in `data` only. */
export interface QueryState<TData = unknown, TError = DefaultError> {
  /** The view: the confirmed value with all pending changes applied. */
  data: TData | undefined
  /** How often the confirmed data was set. */
  dataUpdateCount: number
  /** When the confirmed data came, in milliseconds since 1970; 0: never. */
  dataUpdatedAt: number
  /** The final error of the last fetch; null if it did not fail. */
  error: TError | null
  /** How many fetches failed so far. */
  errorUpdateCount: number
  /** When the last fetch failed, in milliseconds since 1970; 0: never. */
  errorUpdatedAt: number
  /** The number of failed attempts of the present fetch. */
  fetchFailureCount: number
  fetchFailureReason: TError | null
  fetchMeta: FetchMeta | null
  /** True if the data was marked as stale by hand. */
  isInvalidated: boolean
  status: QueryStatus
  fetchStatus: FetchStatus
}

/** The direction in which an infinite query fetches a page. */
export type FetchDirection = 'forward' | 'backward'

export interface FetchMeta {
  fetchMore?: { direction: FetchDirection }
}

export interface FetchOptions<TData = unknown> {
  /** True: if there is data, a running fetch is cancelled and a new one is sent. */
  cancelRefetch?: boolean
  meta?: FetchMeta
  /** Used as the first attempt, in place of a call of the query function. */
  initialPromise?: Promise<TData>
}

/** One fetch, as a QueryBehavior sees it. The behavior may replace `fetchFn`. */
export interface FetchContext<TQueryFnData, TError, TData, TQueryKey extends QueryKey = QueryKey> {
  fetchFn: () => unknown | Promise<unknown>
  fetchOptions?: FetchOptions
  signal: AbortSignal
  options: QueryOptions<TQueryFnData, TError, TData, any>
  client: QueryClient
  queryKey: TQueryKey
  state: QueryState<TData, TError>
}

/** Changes how a query is fetched. Infinite queries are made with it. */
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

/** The parts of a query. */
export interface QueryConfig<TQueryFnData, TError, TData, TQueryKey extends QueryKey = QueryKey> {
  client: QueryClient
  queryKey: TQueryKey
  queryHash: string
  options?: QueryOptions<TQueryFnData, TError, TData, TQueryKey>
  defaultOptions?: QueryOptions<TQueryFnData, TError, TData, TQueryKey>
  state?: QueryState<TData, TError>
}

/** The cached data of one key. Apps read and write it through the QueryClient. */
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
  /** The promise of the present or last fetch. */
  get promise(): Promise<TData> | undefined
  /** The state that `reset` returns to. */
  get resetState(): QueryState<TData, TError>
  setOptions(options?: QueryOptions<TQueryFnData, TError, TData, TQueryKey>): void
  protected optionalRemove(): void
  /** Sets the confirmed value. Returns it as it is kept, shared with the value before. */
  setData(newData: TData, options?: SetDataOptions & { manual: boolean }): TData
  /** Sets members of the state. `data` counts as a value that another tab sent. */
  setState(state: Partial<QueryState<TData, TError>>): void
  /** Cancels the fetch. The promise resolves when the fetch has ended. */
  cancel(options?: CancelOptions): Promise<void>
  /** Returns to the first state. */
  reset(): void
  /** True if it has an enabled observer. */
  isActive(): boolean
  /** True if nothing would fetch it by itself. */
  isDisabled(): boolean
  /** True if it was fetched or set at least once, or failed. */
  isFetched(): boolean
  /** True if an observer says `staleTime: 'static'`. */
  isStatic(): boolean
  /**
   * True if the data is stale for one of its observers; without observers, if there is no data or it is invalidated.
   */
  isStale(): boolean
  /** True if the data is older than so many milliseconds, or invalidated, or absent; 0 by default. */
  isStaleByTime(staleTime?: StaleTime): boolean
  onFocus(): void
  onOnline(): void
  addObserver(observer: QueryObserver<any, any, any, any, any>): void
  removeObserver(observer: QueryObserver<any, any, any, any, any>): void
  getObserversCount(): number
  /** Marks the data as stale. Fetches nothing. */
  invalidate(): void
  /** Fetches the data, or joins the running fetch. The promise rejects with the final error. */
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

/** The events of a query cache. */
export type QueryCacheNotifyEvent =
  | QueryEvent<'added'>
  | QueryEvent<'removed'>
  | (QueryEvent<'updated'> & { action: QueryAction<any, any> })
  | QueryObserverEvent<'observerAdded'>
  | QueryObserverEvent<'observerRemoved'>
  | QueryEvent<'observerResultsUpdated'>
  | QueryObserverEvent<'observerOptionsUpdated'>

/** All queries of a client, oldest first. */
export declare class QueryCache extends Subscribable<(event: QueryCacheNotifyEvent) => void> {
  config: QueryCacheConfig
  constructor(config?: QueryCacheConfig)
  /** The query of these options. If there is none, it is created and added. */
  build<TQueryFnData = unknown, TError = DefaultError, TData = TQueryFnData, TQueryKey extends QueryKey = QueryKey>(
    client: QueryClient,
    options: WithRequired<QueryOptions<TQueryFnData, TError, TData, TQueryKey>, 'queryKey'>,
    state?: QueryState<TData, TError>,
  ): Query<TQueryFnData, TError, TData, TQueryKey>
  add(query: Query<any, any, any, any>): void
  /** Removes the query, and cancels its fetch in silence. */
  remove(query: Query<any, any, any, any>): void
  clear(): void
  /** The query with this hash; undefined if there is none. */
  get<TQueryFnData = unknown, TError = DefaultError, TData = TQueryFnData, TQueryKey extends QueryKey = QueryKey>(
    queryHash: string,
  ): Query<TQueryFnData, TError, TData, TQueryKey> | undefined
  getAll(): Array<Query>
  /**
   * The first query that matches the filters. The key, or a bare key, is matched exactly unless they say `exact:
   * false`.
   */
  find<TQueryFnData = unknown, TError = DefaultError, TData = TQueryFnData>(
    filters: WithRequired<QueryFilters, 'queryKey'> | BareKey,
  ): Query<TQueryFnData, TError, TData> | undefined
  /** All queries that match the filters. A bare key is a prefix. */
  findAll(filters?: QueryFilters<any> | BareKey): Array<Query>
  notify(event: QueryCacheNotifyEvent): void
  onFocus(): void
  onOnline(): void
}
