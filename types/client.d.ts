/** @file The client: the entry to the cache. */
import type {
  CancelOptions,
  InvalidateOptions,
  InvalidateQueryFilters,
  MutationFilters,
  QueryFilters,
  RefetchOptions,
  RefetchQueryFilters,
  ResetOptions,
  SetDataOptions,
  Updater,
} from './filters.js'
import type { DehydrateOptions, HydrateOptions } from './hydration.js'
import type {
  BareKey,
  DefaultError,
  InferDataFromTag,
  InferErrorFromTag,
  MutationKey,
  OmitKeyof,
  QueryKey,
} from './keys.js'
import type { MutationCache } from './mutation.js'
import type { MutationObserverOptions, MutationOptions } from './mutation-options.js'
import type { QueryCache, QueryState } from './query.js'
import type {
  DefaultedQueryObserverOptions,
  EnsureInfiniteQueryDataOptions,
  EnsureQueryDataOptions,
  FetchInfiniteQueryOptions,
  FetchQueryOptions,
  InfiniteData,
  InfiniteQueryExecuteOptions,
  QueryExecuteOptions,
  QueryObserverOptions,
} from './query-options.js'

/** Options that apply if a call, or the defaults of its key, say nothing else. */
export interface DefaultOptions<TError = DefaultError> {
  queries?: OmitKeyof<QueryObserverOptions<unknown, TError>, 'suspense' | 'queryKey'>
  mutations?: MutationObserverOptions<unknown, TError, unknown, unknown>
  hydrate?: HydrateOptions['defaultOptions']
  dehydrate?: DehydrateOptions
}

/** The parts of a client. If a cache is left out, the client makes a new one. */
export interface QueryClientConfig {
  queryCache?: QueryCache
  mutationCache?: MutationCache
  defaultOptions?: DefaultOptions
  /**
   * What Sanguine makes of the pattern of TanStack Query's guide: `setQueryData` in `onMutate`, and a snapshot that
   * `onError` puts back.
   *
   * - `'rollback'`, the default: a snapshot that is put back removes the mutation's own writes. The writes of others
   *   stay.
   * - `'intents'`: the same, and a write of `onMutate` stays on screen until its mutation settles, even if a fetch
   *   lands.
   * - `'plain'`: the snapshot is written as a value, as query-core does it.
   */
  onMutateWrites?: 'rollback' | 'intents' | 'plain'
  /** What the client can do besides. An option or a call that needs a feature is an error on a client without it. */
  features?: ReadonlyArray<Feature>
}

/** A part of the engine that only some pages need. A module of the package exports it: `records` of `sanguine/records`. */
export type Feature = (client: QueryClient) => void

/**
 * Reads, writes, fetches and invalidates data by key. A method that takes filters also takes a bare key, which means
 * every query whose key begins with it. A method that takes a key means exactly that key.
 */
export declare class QueryClient {
  constructor(config?: QueryClientConfig)

  /** Starts to follow the window's focus and the network. Calls are counted: each `mount` needs an `unmount`. */
  mount(): void
  unmount(): void

  /** The number of queries that are fetching, of those that the filters match. */
  isFetching(filters?: Omit<QueryFilters, 'fetchStatus'> | BareKey): number
  /** The number of mutations that are pending, of those that the filters match. */
  isMutating<TMutationFilters extends MutationFilters<any, any> = MutationFilters<any, any>>(
    filters?: NoInfer<Omit<TMutationFilters, 'status'>>,
  ): number

  /** The view of exactly this key: its data with all pending changes. Undefined if the query has no data. */
  getQueryData<
    TQueryFnData = unknown,
    TTaggedQueryKey extends QueryKey = QueryKey,
    TInferredQueryFnData = InferDataFromTag<TQueryFnData, TTaggedQueryKey>,
  >(queryKey: TTaggedQueryKey): TInferredQueryFnData | undefined
  /** Pairs of key and view, for every query that the filters match. */
  getQueriesData<TQueryFnData = unknown, TQueryFilters extends QueryFilters<any> | BareKey = QueryFilters | BareKey>(
    filters: TQueryFilters,
  ): Array<[QueryKey, TQueryFnData | undefined]>
  /** The state of exactly this key. Undefined if there is no such query. */
  getQueryState<
    TQueryFnData = unknown,
    TError = DefaultError,
    TTaggedQueryKey extends QueryKey = QueryKey,
    TInferredQueryFnData = InferDataFromTag<TQueryFnData, TTaggedQueryKey>,
    TInferredError = InferErrorFromTag<TError, TTaggedQueryKey>,
  >(queryKey: TTaggedQueryKey): QueryState<TInferredQueryFnData, TInferredError> | undefined
  /**
   * Sets the confirmed data of exactly this key, and creates the query if there is none. Undefined changes nothing. An
   * updater receives the confirmed data, without pending changes. A value that `getQueryData` returned stands for the
   * confirmed data under it.
   *
   * @returns the view after the call
   */
  setQueryData<
    TQueryFnData = unknown,
    TTaggedQueryKey extends QueryKey = QueryKey,
    TInferredQueryFnData = InferDataFromTag<TQueryFnData, TTaggedQueryKey>,
  >(
    queryKey: TTaggedQueryKey,
    updater: Updater<NoInfer<TInferredQueryFnData> | undefined, NoInfer<TInferredQueryFnData> | undefined>,
    options?: SetDataOptions,
  ): NoInfer<TInferredQueryFnData> | undefined
  /** Calls `setQueryData` for every query that the filters match. Returns pairs of key and view. */
  setQueriesData<TQueryFnData, TQueryFilters extends QueryFilters<any> | BareKey = QueryFilters | BareKey>(
    filters: TQueryFilters,
    updater: Updater<NoInfer<TQueryFnData> | undefined, NoInfer<TQueryFnData> | undefined>,
    options?: SetDataOptions,
  ): Array<[QueryKey, TQueryFnData | undefined]>

