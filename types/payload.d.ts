/**
 * @file The collections of a Payload server as queries and mutations.
 *
 * ```ts
 * import { payloadCollection } from 'sanguine/payload'
 *
 * const orders = payloadCollection<Order>('orders')
 * const open = useQuery(orders.find({ where: { status: { equals: 'open' } }, sort: '-total' }))
 * const update = useMutation(orders.update())
 * update.mutate({ id: 12, status: 'paid' })
 * ```
 *
 * @packageDocumentation
 */
import type { VersionRule } from './intent.js'
import type { OptimisticFunction } from './mutation-options.js'

/** A record of a collection. */
export interface PayloadRecord {
  id: string | number
}

/** A condition as Payload's REST API has it: `{ status: { equals: 'open' } }`, joined by `and` and `or`. */
export interface PayloadWhere {
  and?: PayloadWhere[]
  or?: PayloadWhere[]
  [field: string]: unknown
}

/** What a list asks for. It stands in the key of the query, so that the list knows its records. */
export interface PayloadFind {
  where?: PayloadWhere
  /** Fields, the most important first, each with a minus if it descends: `'-total,number'`, or a list of them. */
  sort?: string | string[]
  /** How many records a page has at most. 10 if you leave it to the server, 0 for all of them. */
  limit?: number
  /** From 1. */
  page?: number
}

/** A page of records, as Payload answers it. */
export interface PayloadPage<T> {
  docs: T[]
  totalDocs: number
  limit: number
  page?: number
  totalPages: number
  hasNextPage: boolean
  hasPrevPage: boolean
  pagingCounter: number
  nextPage?: number | null
  prevPage?: number | null
}

/** What is known of the collection. */
export interface PayloadCollectionOptions {
  /** The address of the REST API; `/api` by default. */
  url?: string
  /** The type of the records, by which intents and `client.receive` know them; the collection's slug by default. */
  records?: string
  /**
   * The field that holds a record's version: a number that is counted up, or a text that sorts. `updatedAt` by default. It is
   * sent as `If-Match`. False: no version, and no precondition.
   */
  version?: string | false
  /** How far related records are filled in; the server decides by default. 0 leaves their ids. */
  depth?: number
  /** After how many milliseconds a request is given up; 30000 by default, 0 for never. */
  timeout?: number
  /** Further headers of all requests, or a function that gives them for each request. */
  headers?: Record<string, string> | (() => Record<string, string>)
  /** Sends the requests in the place of the global `fetch`. */
  fetch?: (url: string, init: RequestInit) => Promise<Response>
  /** True: changes of one record that wait are sent as one request. Needs the feature `pacing`. */
  coalesce?: boolean
}

/** What all queries of a collection have. */
interface SharedOptions {
  queryKey: readonly unknown[]
  records: { of: string }
  version?: VersionRule
  /** A refusal is not tried again, everything else three times, on a server never. */
  retry: (failureCount: number, error: Error) => boolean
  /** At least as long as the header `Retry-After` says. */
  retryDelay: (failureCount: number, error: Error) => number
}

/** The options of a query, for `useQuery` and everything that takes such options. */
export interface PayloadQuery<TData> extends SharedOptions {
  queryFn: (context: { signal: AbortSignal }) => Promise<TData>
}

/** The options of an infinite query, for `useInfiniteQuery`. */
export interface PayloadPages<T> extends SharedOptions {
  queryFn: (context: { signal: AbortSignal; pageParam: number }) => Promise<PayloadPage<T>>
  initialPageParam: number
  getNextPageParam: (page: PayloadPage<T>, pages: PayloadPage<T>[], pageParam: number) => number | undefined
}

/** The options of a query for a number of records. */
export interface PayloadCount extends SharedOptions {
  queryFn: (context: { signal: AbortSignal }) => Promise<{ totalDocs: number }>
  select: (answer: { totalDocs: number }) => number
}

/** The options of a mutation, for `useMutation`. Each of them can be written anew: `{ ...orders.update(), hold: 5000 }`. */
export interface PayloadMutation<TData, TVariables> {
  mutationKey: readonly unknown[]
  mutationFn: (variables: TVariables, context: any) => Promise<TData>
  optimistic: OptimisticFunction<TVariables>
  /** A line for each record. What is written here as a text is a function of the variables. */
  scope?: { id: string }
  coalesce?: 'merge'
  /** Only if the server is busy and says when to ask again. */
  retry: (failureCount: number, error: Error) => boolean
  retryDelay: (failureCount: number, error: Error) => number
}

/** The record that is meant, and the fields that change. A record that is being made has a temporary id, which is a text. */
export type PayloadChange<T extends PayloadRecord> = { id: T['id'] | string } & Partial<Omit<T, 'id'>>

/** The fields of a new record. An `id` that is a text is temporary: the server gives another. */
export type PayloadDraft<T extends PayloadRecord> = { id?: T['id'] | string } & Partial<Omit<T, 'id'>>

/** A collection in the cache. */
export interface PayloadCollection<T extends PayloadRecord> {
  /** A list of records. */
  find(asked?: PayloadFind): PayloadQuery<PayloadPage<T>>
  /** The same, page by page. */
  findInfinite(asked?: PayloadFind): PayloadPages<T>
  /** One record. */
  byId(id: T['id'] | string): PayloadQuery<T>
  /** How many records there are, or meet the condition. */
  count(asked?: Pick<PayloadFind, 'where'>): PayloadCount
  /** Writes fields over a record. */
  update(): PayloadMutation<T, PayloadChange<T>>
  /** Makes a record. Without an `id` it has a temporary one. */
  create(): PayloadMutation<T, PayloadDraft<T>>
  /** Removes a record. */
  remove(): PayloadMutation<T, T['id'] | string>
  /** Writes the same fields over several records. Those that the server refuses are listed as failed, each alone. */
  updateMany(): PayloadMutation<T[], { ids: Array<T['id'] | string>; data: Partial<Omit<T, 'id'>> }>
  /**
   * Gives all queries and mutations with the keys of the collection these options. Data that was hydrated or is shown by its
   * key alone needs it, and so do mutations that go on after a reload.
   */
  defaults(client: object): void
}

/** What is wrong with one field. */
export interface PayloadFieldError {
  /** The path of the field: `items.0.qty`. */
  path: string
  message: string
  /** What the field is called for people. */
  label?: string
}

/** What every request of a collection fails with. */
export interface PayloadError extends Error {
  name: 'PayloadError'
  kind:
    | 'validation'
    | 'unauthorized'
    | 'forbidden'
    | 'notFound'
    | 'conflict'
    | 'rateLimited'
    | 'refused'
    | 'server'
    | 'network'
    | 'timeout'
    | 'aborted'
    | 'unreadable'
  /** The status of the answer; 0 if there was none. */
  status: number
  outcome: 'failed' | 'unknown' | 'conflict'
  errors: PayloadFieldError[]
  /** Method and path of the request. */
  request: string
  /** The answer as text. */
  body?: string
  /** The record as the server has it, if the answer to a conflict brings it. */
  current?: unknown
  /** After how many milliseconds the server may be asked again, if it says so. */
  retryAfter?: number
}

/**
 * A collection of a Payload server. The client needs the feature `records`, and `conflicts` for preconditions.
 *
 * @param slug the collection's name
 */
export declare function payloadCollection<T extends PayloadRecord = any>(
  slug: string,
  options?: PayloadCollectionOptions,
): PayloadCollection<T>

/** What the server says of fields, in its order. Empty if the error says nothing of fields. */
export declare function fieldErrors(error: unknown): PayloadFieldError[]
