/** @file The options of a query: how its data is fetched, how long it is fresh, and when it is fetched again. */
import type { QueryClient } from './client.js'
import type { VersionRule } from './intent.js'
import type { DefaultError, NonFunctionGuard, QueryKey, QueryMeta, WithRequired } from './keys.js'
import type { FetchDirection, Query, QueryBehavior } from './query.js'
import type { InfiniteQueryObserverResult } from './results.js'

/** In the place of `queryFn`: there is nothing to fetch yet. The query is then disabled. */
export declare const skipToken: unique symbol
export type SkipToken = typeof skipToken

/**
 * If a fetch waits for the network. `'online'` waits, `'always'` never does, `'offlineFirst'` tries once and then
 * waits.
 */
export type NetworkMode = 'online' | 'always' | 'offlineFirst'

/** How often a failed fetch is tried again. True: without end. A function is called after each failure. */
export type RetryValue<TError> = boolean | number | ((failureCount: number, error: TError) => boolean)

/** Milliseconds before the next attempt. `failureCount` is 0 after the first failure. */
export type RetryDelayValue<TError> = number | ((failureCount: number, error: TError) => number)

/**
 * The argument of a query function. For an infinite query it also says which page to fetch. `signal` is aborted when
 * the fetch is cancelled. If the function reads `signal`, the fetch is cancelled when the last observer leaves.
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

/** Fetches the data. If it throws or rejects, that is the error of the query. Undefined is refused as data. */
export type QueryFunction<T = unknown, TQueryKey extends QueryKey = QueryKey, TPageParam = never> = (
  context: QueryFunctionContext<TQueryKey, TPageParam>,
) => T | Promise<T>

/** Runs in the place of the query function. It may read from storage, call `queryFn`, and store what that returned. */
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

/** Milliseconds for which data is fresh. Infinity: until it is invalidated. `'static'`: for ever. */
export type StaleTime = number | 'static'

export type StaleTimeFunction<
  TQueryFnData = unknown,
  TError = DefaultError,
  TData = TQueryFnData,
  TQueryKey extends QueryKey = QueryKey,
> = StaleTime | ((query: Query<TQueryFnData, TError, TData, TQueryKey>) => StaleTime)

/** True, false, or a function that is called each time. */
export type QueryBooleanOption<
  TQueryFnData = unknown,
  TError = DefaultError,
  TData = TQueryFnData,
  TQueryKey extends QueryKey = QueryKey,
> = boolean | ((query: Query<TQueryFnData, TError, TData, TQueryKey>) => boolean)

/** Returns the first data of a query, or undefined if there is none. */
export type InitialDataFunction<T> = () => T | undefined

/** Returns what is shown while there is no data. It is never cached. */
export type PlaceholderDataFunction<
  TQueryFnData = unknown,
  TError = DefaultError,
  TQueryData = TQueryFnData,
  TQueryKey extends QueryKey = QueryKey,
> = (
  previousData: TQueryData | undefined,
  previousQuery: Query<TQueryFnData, TError, TQueryData, TQueryKey> | undefined,
) => TQueryData | undefined

/** As PlaceholderDataFunction, for several queries at once. There is no previous query then. */
export type QueriesPlaceholderDataFunction<TQueryData> = (
  previousData: undefined,
  previousQuery: undefined,
) => TQueryData | undefined

/** Makes the hash of a key. */
export type QueryKeyHashFunction<TQueryKey extends QueryKey> = (queryKey: TQueryKey) => string

/** Returns the parameter of the next page. Undefined or null: there is no next page. */
export type GetNextPageParamFunction<TPageParam, TQueryFnData = unknown> = (
  lastPage: TQueryFnData,
  allPages: Array<TQueryFnData>,
  lastPageParam: TPageParam,
  allPageParams: Array<TPageParam>,
) => TPageParam | undefined | null

/** Returns the parameter of the previous page. Undefined or null: there is no previous page. */
export type GetPreviousPageParamFunction<TPageParam, TQueryFnData = unknown> = (
  firstPage: TQueryFnData,
  allPages: Array<TQueryFnData>,
  firstPageParam: TPageParam,
  allPageParams: Array<TPageParam>,
) => TPageParam | undefined | null

/** The data of an infinite query: its pages in order, and the parameter of each. */
export interface InfiniteData<TData, TPageParam = unknown> {
  pages: Array<TData>
  pageParams: Array<TPageParam>
}

