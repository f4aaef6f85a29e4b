/** @file The options of a mutation: how it is sent, what it changes at once, and which callbacks it calls. */
import type { QueryClient } from './client.js'
import type { QueryFilters } from './filters.js'
import type { Intent } from './intent.js'
import type { DefaultError, MutationKey, MutationMeta, QueryKey } from './keys.js'
import type { NetworkMode, RetryDelayValue, RetryValue } from './query-options.js'

/** Mutations of one scope run one after the other, in the order of their calls. */
export type MutationScope = { id: string }

/** The last argument of the mutation function and of every callback. */
export type MutationFunctionContext = {
  client: QueryClient
  meta: MutationMeta | undefined
  mutationKey?: MutationKey
  /** Aborted when the mutation is cancelled. Only mutations with `optimistic` have it. */
  signal?: AbortSignal
  /**
   * The same for all attempts of one mutation, so that the server recognises a request. Only mutations with
   * `optimistic` have it.
   */
  idempotencyKey?: string
  /**
   * The confirmed record that the change is about, without any pending change. Null if it is about none, or about several.
   * Only with the feature `conflicts`, as the next members.
   */
  base?: any
  /** The confirmed records that the change is about. */
  bases?: any[]
  /**
   * The version of `base`, for a precondition. Null if none is known. Send it if you read it: then the next mutation of
   * the scope need not wait for a request that was given up.
   */
  version?: any
  /** The conflict that nobody has decided about. Only the callbacks of a mutation that failed with one have it. */
  conflict?: Conflict<any, any>
  /** What failed of a change of several records that was taken in part. Only callbacks have it. */
  failed?: Array<{ id: string | number; error: unknown }>
  /**
   * True if the page is being left, and the browser will let this request outlive it: give it to `fetch`. Needs the
   * feature `pacing`.
   */
  keepalive?: boolean
}

/** Sends the change and gives the answer. If it rejects, that is the error of the mutation. */
export type MutationFunction<TData = unknown, TVariables = unknown> = (
  variables: TVariables,
  context: MutationFunctionContext,
) => Promise<TData>

/** What becomes of two calls that wait in one scope. */
export type Coalescing<TVariables = unknown> =
  'latest' | 'merge' | 'insert' | 'delete' | ((waiting: TVariables, next: TVariables) => TVariables | undefined)

/** The pause that a request waits for, in milliseconds. */
export type DebounceOption = {
  wait: number
  /** How long the first change of a burst waits at most. Without it there is no end. */
  maxWait?: number
}

/** How long a change can be undone, in milliseconds. */
export type HoldOption = {
  ms: number
  /** What leaving the page does with it: `'send'`, the default, or `'cancel'`. */
  onLeave?: 'send' | 'cancel'
}

/** True, false, a key that means exactly that key, or filters. */
export type ResyncTarget = boolean | QueryKey | QueryFilters

/**
 * The outcome of a change whose request failed. `failed`: it was not made. `unknown`: nobody can tell. `conflict`: it was
 * not made, because somebody else was faster.
 */
export type FailureOutcome = 'failed' | 'unknown' | 'conflict'

/** A change that somebody else was faster than. If it is about several records, the records are lists. */
export interface Conflict<TVariables = unknown, TError = unknown> {
  /** The record that the change was made on. */
  base: any
  /** That record with the change. Undefined if the change removes it. */
  mine: any
  /** The record as the server has it. Undefined if that is not known. */
  theirs: any
  variables: TVariables
  /** What the request was refused with. Null if it was not sent, because the page knew of the conflict before. */
  error: TError | null
  /** How often the change was refused: 1 the first time. */
  attempt: number
}

/** What `onConflict` answers: what becomes of the change. */
export type ConflictAnswer<TVariables = unknown> =
  'mine' | 'theirs' | TVariables | undefined | PromiseLike<'mine' | 'theirs' | TVariables | undefined>

/** What a change of several records failed in: ids, each alone or with its error. */
export type FailedRecords = ReadonlyArray<string | number | { id: string | number; error?: unknown }>

/** What a server took of a change of several records. */
export type PartialOutcome<TData = any> =
  | FailedRecords
  | {
      failed: FailedRecords
      /** What the mutation brings, if it ended with an error. */
      answer?: TData
    }