  /** Removes queries from the cache. An observer of such a query keeps showing its last result. */
  removeQueries<TTaggedQueryKey extends QueryKey = QueryKey>(
    filters?: QueryFilters<TTaggedQueryKey> | BareKey<TTaggedQueryKey>,
  ): void
  /**
   * Sets queries back to their first state, and fetches those that are observed. The promise resolves after the
   * fetches.
   */
  resetQueries<TTaggedQueryKey extends QueryKey = QueryKey>(
    filters?: QueryFilters<TTaggedQueryKey> | BareKey<TTaggedQueryKey>,
    options?: ResetOptions,
  ): Promise<void>
  /**
   * Cancels the fetches of queries. By default a query returns to its state before the fetch. The promise resolves
   * after the fetches ended, and never rejects.
   */
  cancelQueries<TTaggedQueryKey extends QueryKey = QueryKey>(
    filters?: QueryFilters<TTaggedQueryKey> | BareKey<TTaggedQueryKey>,
    cancelOptions?: CancelOptions,
  ): Promise<void>
  /**
   * Marks queries as stale, and fetches those that are observed. The promise resolves after the fetches. It rejects
   * only with `throwOnError`.
   */
  invalidateQueries<TTaggedQueryKey extends QueryKey = QueryKey>(
    filters?: InvalidateQueryFilters<TTaggedQueryKey> | BareKey<TTaggedQueryKey>,
    options?: InvalidateOptions,
  ): Promise<void>
  /**
   * Fetches queries again, except disabled and static ones. The promise resolves after the fetches. It rejects only
   * with `throwOnError`.
   */
  refetchQueries<TTaggedQueryKey extends QueryKey = QueryKey>(
    filters?: RefetchQueryFilters<TTaggedQueryKey> | BareKey<TTaggedQueryKey>,
    options?: RefetchOptions,
  ): Promise<void>