/**
 * The members of a result whose change calls the listeners. `'all'`: every member. Undefined: the members that were
 * read.
 */
export type NotifyOnChangeProps =
  | Array<keyof InfiniteQueryObserverResult>
  | 'all'
  | undefined
  | (() => Array<keyof InfiniteQueryObserverResult> | 'all' | undefined)

/** If adapters throw a failure while rendering, in place of returning it. */
export type ThrowOnError<TQueryFnData, TError, TQueryData, TQueryKey extends QueryKey> =
  boolean | ((error: TError, query: Query<TQueryFnData, TError, TQueryData, TQueryKey>) => boolean)

/**
 * How records are found in the data of a query. With the feature `records` also: which type they have, and which of them
 * belong to the list.
 */
export interface RecordsOption {
  /** The name of the field that holds a record's id; `id` by default. Ids are equal if their texts are equal. */
  id?: string
  /**
   * The name of the field that holds the list of records, or the path to it: `'items'`, `'data.items'`. By default the
   * list is the data itself, or its field `docs`. An infinite query has a list in each of its pages.
   */
  list?: string
  /**
   * The type of the records, by which `intent.record` and `client.receive` know them. Needs the feature `records`, like
   * all members below.
   */
  of?: string
  /**
   * Which records belong to the list: a condition of Payload's REST API (`{ status: { equals: 'open' } }`), or a function.
   * By default it is the `where` of an object in the query's key. A list without one has all records.
   */
  where?: object | ((record: any, around: any) => boolean)
  /**
   * The order of the list: `'-createdAt'`, `'status,-total'`, a list of such fields, or a function as `Array.sort` takes
   * it. By default it is the `sort` of an object in the query's key.
   */
  sort?: string | string[] | ((a: any, b: any) => number)
  /** How many records a page has at most. By default it is the `limit` of an object in the query's key. */
  limit?: number
  /** The path to the number of all records: `'stats.open'`. `'totalDocs'` by default. */
  count?: string
  /** If the list has no order, new records come to its start, or to its end, the default. */
  add?: 'start' | 'end'
  /** Of nested records: the field that holds the id of the record around them. */
  parent?: string
  /** Records inside each record: `[{ of: 'comment', list: 'comments', parent: 'post' }]`. */
  nested?: RecordsOption[]
}

/** The options of a query itself. All times are milliseconds. */
export interface QueryOptions<
  TQueryFnData = unknown,
  TError = DefaultError,
  TData = TQueryFnData,
  TQueryKey extends QueryKey = QueryKey,
  TPageParam = never,
> {
  /**
   * How often a failed fetch is tried again: by default 3 times for observers, 0 on a server, 0 for `fetchQuery` and
   * `query`.
   */
  retry?: RetryValue<TError>
  /** The time before each retry. By default 1000, doubled with each failure, at most 30000. */
  retryDelay?: RetryDelayValue<TError>
  /** If fetches wait for the network. `'online'` by default, or `'offlineFirst'` if there is a persister. */
  networkMode?: NetworkMode
  /**
   * How long the query is kept without observers: 300000 by default, Infinity on a server. The longest time of all
   * options counts.
   */
  gcTime?: number
  /** Fetches the data. A fetch without it fails. */
  queryFn?: QueryFunction<TQueryFnData, TQueryKey, TPageParam> | SkipToken
  /** Runs in the place of `queryFn`. */
  persister?: QueryPersister<TQueryFnData, NoInfer<TQueryKey>, TPageParam>
  /** The hash under which the query is cached. By default it is made of the key. */
  queryHash?: string
  queryKey?: TQueryKey
  queryKeyHashFn?: QueryKeyHashFunction<TQueryKey>
  /** Data for a query that has none. It is cached as if it had been fetched. */
  initialData?: TData | InitialDataFunction<TData>
  /** The time from which the initial data counts as fresh, in milliseconds since 1970; now by default. */
  initialDataUpdatedAt?: number | (() => number | undefined)
  behavior?: QueryBehavior<TQueryFnData, TError, TData, TQueryKey>
  /**
   * Says if a fetched value contains a change that was in flight at the same time, for records that have a version:
   * `byVersion('updatedAt')`. Without it such a value waits for the change, unless the change may be done twice.
   */
  version?: VersionRule
  /**
   * How records are found in the data. Set it if the id of a record is not called `id`, or if the list is neither the
   * data nor its `docs`. With the feature `records` also: which type they have, and which of them belong to the list.
   */
  records?: RecordsOption
  /** True, the default: parts that did not change keep their identity. A function does the sharing itself. */
  structuralSharing?: boolean | ((oldData: unknown | undefined, newData: unknown) => unknown)
  /** Data of the app. */
  meta?: QueryMeta
  /** The number of pages that an infinite query keeps; all by default. */
  maxPages?: number
  /** Set by the engine: the defaults are filled in. */
  _defaulted?: boolean
  /** Set by the engine. */
  _type?: 'infinite'
}