/**
 * Writes down what a mutation changes, before it is sent. It returns nothing. If it returns a promise, the mutation
 * fails.
 */
export type OptimisticFunction<TVariables = void> = (intent: Intent, variables: TVariables) => void | undefined

/** The options of a mutation. All times are milliseconds. */
export interface MutationOptions<TData = unknown, TError = DefaultError, TVariables = void, TOnMutateResult = unknown> {
  /** Sends the change. A mutation without it fails when it is executed. */
  mutationFn?: MutationFunction<TData, TVariables>
  /** The key for filters and for `setMutationDefaults`. */
  mutationKey?: MutationKey
  /**
   * Writes down what the mutation changes in the cache. The change shows in the same call of `mutate`. If the mutation
   * fails, the change leaves by itself. If it succeeds, the change becomes the server's value. If this function throws,
   * that is the error of the mutation, and nothing is sent.
   *
   * ```ts
   * optimistic(intent, event) {
   *   intent.merge(['events', event.id], event)
   *   intent.merge(['events'], event)
   * }
   * ```
   */
  optimistic?: OptimisticFunction<TVariables>
  /**
   * Says which queries the one fetch after the last pending change goes to.
   *
   * - true, the default: each query that was changed
   * - false: no query
   * - a key or filters: the queries that these mean, in place of the changed ones
   *
   * A changed query that is not among them takes the change as confirmed and becomes stale. A function is called when
   * the mutation settles; it receives no `data` if the outcome is unknown. If the function throws, the error is
   * reported, and the changed queries are fetched. Any other value fails the mutation.
   */
  resync?: ResyncTarget | ((data: TData | undefined, variables: TVariables) => ResyncTarget)
  /**
   * Makes the confirmed value of a changed query, from the answer and the value without the change. Undefined leaves
   * that value. By default an answer with an `id` is written over the record with that id.
   */
  merge?: (data: TData, variables: TVariables, old: any) => unknown
  /**
   * Says if the server may have made the change although its request failed: `'unknown'` or `'failed'`. If it returns
   * neither, the error's own `outcome` counts, and then the rule. The rule: a status of 500 and above is unknown, and
   * so are the errors with which `fetch` and other clients report a lost answer. If it throws, the error is reported.
   */
  outcome?: (error: TError) => FailureOutcome | undefined
  /**
   * Says if an error means that somebody else was faster: true, false, or `{ theirs }` with the record as the server has
   * it. Undefined leaves it to the error: its own `outcome`, or a status of 409 or 412. Needs the feature `conflicts`.
   */
  conflict?: (error: TError) => boolean | { theirs: unknown } | undefined
  /**
   * Decides what becomes of a change that somebody else was faster than. It is sent again three times at most. If the
   * function throws, the error is reported, and the change is merged by field. Needs the feature `conflicts`.
   *
   * - `'mine'`: sends it again on top of theirs, as it is
   * - `'theirs'`: gives it up; the mutation fails
   * - undefined, the default: merges by field, and asks the person about a field that both have changed
   * - anything else: the variables with which it is sent instead
   */
  onConflict?: (conflict: Conflict<TVariables, TError>) => ConflictAnswer<TVariables>
  /**
   * Says which records of a change of several the server did not take. Their changes leave, and they are listed as failed,
   * each alone. The others are confirmed. It receives the answer, or the error. Needs the feature `conflicts`.
   */
  settle?: (answer: TData | undefined, variables: TVariables, error: TError | null) => PartialOutcome<TData> | undefined
  /**
   * The variables for one of several records, with which it is sent again alone. By default every list of the records, or
   * of their ids, is narrowed to that one. Needs the feature `conflicts`.
   */
  narrow?: (variables: TVariables, id: string | number) => TVariables
  /**
   * Runs after `optimistic` and before `mutationFn`, and is awaited. The other callbacks receive its value. If it
   * throws, the mutation fails and nothing is sent.
   */
  onMutate?: (variables: TVariables, context: MutationFunctionContext) => Promise<TOnMutateResult> | TOnMutateResult
  /** Awaited. If it throws, the mutation fails. */
  onSuccess?: (
    data: TData,
    variables: TVariables,
    onMutateResult: TOnMutateResult,
    context: MutationFunctionContext,
  ) => Promise<unknown> | unknown
  /**
   * Runs after the change of `optimistic` is taken back, and is awaited. If it throws, that is an unhandled rejection.
   */
  onError?: (
    error: TError,
    variables: TVariables,
    onMutateResult: TOnMutateResult | undefined,
    context: MutationFunctionContext,
  ) => Promise<unknown> | unknown
  /** Runs after onSuccess or onError, and is awaited. */
  onSettled?: (
    data: TData | undefined,
    error: TError | null,
    variables: TVariables,
    onMutateResult: TOnMutateResult | undefined,
    context: MutationFunctionContext,
  ) => Promise<unknown> | unknown
  /** How often a failed request is sent again; 0 by default. */
  retry?: RetryValue<TError>
  /** The time before each retry. By default 1000, doubled with each failure, at most 30000. */
  retryDelay?: RetryDelayValue<TError>
  /** If it waits for the network. By default `'online'`: it waits. With `'always'` a cut network is a failure. */
  networkMode?: NetworkMode
  /** How long a settled mutation is kept without observers; 300000 by default. */
  gcTime?: number
  /** Data of the app. */
  meta?: MutationMeta
  /** Mutations of one scope run one after the other. Without a scope they run side by side. */
  scope?: MutationScope
  /**
   * What becomes of the changes of this scope that wait for their turn. Needs the feature `pacing` and a `scope`, one for
   * each record. At most one request of the scope is then on its way, and at most one waits.
   *
   * - `'latest'`: the variables of the later call replace those that wait
   * - `'merge'`: the fields of the later call are put over those that wait, at the top level
   * - `'insert'`: the mutation creates the record, and takes the changes in that come while it waits
   * - `'delete'`: the mutation deletes the record. Changes that wait are not sent, and a creation that waits neither
   * - a function: it makes the variables of one call; undefined keeps the two apart
   */
  coalesce?: Coalescing<TVariables>
  /**
   * The request waits until no further change of this scope came for so many milliseconds. `maxWait` ends the wait of the
   * first change. Needs the feature `pacing` and a `scope`.
   */
  debounce?: number | DebounceOption
  /**
   * The change shows, and its request waits for so many milliseconds. Until then `undo()` takes it back. Needs the feature
   * `pacing`.
   */
  hold?: number | HoldOption
  /** Set by the engine: the defaults are filled in. */
  _defaulted?: boolean
}

