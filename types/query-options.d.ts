/** @file What a query is told: where its data comes from, how long it is good, when it is fetched again. */
import type { QueryClient } from './client.js'
import type { VersionRule } from './intent.js'
import type { DefaultError, NonFunctionGuard, QueryKey, QueryMeta, WithRequired } from './keys.js'
import type { FetchDirection, Query, QueryBehavior } from './query.js'
import type { InfiniteQueryObserverResult } from './results.js'

/** As `queryFn`: there is nothing to fetch yet. The query is disabled then. */
export declare const skipToken: unique symbol
export type SkipToken = typeof skipToken

/** Whether a fetch waits for the network: `'online'` waits, `'always'` never does, `'offlineFirst'` tries once first. */
export type NetworkMode = 'online' | 'always' | 'offlineFirst'

/** The number of attempts after the first failed one; true: without end; or a function asked after each failure. */
export type RetryValue<TError> = boolean | number | ((failureCount: number, error: TError) => boolean)

/** Milliseconds before the next attempt. `failureCount` is 0 after the first failure. */
export type RetryDelayValue<TError> = number | ((failureCount: number, error: TError) => number)

/**
 * What a query function is given; that of an infinite query also which page to bring. `signal` is aborted when the fetch
 * is cancelled; a fetch whose function reads it is cancelled when the last observer leaves.
 */
export type QueryFunctionContext<TQueryKey extends QueryKey = QueryKey, TPageParam = never> = [TPageParam] extends [
  never,
]
  ? {
      client: QueryClient
      queryKey: TQueryKey
      signal: AbortSignal
      meta: QueryMeta | undefined
      pageParam?: unknown
      direction?: unknown
    }
  : {
      client: QueryClient
      queryKey: TQueryKey
      signal: AbortSignal
      meta: QueryMeta | undefined
      pageParam: TPageParam
      direction: FetchDirection
    }

/** Brings the data. What it throws or rejects with is the query's error; undefined is refused as data. */
export type QueryFunction<T = unknown, TQueryKey extends QueryKey = QueryKey, TPageParam = never> = (
  context: QueryFunctionContext<TQueryKey, TPageParam>,
) => T | Promise<T>

/** Runs in the place of the query function: reads from storage, calls `queryFn`, writes what it brought. */
export type QueryPersister<T = unknown, TQueryKey extends QueryKey = QueryKey, TPageParam = never> = [
  TPageParam,
] extends [never]
  ? (
      queryFn: QueryFunction<T, TQueryKey, never>,
      context: QueryFunctionContext<TQueryKey>,
      query: Query,
    ) => T | Promise<T>
  : (
      queryFn: QueryFunction<T, TQueryKey, TPageParam>,
      context: QueryFunctionContext<TQueryKey>,
      query: Query,
    ) => T | Promise<T>

/** Milliseconds for which data is fresh; Infinity: until it is invalidated; `'static'`: for ever. */
export type StaleTime = number | 'static'

export type StaleTimeFunction<
  TQueryFnData = unknown,
  TError = DefaultError,
  TData = TQueryFnData,
  TQueryKey extends QueryKey = QueryKey,
> = StaleTime | ((query: Query<TQueryFnData, TError, TData, TQueryKey>) => StaleTime)

/** True, false, or a function that is asked each time. */
export type QueryBooleanOption<
  TQueryFnData = unknown,
  TError = DefaultError,
  TData = TQueryFnData,
  TQueryKey extends QueryKey = QueryKey,
> = boolean | ((query: Query<TQueryFnData, TError, TData, TQueryKey>) => boolean)

/** Gives the first data of a query; undefined: there is none. */
export type InitialDataFunction<T> = () => T | undefined

/** Gives what is shown while there is no data yet; it is never cached. */
export type PlaceholderDataFunction<
  TQueryFnData = unknown,
  TError = DefaultError,
  TQueryData = TQueryFnData,
  TQueryKey extends QueryKey = QueryKey,
> = (
  previousData: TQueryData | undefined,
  previousQuery: Query<TQueryFnData, TError, TQueryData, TQueryKey> | undefined,
) => TQueryData | undefined

/** As PlaceholderDataFunction, for several queries at once, which know no query before. */
export type QueriesPlaceholderDataFunction<TQueryData> = (
  previousData: undefined,
  previousQuery: undefined,
) => TQueryData | undefined

