/** @file Functions that the engine uses itself and gives to adapters and apps. */
import type { CancelledError } from './base.js'
import type { MutationFilters, QueryFilters } from './filters.js'
import type { MutationKey, QueryKey } from './keys.js'
import type { Mutation } from './mutation.js'
import type { Query } from './query.js'
import type { QueryFunction, QueryFunctionContext } from './query-options.js'

/** The text of a key: JSON with the members of objects in order of their names. Throws a TypeError where JSON does. */
export declare function hashKey(queryKey: QueryKey | MutationKey): string

/** True where `b` begins `a`: item by item, and member by member inside objects. */
export declare function partialMatchKey(a: QueryKey, b: QueryKey): boolean

export declare function matchQuery(filters: QueryFilters, query: Query<any, any, any, any>): boolean

export declare function matchMutation(filters: MutationFilters, mutation: Mutation<any, any>): boolean

/** `b`, with each part that equals its part of `a` taken from `a`; `a` itself where all are equal. */
export declare function replaceEqualDeep<T>(a: unknown, b: T): T

/** As `placeholderData`: what was shown for the key before. */
export declare function keepPreviousData<T>(previousData: T | undefined): T | undefined

/** What the option `throwOnError` says of these arguments. */
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
  /** What a refetch does with the data that is there: `'reset'` by default; `'replace'` swaps it at the end. */
  refetchMode?: 'append' | 'reset' | 'replace'
}

/** A query function whose data grows with each chunk: a list of the chunks, or what `reducer` makes of them. */
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