/** The options of a mutation's observer. */
export interface MutationObserverOptions<
  TData = unknown,
  TError = DefaultError,
  TVariables = void,
  TOnMutateResult = unknown,
> extends MutationOptions<TData, TError, TVariables, TOnMutateResult> {
  /** True: adapters throw a failure while rendering; false by default. */
  throwOnError?: boolean | ((error: TError) => boolean)
}

/**
 * Callbacks of one call of `mutate`. They run only for the latest call of an observer, and only while it has listeners.
 */
export interface MutateOptions<TData = unknown, TError = DefaultError, TVariables = void, TOnMutateResult = unknown> {
  onSuccess?: (
    data: TData,
    variables: TVariables,
    onMutateResult: TOnMutateResult | undefined,
    context: MutationFunctionContext,
  ) => void
  onError?: (
    error: TError,
    variables: TVariables,
    onMutateResult: TOnMutateResult | undefined,
    context: MutationFunctionContext,
  ) => void
  onSettled?: (
    data: TData | undefined,
    error: TError | null,
    variables: TVariables,
    onMutateResult: TOnMutateResult | undefined,
    context: MutationFunctionContext,
  ) => void
}

/** The parameters of `mutate`. The variables are optional if they may be undefined. */
export type MutateFunctionRest<
  TData = unknown,
  TError = DefaultError,
  TVariables = void,
  TOnMutateResult = unknown,
> = undefined extends TVariables
  ? [variables?: TVariables, options?: MutateOptions<TData, TError, TVariables, TOnMutateResult>]
  : [variables: TVariables, options?: MutateOptions<TData, TError, TVariables, TOnMutateResult>]

export type MutateFunction<TData = unknown, TError = DefaultError, TVariables = void, TOnMutateResult = unknown> = (
  ...rest: MutateFunctionRest<TData, TError, TVariables, TOnMutateResult>
) => Promise<TData>