  /**
   * Gives the data, through `select`: from the cache if it is fresh, else from a fetch. Rejects with the final error.
   * By default nothing is retried.
   */
  query<
    TQueryFnData,
    TError = DefaultError,
    TData = TQueryFnData,
    TQueryData = TQueryFnData,
    TQueryKey extends QueryKey = QueryKey,
    TPageParam = never,
  >(options: QueryExecuteOptions<TQueryFnData, TError, TData, TQueryData, TQueryKey, TPageParam>): Promise<TData>
  /** As `query`, for an infinite query. */
  infiniteQuery<
    TQueryFnData,
    TError = DefaultError,
    TData = InfiniteData<TQueryFnData>,
    TQueryKey extends QueryKey = QueryKey,
    TPageParam = unknown,
  >(
    options: InfiniteQueryExecuteOptions<TQueryFnData, TError, TData, TQueryKey, TPageParam>,
  ): Promise<Array<TData> extends Array<InfiniteData<TQueryFnData>> ? InfiniteData<TQueryFnData, TPageParam> : TData>
  /** As `query`, without `select`. */
  fetchQuery<
    TQueryFnData,
    TError = DefaultError,
    TData = TQueryFnData,
    TQueryKey extends QueryKey = QueryKey,
    TPageParam = never,
  >(options: FetchQueryOptions<TQueryFnData, TError, TData, TQueryKey, TPageParam>): Promise<TData>
  /** As `fetchQuery`, but the promise gives no value and never rejects. */
  prefetchQuery<
    TQueryFnData = unknown,
    TError = DefaultError,
    TData = TQueryFnData,
    TQueryKey extends QueryKey = QueryKey,
  >(options: FetchQueryOptions<TQueryFnData, TError, TData, TQueryKey>): Promise<void>
  /** Gives the cached data, however old it is. If there is none, fetches. Rejects with the final error. */
  ensureQueryData<TQueryFnData, TError = DefaultError, TData = TQueryFnData, TQueryKey extends QueryKey = QueryKey>(
    options: EnsureQueryDataOptions<TQueryFnData, TError, TData, TQueryKey>,
  ): Promise<TData>
  /** As `fetchQuery`, for an infinite query. */
  fetchInfiniteQuery<
    TQueryFnData,
    TError = DefaultError,
    TData = TQueryFnData,
    TQueryKey extends QueryKey = QueryKey,
    TPageParam = unknown,
  >(
    options: FetchInfiniteQueryOptions<TQueryFnData, TError, TData, TQueryKey, TPageParam>,
  ): Promise<InfiniteData<TData, TPageParam>>
  /** As `prefetchQuery`, for an infinite query. */
  prefetchInfiniteQuery<
    TQueryFnData,
    TError = DefaultError,
    TData = TQueryFnData,
    TQueryKey extends QueryKey = QueryKey,
    TPageParam = unknown,
  >(options: FetchInfiniteQueryOptions<TQueryFnData, TError, TData, TQueryKey, TPageParam>): Promise<void>
  /** As `ensureQueryData`, for an infinite query. */
  ensureInfiniteQueryData<
    TQueryFnData,
    TError = DefaultError,
    TData = TQueryFnData,
    TQueryKey extends QueryKey = QueryKey,
    TPageParam = unknown,
  >(
    options: EnsureInfiniteQueryDataOptions<TQueryFnData, TError, TData, TQueryKey, TPageParam>,
  ): Promise<InfiniteData<TData, TPageParam>>

  /**
   * If there is a network, sends the mutations that wait for it, each scope in its order. Without a network it does
   * nothing.
   */
  resumePausedMutations(): Promise<unknown>

  getQueryCache(): QueryCache
  getMutationCache(): MutationCache
  getDefaultOptions(): DefaultOptions
  setDefaultOptions(options: DefaultOptions): void
  /**
   * Sets options for every query whose key begins with this one. They override the client's defaults, and the options
   * of a call override them.
   */
  setQueryDefaults<TQueryFnData = unknown, TError = DefaultError, TData = TQueryFnData, TQueryData = TQueryFnData>(
    queryKey: QueryKey,
    options: Partial<OmitKeyof<QueryObserverOptions<TQueryFnData, TError, TData, TQueryData>, 'queryKey'>>,
  ): void
  getQueryDefaults(queryKey: QueryKey): OmitKeyof<QueryObserverOptions<any, any, any, any, any>, 'queryKey'>
  /** Sets options for every mutation whose key begins with this one. A hydrated mutation finds its functions here. */
  setMutationDefaults<TData = unknown, TError = DefaultError, TVariables = void, TOnMutateResult = unknown>(
    mutationKey: MutationKey,
    options: OmitKeyof<MutationObserverOptions<TData, TError, TVariables, TOnMutateResult>, 'mutationKey'>,
  ): void
  getMutationDefaults(mutationKey: MutationKey): OmitKeyof<MutationObserverOptions<any, any, any, any>, 'mutationKey'>
  /** The options with all defaults filled in. */
  defaultQueryOptions<
    TQueryFnData = unknown,
    TError = DefaultError,
    TData = TQueryFnData,
    TQueryData = TQueryFnData,
    TQueryKey extends QueryKey = QueryKey,
    TPageParam = never,
  >(
    options:
      | QueryObserverOptions<TQueryFnData, TError, TData, TQueryData, TQueryKey, TPageParam>
      | DefaultedQueryObserverOptions<TQueryFnData, TError, TData, TQueryData, TQueryKey>,
  ): DefaultedQueryObserverOptions<TQueryFnData, TError, TData, TQueryData, TQueryKey>
  defaultMutationOptions<T extends MutationOptions<any, any, any, any>>(options?: T): T

  /**
   * Empties both caches and gives up everything that is pending: fetches, mutations, retries, timers. Nothing is sent
   * or shown afterwards.
   */
  clear(): void

  /**
   * Takes in a record that the server sent without being asked. Every query that shows the record is updated, and so are the
   * lists that the record enters or leaves. Pending changes stay over it. The queries count as no fresher than before. Needs
   * the feature `records`.
   *
   * @param record the record as the server has it. If the queries have versions, an older one changes nothing
   */
  receive(type: string, record: object): void
  /** Takes in that the server has the record no more: it leaves every list. Needs the feature `records`. */
  receiveRemoval(type: string, id: string | number): void
}
