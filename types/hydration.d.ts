/** @file Dehydrating a client to JSON, and hydrating another client from it. */
import type { QueryClient } from './client.js'
import type { DefaultError, MutationKey, MutationMeta, QueryKey, QueryMeta } from './keys.js'
import type { Mutation, MutationState } from './mutation.js'
import type { MutationOptions, MutationScope } from './mutation-options.js'
import type { Query, QueryState } from './query.js'
import type { QueryOptions } from './query-options.js'

/** What `dehydrate` writes, and how. */
export interface DehydrateOptions {
  /** Converts data that JSON cannot write. */
  serializeData?: (data: any) => any
  /** Which mutations are written; the paused ones by default. */
  shouldDehydrateMutation?: (mutation: Mutation) => boolean
  /** Which queries are written; those with status `success` by default. */
  shouldDehydrateQuery?: (query: Query) => boolean
  /** False keeps the error of a rejected promise. By default the error is replaced by `Error('redacted')`. */
  shouldRedactErrors?: (error: unknown) => boolean
}

/** How `hydrate` reads a state. */
export interface HydrateOptions {
  /** Options of the queries and mutations that `hydrate` creates. */
  defaultOptions?: {
    /** Reverses `serializeData`. */
    deserializeData?: (data: any) => any
    queries?: QueryOptions
    mutations?: MutationOptions<unknown, DefaultError, unknown, unknown>
  }
}

/** A mutation as JSON. */
export interface DehydratedMutation {
  mutationKey?: MutationKey
  state: MutationState
  meta?: MutationMeta
  scope?: MutationScope
  /**
   * Only for mutations with `optimistic`. The mutation is sent again with this key, and a second `hydrate` of it adds
   * nothing.
   */
  idempotencyKey?: string
  /** The temporary ids that it waits for. With one of them in its variables it must not be sent. */
  awaits?: Array<string>
  /** Hashes of the queries whose stored value may already contain the change. */
  mayBeIn?: Array<string>
  /**
   * `unknown`: the server may have made the change, because it failed without an answer, or waits to be sent once more.
   * `conflict`: somebody else was faster.
   */
  outcome?: 'unknown' | 'conflict'
  /** What the feature `conflicts` keeps of it. */
  conflict?: unknown
}

/** A query as JSON, with its confirmed data. Pending changes are not written. */
export interface DehydratedQuery {
  queryHash: string
  queryKey: QueryKey
  state: QueryState
  /** Milliseconds since 1970. */
  dehydratedAt: number
  /** The promise of the data, if the query is pending. */
  promise?: Promise<unknown>
  meta?: QueryMeta
  queryType?: 'infinite'
}

/** A client as JSON. */
export interface DehydratedState {
  mutations: Array<DehydratedMutation>
  queries: Array<DehydratedQuery>
}

/** Writes the state of a client. The client itself does not change. */
export declare function dehydrate(client: QueryClient, options?: DehydrateOptions): DehydratedState

/** Writes the state of one query. */
export declare function dehydrateQuery(
  query: Query,
  serializeData?: (data: any) => any,
  shouldRedactErrors?: (error: unknown) => boolean,
): DehydratedQuery

/**
 * Reads a dehydrated state. It adds unknown queries, and updates known ones if the written data is newer. A value that
 * is not an object is ignored, and so are entries that it cannot read.
 */
export declare function hydrate(
  client: QueryClient,
  dehydratedState: Partial<DehydratedState>,
  options?: HydrateOptions,
): void

/** The default of `shouldDehydrateQuery`: true for a query with status `success`. */
export declare function defaultShouldDehydrateQuery(query: Query): boolean

/** The default of `shouldDehydrateMutation`: true for a paused mutation. */
export declare function defaultShouldDehydrateMutation(mutation: Mutation): boolean