/** The text by which a key is filed. */
export type QueryKeyHashFunction<TQueryKey extends QueryKey> = (queryKey: TQueryKey) => string

/** What is asked of the server for the next page; undefined or null: there is none. */
export type GetNextPageParamFunction<TPageParam, TQueryFnData = unknown> = (
  lastPage: TQueryFnData,
  allPages: Array<TQueryFnData>,
  lastPageParam: TPageParam,
  allPageParams: Array<TPageParam>,
) => TPageParam | undefined | null

/** What is asked of the server for the page before; undefined or null: there is none. */
export type GetPreviousPageParamFunction<TPageParam, TQueryFnData = unknown> = (
  firstPage: TQueryFnData,
  allPages: Array<TQueryFnData>,
  firstPageParam: TPageParam,
  allPageParams: Array<TPageParam>,
) => TPageParam | undefined | null

/** The data of an infinite query: its pages in order, and what each was asked with. */
export interface InfiniteData<TData, TPageParam = unknown> {
  pages: Array<TData>
  pageParams: Array<TPageParam>
}

/** The members of a result whose change is told; `'all'`; undefined: those that were read. */
export type NotifyOnChangeProps =
  | Array<keyof InfiniteQueryObserverResult>
  | 'all'
  | undefined
  | (() => Array<keyof InfiniteQueryObserverResult> | 'all' | undefined)

/** Whether a failure is thrown while rendering, rather than returned. */
export type ThrowOnError<TQueryFnData, TError, TQueryData, TQueryKey extends QueryKey> =
  boolean | ((error: TError, query: Query<TQueryFnData, TError, TQueryData, TQueryKey>) => boolean)

/** How the records in the data of a query are found. */
export interface RecordsOption {
  /** The name of the field that holds a record's id; `id` by default. Ids are equal if their texts are. */
  id?: string
  /**
   * The name of the field that holds the list of records, or the way to it: `'items'`, `'data.items'`. By default the data is
   * the list, or its field `docs` is; an infinite query has one in each of its pages.
   */
  list?: string
}

/** The options of a query itself. All times are milliseconds. */
export interface QueryOptions<
  TQueryFnData = unknown,
  TError = DefaultError,
  TData = TQueryFnData,
  TQueryKey extends QueryKey = QueryKey,
  TPageParam = never,
> {
  /** 3 by default, 0 on a server; false for `fetchQuery` and `query`. */
  retry?: RetryValue<TError>
  /** 1000, doubled with each failure, 30000 at most, by default. */
  retryDelay?: RetryDelayValue<TError>
  /** `'online'` by default; `'offlineFirst'` where a persister is set. */
  networkMode?: NetworkMode
  /** How long the query is kept without observers; 300000 by default, Infinity on a server. The longest asked for holds. */
  gcTime?: number
  queryFn?: QueryFunction<TQueryFnData, TQueryKey, TPageParam> | SkipToken
  persister?: QueryPersister<TQueryFnData, NoInfer<TQueryKey>, TPageParam>
  /** The text by which the query is filed; made of the key where absent. */
  queryHash?: string
  queryKey?: TQueryKey
  queryKeyHashFn?: QueryKeyHashFunction<TQueryKey>
  /** Data of a query that has none, cached as if fetched. */
  initialData?: TData | InitialDataFunction<TData>
  /** When the initial data was right, in milliseconds since 1970; now by default. */
  initialDataUpdatedAt?: number | (() => number | undefined)
  behavior?: QueryBehavior<TQueryFnData, TError, TData, TQueryKey>
  /**
   * Says whether a fetched value holds a change that was under way meanwhile, where the records carry a version:
   * `byVersion('updatedAt')`. Without it such a value waits, unless the change may be done twice.
   */
  version?: VersionRule
  /** How the records in the data are found, if their id is no `id`, or their list is neither the data nor its `docs`. */
  records?: RecordsOption
  /** Keep the identity of what did not change; true by default. A function does the sharing itself. */
  structuralSharing?: boolean | ((oldData: unknown | undefined, newData: unknown) => unknown)
  meta?: QueryMeta
  /** How many pages an infinite query keeps; all by default. */
  maxPages?: number
  /** Set by the engine: the defaults are in. */
  _defaulted?: boolean
  /** Set by the engine. */
  _type?: 'infinite'
}

