/** @file The client: the door of the cache. */
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

/** Options that hold where a call says nothing else. */
export interface DefaultOptions<TError = DefaultError> {
  queries?: OmitKeyof<QueryObserverOptions<unknown, TError>, 'suspense' | 'queryKey'>
  mutations?: MutationObserverOptions<unknown, TError, unknown, unknown>
  hydrate?: HydrateOptions['defaultOptions']
  dehydrate?: DehydrateOptions
}

/** What a client is made of; new caches where none are given. */
export interface QueryClientConfig {
  queryCache?: QueryCache
  mutationCache?: MutationCache
  defaultOptions?: DefaultOptions
  /**
   * What the documented pattern means: `setQueryData` in `onMutate`, and the snapshot that `onError` puts back.
   *
   * - `'rollback'`, the default: a snapshot that is put back takes the mutation's own writes out. What others wrote stays.
   * - `'intents'`: the same, and a write of `onMutate` stays on screen until its mutation settles, whatever is fetched.
   * - `'plain'`: the snapshot is written as a value, as query-core does it.
   */
  onMutateWrites?: 'rollback' | 'intents' | 'plain'
}

/**
 * Reads and writes data by key, fetches, invalidates. Where filters are expected a bare key may stand: it means every
 * query whose key begins with it. Where a key is expected it is meant exactly.
 */
export declare class QueryClient {
  constructor(config?: QueryClientConfig)

  /** Begins to follow focus and network. Counted: each `mount` wants its `unmount`. */
  mount(): void
  unmount(): void

  /** How many of the queries are fetching. */
  isFetching(filters?: Omit<QueryFilters, 'fetchStatus'> | BareKey): number
  /** How many of the mutations are pending. */
  isMutating<TMutationFilters extends MutationFilters<any, any> = MutationFilters<any, any>>(
    filters?: NoInfer<Omit<TMutationFilters, 'status'>>,
  ): number

  /** The data of exactly this key, pending changes included; undefined where there is none. */
  getQueryData<
    TQueryFnData = unknown,
    TTaggedQueryKey extends QueryKey = QueryKey,
    TInferredQueryFnData = InferDataFromTag<TQueryFnData, TTaggedQueryKey>,
  >(queryKey: TTaggedQueryKey): TInferredQueryFnData | undefined
  /** Pairs of key and data. */
  getQueriesData<TQueryFnData = unknown, TQueryFilters extends QueryFilters<any> | BareKey = QueryFilters | BareKey>(
    filters: TQueryFilters,
  ): Array<[QueryKey, TQueryFnData | undefined]>
  /** The state of exactly this key; undefined where there is none. */
  getQueryState<
    TQueryFnData = unknown,
    TError = DefaultError,
    TTaggedQueryKey extends QueryKey = QueryKey,
    TInferredQueryFnData = InferDataFromTag<TQueryFnData, TTaggedQueryKey>,
    TInferredError = InferErrorFromTag<TError, TTaggedQueryKey>,
  >(queryKey: TTaggedQueryKey): QueryState<TInferredQueryFnData, TInferredError> | undefined
  /**
   * Sets the confirmed data of exactly this key; undefined changes nothing. An updater is given the confirmed data,
   * without pending changes. Putting back a value that `getQueryData` gave means the confirmed data under it.
   *
   * @returns what the query shows then
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
  /** Sets the data of every query that the filters mean; gives pairs of key and data. */
  setQueriesData<TQueryFnData, TQueryFilters extends QueryFilters<any> | BareKey = QueryFilters | BareKey>(
    filters: TQueryFilters,
    updater: Updater<NoInfer<TQueryFnData> | undefined, NoInfer<TQueryFnData> | undefined>,
    options?: SetDataOptions,
  ): Array<[QueryKey, TQueryFnData | undefined]>

  /** Takes queries out of the cache; what observes them keeps showing what it showed. */
  removeQueries<TTaggedQueryKey extends QueryKey = QueryKey>(
    filters?: QueryFilters<TTaggedQueryKey> | BareKey<TTaggedQueryKey>,
  ): void
  /** Back to the first state; what is observed is fetched again. */
  resetQueries<TTaggedQueryKey extends QueryKey = QueryKey>(
    filters?: QueryFilters<TTaggedQueryKey> | BareKey<TTaggedQueryKey>,
    options?: ResetOptions,
  ): Promise<void>
  /** Gives fetches up; resolves when they are over, and never rejects. */
  cancelQueries<TTaggedQueryKey extends QueryKey = QueryKey>(
    filters?: QueryFilters<TTaggedQueryKey> | BareKey<TTaggedQueryKey>,
    cancelOptions?: CancelOptions,
  ): Promise<void>
  /** Marks queries stale, and fetches those that are observed. */
  invalidateQueries<TTaggedQueryKey extends QueryKey = QueryKey>(
    filters?: InvalidateQueryFilters<TTaggedQueryKey> | BareKey<TTaggedQueryKey>,
    options?: InvalidateOptions,
  ): Promise<void>
  /** Fetches queries again, but for disabled and static ones. */
  refetchQueries<TTaggedQueryKey extends QueryKey = QueryKey>(
    filters?: RefetchQueryFilters<TTaggedQueryKey> | BareKey<TTaggedQueryKey>,
    options?: RefetchOptions,
  ): Promise<void>

  /** The data, from the cache while it is fresh, through `select`. Rejects with the final error; nothing is retried by default. */
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
  /** As `fetchQuery`, without a value: never rejects. */
  prefetchQuery<
    TQueryFnData = unknown,
    TError = DefaultError,
    TData = TQueryFnData,
    TQueryKey extends QueryKey = QueryKey,
  >(options: FetchQueryOptions<TQueryFnData, TError, TData, TQueryKey>): Promise<void>
  /** The cached data, however old, or what a fetch brings. */
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

  /** Sends what waits for the network, where there is one: each scope in its order. */
  resumePausedMutations(): Promise<unknown>

  getQueryCache(): QueryCache
  getMutationCache(): MutationCache
  getDefaultOptions(): DefaultOptions
  setDefaultOptions(options: DefaultOptions): void
  /** Options for every query whose key begins with this one; over the client's defaults, under a call's own. */
  setQueryDefaults<TQueryFnData = unknown, TError = DefaultError, TData = TQueryFnData, TQueryData = TQueryFnData>(
    queryKey: QueryKey,
    options: Partial<OmitKeyof<QueryObserverOptions<TQueryFnData, TError, TData, TQueryData>, 'queryKey'>>,
  ): void
  getQueryDefaults(queryKey: QueryKey): OmitKeyof<QueryObserverOptions<any, any, any, any, any>, 'queryKey'>
  /** Options for every mutation whose key begins with this one; by them a hydrated mutation is sent. */
  setMutationDefaults<TData = unknown, TError = DefaultError, TVariables = void, TOnMutateResult = unknown>(
    mutationKey: MutationKey,
    options: OmitKeyof<MutationObserverOptions<TData, TError, TVariables, TOnMutateResult>, 'mutationKey'>,
  ): void
  getMutationDefaults(mutationKey: MutationKey): OmitKeyof<MutationObserverOptions<any, any, any, any>, 'mutationKey'>
  /** The options with all defaults in. */
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

  /** Empties both caches. */
  clear(): void
}
