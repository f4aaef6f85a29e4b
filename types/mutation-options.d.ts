/** @file What a mutation is told: how it is sent, what it changes at once, and who hears of it. */
import type { QueryClient } from './client.js'
import type { QueryFilters } from './filters.js'
import type { Intent } from './intent.js'
import type { DefaultError, MutationKey, MutationMeta, QueryKey } from './keys.js'
import type { NetworkMode, RetryDelayValue, RetryValue } from './query-options.js'

/** Mutations of one scope run one after the other, in the order of their calls. */
export type MutationScope = { id: string }

/** What the mutation function and every callback are given last. */
export type MutationFunctionContext = {
  client: QueryClient
  meta: MutationMeta | undefined
  mutationKey?: MutationKey
  /** Aborted when the mutation is cancelled; there for mutations with `optimistic`. */
  signal?: AbortSignal
  /** The same over all attempts of one mutation, for the server to know a request again; there for mutations with `optimistic`. */
  idempotencyKey?: string
}

/** Sends the change; what it rejects with is the mutation's error. */
export type MutationFunction<TData = unknown, TVariables = unknown> = (
  variables: TVariables,
  context: MutationFunctionContext,
) => Promise<TData>

/** True, false, a key that is meant exactly, or filters. */
export type ResyncTarget = boolean | QueryKey | QueryFilters

/** What is known of a change whose request failed: it was not made, or nobody can tell. */
export type FailureOutcome = 'failed' | 'unknown'

/** Says what a mutation changes, before it is sent. It returns nothing: a promise is refused. */
export type OptimisticFunction<TVariables = void> = (intent: Intent, variables: TVariables) => void | undefined

/** The options of a mutation. All times are milliseconds. */
export interface MutationOptions<TData = unknown, TError = DefaultError, TVariables = void, TOnMutateResult = unknown> {
  mutationFn?: MutationFunction<TData, TVariables>
  mutationKey?: MutationKey
  /**
   * Writes down what the mutation changes in the cache. It shows in the same call of `mutate`, leaves by itself when the
   * mutation fails, and becomes the server's value when it succeeds. What it throws is the mutation's error, and nothing
   * is sent then.
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
   * Where the one fetch goes that follows the last pending change: to each query that was changed (true, the default),
   * nowhere (false), or, instead, to the queries that a key or filters mean. What was changed and is not meant takes the
   * change as confirmed and is marked stale. A function is asked when the mutation settles, without `data` where nobody
   * knows what became of it; what it throws is reported, and what was changed is fetched. Anything else fails the mutation.
   */
  resync?: ResyncTarget | ((data: TData | undefined, variables: TVariables) => ResyncTarget)
  /**
   * Makes the confirmed value of a query that `optimistic` changed, from the answer and the value with the change in it;
   * undefined leaves that value. By default an answer with an `id` is written over the record of that id.
   */
  merge?: (data: TData, variables: TVariables, old: any) => unknown
  /**
   * Says whether the server may have made the change although its request failed: `'unknown'` or `'failed'`. If it says
   * neither, the error's own `outcome` counts, and then the rule: statuses of 500 and above, and the errors by which `fetch`
   * and other clients say that an answer was lost, are unknown. What it throws is reported.
   */
  outcome?: (error: TError) => FailureOutcome | undefined
  /** Runs after `optimistic` and before `mutationFn`; awaited. Its value is given to the other callbacks. */
  onMutate?: (variables: TVariables, context: MutationFunctionContext) => Promise<TOnMutateResult> | TOnMutateResult
  /** Awaited; what it throws makes the mutation fail. */
  onSuccess?: (
    data: TData,
    variables: TVariables,
    onMutateResult: TOnMutateResult,
    context: MutationFunctionContext,
  ) => Promise<unknown> | unknown
  /** Runs after what `optimistic` changed is taken back; awaited. What it throws is an unhandled rejection. */
  onError?: (
    error: TError,
    variables: TVariables,
    onMutateResult: TOnMutateResult | undefined,
    context: MutationFunctionContext,
  ) => Promise<unknown> | unknown
  /** Runs after onSuccess or onError; awaited. */
  onSettled?: (
    data: TData | undefined,
    error: TError | null,
    variables: TVariables,
    onMutateResult: TOnMutateResult | undefined,
    context: MutationFunctionContext,
  ) => Promise<unknown> | unknown
  /** 0 by default. */
  retry?: RetryValue<TError>
  /** 1000, doubled with each failure, 30000 at most, by default. */
  retryDelay?: RetryDelayValue<TError>
  /** `'online'` by default: waits for the network. With `'always'` a cut network is a failure. */
  networkMode?: NetworkMode
  /** How long a settled mutation is kept without observers; 300000 by default. */
  gcTime?: number
  meta?: MutationMeta
  scope?: MutationScope
  /** Set by the engine: the defaults are in. */
  _defaulted?: boolean
}

/** The options of a mutation's observer. */
export interface MutationObserverOptions<
  TData = unknown,
  TError = DefaultError,
  TVariables = void,
  TOnMutateResult = unknown,
> extends MutationOptions<TData, TError, TVariables, TOnMutateResult> {
  /** A failure is thrown while rendering; false by default. */
  throwOnError?: boolean | ((error: TError) => boolean)
}

/** Callbacks of one call of `mutate`; they run while the observer has listeners, and only for its latest call. */
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

/** The parameters of `mutate`: the variables may be left out where they may be undefined. */
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