/** What the first page is asked with. */
export interface InitialPageParam<TPageParam = unknown> {
  initialPageParam: TPageParam
}

/** How the pages of an infinite query follow each other. */
export interface InfiniteQueryPageParamsOptions<
  TQueryFnData = unknown,
  TPageParam = unknown,
> extends InitialPageParam<TPageParam> {
  getPreviousPageParam?: GetPreviousPageParamFunction<TPageParam, TQueryFnData>
  getNextPageParam: GetNextPageParamFunction<TPageParam, TQueryFnData>
}

/** The options of an observer: those of its query, and when it looks again and what it shows. */
export interface QueryObserverOptions<
  TQueryFnData = unknown,
  TError = DefaultError,
  TData = TQueryFnData,
  TQueryData = TQueryFnData,
  TQueryKey extends QueryKey = QueryKey,
  TPageParam = never,
> extends WithRequired<QueryOptions<TQueryFnData, TError, TQueryData, TQueryKey, TPageParam>, 'queryKey'> {
  /** False: nothing is fetched by itself; true by default. */
  enabled?: QueryBooleanOption<TQueryFnData, TError, TQueryData, TQueryKey>
  /** 0 by default: stale at once. */
  staleTime?: StaleTimeFunction<TQueryFnData, TError, TQueryData, TQueryKey>
  /** Fetches again each so many milliseconds; off by default. */
  refetchInterval?:
    number | false | ((query: Query<TQueryFnData, TError, TQueryData, TQueryKey>) => number | false | undefined)
  /** The interval goes on while the page is hidden; false by default. */
  refetchIntervalInBackground?: boolean
  /** True by default: when stale. `'always'`: also when fresh. */
  refetchOnWindowFocus?:
    boolean | 'always' | ((query: Query<TQueryFnData, TError, TQueryData, TQueryKey>) => boolean | 'always')
  /** True by default, but for `networkMode: 'always'`. */
  refetchOnReconnect?:
    boolean | 'always' | ((query: Query<TQueryFnData, TError, TQueryData, TQueryKey>) => boolean | 'always')
  /** True by default. */
  refetchOnMount?:
    boolean | 'always' | ((query: Query<TQueryFnData, TError, TQueryData, TQueryKey>) => boolean | 'always')
  /** A query that failed and has no data is tried again by a new observer; true by default. */
  retryOnMount?: QueryBooleanOption<TQueryFnData, TError, TQueryData, TQueryKey>
  notifyOnChangeProps?: NotifyOnChangeProps
  /** False by default. */
  throwOnError?: ThrowOnError<TQueryFnData, TError, TQueryData, TQueryKey>
  /** What the observer shows of the data; run again only when the data or the function changes. What it throws is the result's error. */
  select?: (data: TQueryData) => TData
  suspense?: boolean
  placeholderData?:
    | NonFunctionGuard<TQueryData>
    | PlaceholderDataFunction<NonFunctionGuard<TQueryData>, TError, NonFunctionGuard<TQueryData>, TQueryKey>
  /** Set by adapters: show a fetch as begun before it is. */
  _optimisticResults?: 'optimistic' | 'isRestoring'
}

/** An observer's options with the defaults in. */
export type DefaultedQueryObserverOptions<
  TQueryFnData = unknown,
  TError = DefaultError,
  TData = TQueryFnData,
  TQueryData = TQueryFnData,
  TQueryKey extends QueryKey = QueryKey,
> = WithRequired<
  QueryObserverOptions<TQueryFnData, TError, TData, TQueryData, TQueryKey>,
  'throwOnError' | 'refetchOnReconnect' | 'queryHash'
>

/** The options of an infinite query's observer. */
export interface InfiniteQueryObserverOptions<
  TQueryFnData = unknown,
  TError = DefaultError,
  TData = TQueryFnData,
  TQueryKey extends QueryKey = QueryKey,
  TPageParam = unknown,
>
  extends
    QueryObserverOptions<TQueryFnData, TError, TData, InfiniteData<TQueryFnData, TPageParam>, TQueryKey, TPageParam>,
    InfiniteQueryPageParamsOptions<TQueryFnData, TPageParam> {}

