/** @file Filters that choose queries and mutations, and options of the calls that take them. */
import type { Mutation } from './mutation.js'
import type { DefaultError, MutationKey, QueryKey } from './keys.js'
import type { Query } from './query.js'
import type { FetchStatus, MutationStatus } from './results.js'

/** A tuple, and every tuple that is a beginning of it. */
export type TuplePrefixes<T extends ReadonlyArray<unknown>> = T extends readonly []
  ? readonly []
  : T | TuplePrefixes<T extends readonly [...infer THead, unknown] ? readonly [...THead] : never>

/** All queries, only those with an enabled observer, or only those without. */
export type QueryTypeFilter = 'all' | 'active' | 'inactive'

/** Chooses queries. A query must match all members that are given. `{}` chooses every query. */
export interface QueryFilters<TQueryKey extends QueryKey = QueryKey> {
  /** `'all'` by default. */
  type?: QueryTypeFilter
  /** Match the key exactly, not as a prefix; false by default (true for `QueryCache.find`). */
  exact?: boolean
  /** Called last, for the queries that match everything else. */
  predicate?: (query: Query) => boolean
  /** Queries whose key begins with this one. An object in it matches every object that has its members. */
  queryKey?: TQueryKey | TuplePrefixes<TQueryKey>
  /** True: only stale queries. False: only fresh ones. Absent: both. */
  stale?: boolean
  fetchStatus?: FetchStatus
}

/** Chooses the queries that are marked as stale, and which of them are fetched. */
export interface InvalidateQueryFilters<TQueryKey extends QueryKey = QueryKey> extends QueryFilters<TQueryKey> {
  /** Which of them are fetched at once: `'active'` by default; `'none'` fetches nothing. */
  refetchType?: QueryTypeFilter | 'none'
}

/** Chooses the queries that are fetched again. */
export interface RefetchQueryFilters<TQueryKey extends QueryKey = QueryKey> extends QueryFilters<TQueryKey> {}

/** Chooses mutations. A mutation must match all members that are given. */
export interface MutationFilters<
  TData = unknown,
  TError = DefaultError,
  TVariables = unknown,
  TOnMutateResult = unknown,
> {
  /** Match the key exactly, not as a prefix; false by default. */
  exact?: boolean
  /** Called last, for the mutations that match everything else. */
  predicate?: (mutation: Mutation<TData, TError, TVariables, TOnMutateResult>) => boolean
  /** Mutations whose key begins with this one. */
  mutationKey?: TuplePrefixes<MutationKey>
  status?: MutationStatus
}

/** A value, or a function that makes the new value from the old one. */
export type Updater<TInput, TOutput> = TOutput | ((input: TInput) => TOutput)

/** What the promise of a call does if a fetch fails. */
export interface ResultOptions {
  /** True: the promise rejects if a fetch fails. False, the default: it resolves, and the result holds the error. */
  throwOnError?: boolean
}

/** Options for fetching queries again. */
export interface RefetchOptions extends ResultOptions {
  /**
   * True, the default: if the query has data and is fetching, that fetch is cancelled and a new one is sent. False: the
   * running fetch counts.
   */
  cancelRefetch?: boolean
}

/** Options for fetching invalidated queries again. */
export interface InvalidateOptions extends RefetchOptions {}

/** Options for fetching reset queries again. */
export interface ResetOptions extends RefetchOptions {}

/** Options for fetching the next page. */
export interface FetchNextPageOptions extends ResultOptions {
  /** True, the default: a running fetch of the query is cancelled. False: it counts, and no other is sent. */
  cancelRefetch?: boolean
}

/** Options for fetching the previous page. */
export interface FetchPreviousPageOptions extends ResultOptions {
  /** True, the default: a running fetch of the query is cancelled. False: it counts, and no other is sent. */
  cancelRefetch?: boolean
}

/** Options for cancelling a fetch. */
export interface CancelOptions {
  /** The query returns to its state before the fetch; true by default for `QueryClient.cancelQueries`. */
  revert?: boolean
  /** The cancelled fetch makes no error state and calls no callback of the cache; false by default. */
  silent?: boolean
}

/** Options for setting data by hand. */
export interface SetDataOptions {
  /** The time from which the data counts as fresh, in milliseconds since 1970; now by default. */
  updatedAt?: number
}