/** The parameter of the first page. */
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

/** The options of an observer: those of its query, when it fetches again, and what it shows. */
export interface QueryObserverOptions<
  TQueryFnData = unknown,
  TError = DefaultError,
  TData = TQueryFnData,
  TQueryData = TQueryFnData,
  TQueryKey extends QueryKey = QueryKey,
  TPageParam = never,
> extends WithRequired<QueryOptions<TQueryFnData, TError, TQueryData, TQueryKey, TPageParam>, 'queryKey'> {
  /** False: the observer fetches nothing by itself; true by default. */
  enabled?: QueryBooleanOption<TQueryFnData, TError, TQueryData, TQueryKey>
  /** How long data is fresh. By default 0: it is stale at once. */
  staleTime?: StaleTimeFunction<TQueryFnData, TError, TQueryData, TQueryKey>
  /** The time between two fetches; off by default. */
  refetchInterval?:
    number | false | ((query: Query<TQueryFnData, TError, TQueryData, TQueryKey>) => number | false | undefined)
  /** True: the interval goes on while the page is hidden; false by default. */
  refetchIntervalInBackground?: boolean
  /** If the window's focus fetches the query. True, the default: if it is stale. `'always'`: in any case. */
  refetchOnWindowFocus?:
    boolean | 'always' | ((query: Query<TQueryFnData, TError, TQueryData, TQueryKey>) => boolean | 'always')
  /**
   * If the network's return fetches the query, as for the focus. True by default, unless `networkMode` is `'always'`.
   */
  refetchOnReconnect?:
    boolean | 'always' | ((query: Query<TQueryFnData, TError, TQueryData, TQueryKey>) => boolean | 'always')
  /** If a new observer fetches the query, as for the focus; true by default. */
  refetchOnMount?:
    boolean | 'always' | ((query: Query<TQueryFnData, TError, TQueryData, TQueryKey>) => boolean | 'always')
  /** True, the default: a new observer fetches a query that failed and has no data. */
  retryOnMount?: QueryBooleanOption<TQueryFnData, TError, TQueryData, TQueryKey>
  notifyOnChangeProps?: NotifyOnChangeProps
  /** True: adapters throw a failure while rendering; false by default. */
  throwOnError?: ThrowOnError<TQueryFnData, TError, TQueryData, TQueryKey>
  /**
   * Makes what the observer shows from the data. It runs again only if the data or the function changes. If it throws,
   * that is the error of the result.
   */
  select?: (data: TQueryData) => TData
  /** Set by adapters: the component suspends while there is no data. */
  suspense?: boolean
  /** Shown while there is no data. It is never cached. */
  placeholderData?:
    | NonFunctionGuard<TQueryData>
    | PlaceholderDataFunction<NonFunctionGuard<TQueryData>, TError, NonFunctionGuard<TQueryData>, TQueryKey>
  /** Set by adapters: the result shows a fetch before it begins. */
  _optimisticResults?: 'optimistic' | 'isRestoring'
}

/** The options of an observer with the defaults filled in. */
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

/** The options of an infinite query's observer with the defaults filled in. */
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
  /** Makes what the call returns from the data. */
  select?: (data: TQueryData) => TData
  /** The call returns data that is younger than this without a fetch; 0 by default. */
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
  /** The call returns data that is younger than this without a fetch; 0 by default. */
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
  /** True: stale data is returned at once, and fetched afterwards; false by default. */
  revalidateIfStale?: boolean
}

/** The parameter of the first page, the function for the next ones, and the number of pages to fetch. */
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
  /** True: stale data is returned at once, and fetched afterwards; false by default. */
  revalidateIfStale?: boolean
}
