/** @file How a client is written down, and taken in by another one. */
import type { QueryClient } from './client.js'
import type { DefaultError, MutationKey, MutationMeta, QueryKey, QueryMeta } from './keys.js'
import type { Mutation, MutationState } from './mutation.js'
import type { MutationOptions, MutationScope } from './mutation-options.js'
import type { Query, QueryState } from './query.js'
import type { QueryOptions } from './query-options.js'

/** What is written down, and how. */
export interface DehydrateOptions {
  /** For data that JSON cannot write. */
  serializeData?: (data: any) => any
  /** Paused mutations by default. */
  shouldDehydrateMutation?: (mutation: Mutation) => boolean
  /** Queries with status `success` by default. */
  shouldDehydrateQuery?: (query: Query) => boolean
  /** False keeps the error of a promise that rejects; by default it is replaced by `Error('redacted')`. */
  shouldRedactErrors?: (error: unknown) => boolean
}

/** How it is taken in. */
export interface HydrateOptions {
  /** Options of every query and mutation that is made. */
  defaultOptions?: {
    /** Undoes `serializeData`. */
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
  /** Of one with `optimistic`: it is sent again under the same key, and taken in once. */
  idempotencyKey?: string
  /** The temporary ids that it waits for: with one of them it must not be sent. */
  awaits?: Array<string>
  /** Hashes of the queries whose stored value may hold the change already. */
  mayBeIn?: Array<string>
  /** The server may have made the change: it failed without an answer, or waits to be sent once more. */
  outcome?: 'unknown'
}

/** A query as JSON, with its confirmed data; pending changes are not written down. */
export interface DehydratedQuery {
  queryHash: string
  queryKey: QueryKey
  state: QueryState
  /** Milliseconds since 1970. */
  dehydratedAt: number
  /** The data to come, of a query that is pending. */
  promise?: Promise<unknown>
  meta?: QueryMeta
  queryType?: 'infinite'
}

/** A client as JSON. */
export interface DehydratedState {
  mutations: Array<DehydratedMutation>
  queries: Array<DehydratedQuery>
}

/** Writes a client down. */
export declare function dehydrate(client: QueryClient, options?: DehydrateOptions): DehydratedState

/** Writes one query down. */
export declare function dehydrateQuery(
  query: Query,
  serializeData?: (data: any) => any,
  shouldRedactErrors?: (error: unknown) => boolean,
): DehydratedQuery

/**
 * Takes a written state in: new queries as they are, known ones where the written data is newer. Anything but an object
 * is ignored.
 */
export declare function hydrate(
  client: QueryClient,
  dehydratedState: Partial<DehydratedState>,
  options?: HydrateOptions,
): void

/** What `dehydrate` writes down by default: a query with data. */
export declare function defaultShouldDehydrateQuery(query: Query): boolean

/** What `dehydrate` writes down by default: a mutation that is paused. */
export declare function defaultShouldDehydrateMutation(mutation: Mutation): boolean
