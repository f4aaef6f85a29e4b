/** @file Functions that the engine uses itself, exported for adapters and apps. */
import type { CancelledError } from './base.js'
import type { MutationFilters, QueryFilters } from './filters.js'
import type { MutationKey, QueryKey } from './keys.js'
import type { Mutation } from './mutation.js'
import type { Query } from './query.js'
import type { QueryFunction, QueryFunctionContext } from './query-options.js'

/**
 * The hash of a key: its JSON, with the members of objects in order of their names. Throws a TypeError if JSON cannot
 * write the key.
 */
export declare function hashKey(queryKey: QueryKey | MutationKey): string

/** True if `b` is a beginning of `a`: item by item, and member by member inside objects. */
export declare function partialMatchKey(a: QueryKey, b: QueryKey): boolean

/** True if the query matches the filters. */
export declare function matchQuery(filters: QueryFilters, query: Query<any, any, any, any>): boolean

/** True if the mutation matches the filters. */
export declare function matchMutation(filters: MutationFilters, mutation: Mutation<any, any>): boolean

/**
 * Returns `b`, but takes each part that equals its part of `a` from `a`. If all parts are equal, returns `a` itself.
 */
export declare function replaceEqualDeep<T>(a: unknown, b: T): T

/** For the option `placeholderData`: shows the data of the previous key until the new key has data. */
export declare function keepPreviousData<T>(previousData: T | undefined): T | undefined

/** Whether the option `throwOnError` says true for these arguments. */
export declare function shouldThrowError<T extends (...args: Array<any>) => boolean>(
  throwOnError: boolean | T | undefined,
  params: Parameters<T>,
): boolean

/** @deprecated Use `error instanceof CancelledError`. */
export declare function isCancelledError(value: any): value is CancelledError

/** Does nothing. */
export declare function noop(): undefined

type Streamed<TQueryFnData, TQueryKey extends QueryKey> = {
  /** Opens the stream. */
  streamFn: (
    context: QueryFunctionContext<TQueryKey>,
  ) => AsyncIterable<TQueryFnData> | Promise<AsyncIterable<TQueryFnData>>
  /**
   * What a refetch does with the present data. `'reset'`, the default, starts from nothing. `'append'` adds to it.
   * `'replace'` swaps it at the end of the stream.
   */
  refetchMode?: 'append' | 'reset' | 'replace'
}

/**
 * Makes a query function whose data grows with each chunk of a stream. The data is a list of the chunks, or what
 * `reducer` makes of them.
 */
export declare function experimental_streamedQuery<
  TQueryFnData = unknown,
  TData = Array<TQueryFnData>,
  TQueryKey extends QueryKey = QueryKey,
>(
  config: Streamed<TQueryFnData, TQueryKey> &
    (
      | { reducer?: never; initialValue?: never }
      | { reducer: (acc: TData, chunk: TQueryFnData) => TData; initialValue: TData }
    ),
): QueryFunction<TData, TQueryKey>