/** The same with the defaults in. */
export type DefaultedInfiniteQueryObserverOptions<
  TQueryFnData = unknown,
  TError = DefaultError,
  TData = TQueryFnData,
  TQueryKey extends QueryKey = QueryKey,
  TPageParam = unknown,
> = WithRequired<
  InfiniteQueryObserverOptions<TQueryFnData, TError, TData, TQueryKey, TPageParam>,
  'throwOnError' | 'refetchOnReconnect' | 'queryHash'
>

/** The options of `QueryClient.query`. */
export interface QueryExecuteOptions<
  TQueryFnData = unknown,
  TError = DefaultError,
  TData = TQueryFnData,
  TQueryData = TQueryFnData,
  TQueryKey extends QueryKey = QueryKey,
  TPageParam = never,
> extends WithRequired<QueryOptions<TQueryFnData, TError, TQueryData, TQueryKey, TPageParam>, 'queryKey'> {
  initialPageParam?: never
  /** What the call gives of the data. */
  select?: (data: TQueryData) => TData
  /** Data younger than this is given without a fetch; 0 by default. */
  staleTime?: StaleTimeFunction<TQueryFnData, TError, TQueryData, TQueryKey>
}

/** The options of `QueryClient.fetchQuery` and `prefetchQuery`. */
export interface FetchQueryOptions<
  TQueryFnData = unknown,
  TError = DefaultError,
  TData = TQueryFnData,
  TQueryKey extends QueryKey = QueryKey,
  TPageParam = never,
> extends WithRequired<QueryOptions<TQueryFnData, TError, TData, TQueryKey, TPageParam>, 'queryKey'> {
  initialPageParam?: never
  /** Data younger than this is given without a fetch; 0 by default. */
  staleTime?: StaleTimeFunction<TQueryFnData, TError, TData, TQueryKey>
}

/** The options of `QueryClient.ensureQueryData`. */
export interface EnsureQueryDataOptions<
  TQueryFnData = unknown,
  TError = DefaultError,
  TData = TQueryFnData,
  TQueryKey extends QueryKey = QueryKey,
  TPageParam = never,
> extends FetchQueryOptions<TQueryFnData, TError, TData, TQueryKey, TPageParam> {
  /** Stale data is given at once and fetched behind; false by default. */
  revalidateIfStale?: boolean
}

/** What the first page is asked with, what follows a page, and how many pages are fetched at once. */
type InfiniteQueryPages<TQueryFnData, TPageParam> = Pick<
  InfiniteQueryPageParamsOptions<TQueryFnData, TPageParam>,
  'initialPageParam' | 'getNextPageParam'
> & { pages?: number }

/** The options of `QueryClient.infiniteQuery`. */
export type InfiniteQueryExecuteOptions<
  TQueryFnData = unknown,
  TError = DefaultError,
  TData = InfiniteData<TQueryFnData>,
  TQueryKey extends QueryKey = QueryKey,
  TPageParam = unknown,
> = Omit<
  QueryExecuteOptions<TQueryFnData, TError, TData, InfiniteData<TQueryFnData, TPageParam>, TQueryKey, TPageParam>,
  'initialPageParam'
> &
  InfiniteQueryPages<TQueryFnData, TPageParam>

/** The options of `QueryClient.fetchInfiniteQuery` and `prefetchInfiniteQuery`. */
export type FetchInfiniteQueryOptions<
  TQueryFnData = unknown,
  TError = DefaultError,
  TData = TQueryFnData,
  TQueryKey extends QueryKey = QueryKey,
  TPageParam = unknown,
> = Omit<
  FetchQueryOptions<TQueryFnData, TError, InfiniteData<TData, TPageParam>, TQueryKey, TPageParam>,
  'initialPageParam'
> &
  InfiniteQueryPages<TQueryFnData, TPageParam>

/** The options of `QueryClient.ensureInfiniteQueryData`. */
export type EnsureInfiniteQueryDataOptions<
  TQueryFnData = unknown,
  TError = DefaultError,
  TData = TQueryFnData,
  TQueryKey extends QueryKey = QueryKey,
  TPageParam = unknown,
> = FetchInfiniteQueryOptions<TQueryFnData, TError, TData, TQueryKey, TPageParam> & {
  /** Stale data is given at once and fetched behind; false by default. */
  revalidateIfStale?: boolean
}
