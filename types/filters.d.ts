/** @file How queries and mutations are picked, and how what is done to them runs. */
import type { Mutation } from './mutation.js'
import type { DefaultError, MutationKey, QueryKey } from './keys.js'
import type { Query } from './query.js'
import type { FetchStatus, MutationStatus } from './results.js'

/** A tuple and all tuples that begin it. */
export type TuplePrefixes<T extends ReadonlyArray<unknown>> = T extends readonly []
  ? readonly []
  : T | TuplePrefixes<T extends readonly [...infer THead, unknown] ? readonly [...THead] : never>

/** All queries, those with an enabled observer, or those without. */
export type QueryTypeFilter = 'all' | 'active' | 'inactive'

/** Picks queries; all members that are given must hold. `{}` picks every query. */
export interface QueryFilters<TQueryKey extends QueryKey = QueryKey> {
  /** `'all'` by default. */
  type?: QueryTypeFilter
  /** The key is meant exactly, not as a prefix; false by default (true for `QueryCache.find`). */
  exact?: boolean
  /** Asked last, for the queries that all else picked. */
  predicate?: (query: Query) => boolean
  /** Queries whose key begins with this one. An object in it matches every object that has its members. */
  queryKey?: TQueryKey | TuplePrefixes<TQueryKey>
  /** Stale ones, or fresh ones. */
  stale?: boolean
  fetchStatus?: FetchStatus
}

/** Picks what is marked stale, and says what of it is fetched again. */
export interface InvalidateQueryFilters<TQueryKey extends QueryKey = QueryKey> extends QueryFilters<TQueryKey> {
  /** Which of them are fetched at once; `'active'` by default, `'none'` fetches nothing. */
  refetchType?: QueryTypeFilter | 'none'
}

/** Picks what is fetched again. */
export interface RefetchQueryFilters<TQueryKey extends QueryKey = QueryKey> extends QueryFilters<TQueryKey> {}

/** Picks mutations; all members that are given must hold. */
export interface MutationFilters<
  TData = unknown,
  TError = DefaultError,
  TVariables = unknown,
  TOnMutateResult = unknown,
> {
  /** The key is meant exactly, not as a prefix; false by default. */
  exact?: boolean
  /** Asked last, for the mutations that all else picked. */
  predicate?: (mutation: Mutation<TData, TError, TVariables, TOnMutateResult>) => boolean
  /** Mutations whose key begins with this one. */
  mutationKey?: TuplePrefixes<MutationKey>
  status?: MutationStatus
}

/** A value, or a function that makes it of the one before. */
export type Updater<TInput, TOutput> = TOutput | ((input: TInput) => TOutput)

/** How a call that gives a promise ends. */
export interface ResultOptions {
  /** The promise rejects when a fetch fails; false by default: it resolves with the result that holds the error. */
  throwOnError?: boolean
}

/** How queries are fetched again. */
export interface RefetchOptions extends ResultOptions {
  /** A fetch that is under way is cancelled and made anew where there is data; true by default. */
  cancelRefetch?: boolean
}

/** How invalid queries are fetched again. */
export interface InvalidateOptions extends RefetchOptions {}

/** How reset queries are fetched again. */
export interface ResetOptions extends RefetchOptions {}

/** How the next page is fetched. */
export interface FetchNextPageOptions extends ResultOptions {
  /** A page that is under way is cancelled and fetched anew; true by default. */
  cancelRefetch?: boolean
}

/** How the page before is fetched. */
export interface FetchPreviousPageOptions extends ResultOptions {
  /** A page that is under way is cancelled and fetched anew; true by default. */
  cancelRefetch?: boolean
}

/** How a fetch is given up. */
export interface CancelOptions {
  /** The query goes back to its state before the fetch; true by default for `QueryClient.cancelQueries`. */
  revert?: boolean
  /** Nobody is told: neither an error state nor a callback of the cache. */
  silent?: boolean
}

/** How data is set by hand. */
export interface SetDataOptions {
  /** When the data was right, in milliseconds since 1970; now by default. */
  updatedAt?: number
}
