/** @file A mutation, its state, and the cache that holds them all. */
import type { NotifyEvent } from './base.js'
import { Removable, Subscribable } from './base.js'
import type { QueryClient } from './client.js'
import type { MutationFilters } from './filters.js'
import type { Intent } from './intent.js'
import type { DefaultError, MutationMeta } from './keys.js'
import type { MutationFunctionContext, MutationOptions } from './mutation-options.js'
import type { MutationObserver } from './observers.js'
import type { MutationStatus } from './results.js'

/** The state of a mutation. */
export interface MutationState<
  TData = unknown,
  TError = DefaultError,
  TVariables = unknown,
  TOnMutateResult = unknown,
> {
  /** The value that onMutate returned. */
  context: TOnMutateResult | undefined
  data: TData | undefined
  error: TError | null
  /** The number of failed attempts so far, and the error of the last one. */
  failureCount: number
  failureReason: TError | null
  /** True if it waits: for the network, for its scope, for a pause, or because it is held. */
  isPaused: boolean
  status: MutationStatus
  variables: TVariables | undefined
  /** When `mutate` was called, in milliseconds since 1970; 0 before that. */
  submittedAt: number
  /** Until when the change is held, in milliseconds since 1970. 0 or absent if it is not held. */
  heldUntil?: number
}

/** One change of a mutation's state. */
export type MutationAction<TData, TError, TVariables, TOnMutateResult> =
  | { type: 'pending'; isPaused: boolean; variables?: TVariables; context?: TOnMutateResult }
  | { type: 'success'; data: TData }
  | { type: 'error'; error: TError }
  | { type: 'failed'; failureCount: number; error: TError | null }
  | { type: 'pause' }
  | { type: 'continue' }

/** The parts of a mutation. */
export interface MutationConfig<TData, TError, TVariables, TOnMutateResult> {
  client: QueryClient
  mutationId: number
  mutationCache: MutationCache
  options: MutationOptions<TData, TError, TVariables, TOnMutateResult>
  state?: MutationState<TData, TError, TVariables, TOnMutateResult>
}

/** One call of `mutate`: its request, its state and its intent. */
export declare class Mutation<
  TData = unknown,
  TError = DefaultError,
  TVariables = unknown,
  TOnMutateResult = unknown,
> extends Removable {
  state: MutationState<TData, TError, TVariables, TOnMutateResult>
  options: MutationOptions<TData, TError, TVariables, TOnMutateResult>
  readonly mutationId: number
  constructor(config: MutationConfig<TData, TError, TVariables, TOnMutateResult>)
  get meta(): MutationMeta | undefined
  setOptions(options: MutationOptions<TData, TError, TVariables, TOnMutateResult>): void
  addObserver(observer: MutationObserver<any, any, any, any>): void
  removeObserver(observer: MutationObserver<any, any, any, any>): void
  protected optionalRemove(): void
  /** Goes on after a pause. A mutation that was restored from storage starts. */
  continue(): Promise<unknown>
  /**
   * Sends the change. Its intent shows before this returns. The promise rejects with the final error, after all
   * callbacks.
   */
  execute(variables: TVariables): Promise<TData>
  /**
   * Gives the change up. What `optimistic` changed is taken back at once, the `signal` of the context is aborted, and
   * the mutation fails with a CancelledError. If the request has left, the outcome is unknown. Nothing happens if the
   * mutation has settled.
   */
  cancel(): void
  /**
   * Takes the change back if it is held (`hold`). It leaves every view, nothing is sent, and the mutation fails with a
   * CancelledError whose `silent` is true. False if the change is not held. There once a client has the feature `pacing`.
   */
  undo?(): boolean
  /** Sends the change now if it is held or waits for a pause of `debounce`. There once a client has the feature `pacing`. */
  sendNow?(): boolean
}

/** Callbacks for every mutation. Each is awaited, before the mutation's own. */
export interface MutationCacheConfig {
  onError?: (
    error: DefaultError,
    variables: unknown,
    onMutateResult: unknown,
    mutation: Mutation<unknown, unknown, unknown>,
    context: MutationFunctionContext,
  ) => Promise<unknown> | unknown
  onSuccess?: (
    data: unknown,
    variables: unknown,
    onMutateResult: unknown,
    mutation: Mutation<unknown, unknown, unknown>,
    context: MutationFunctionContext,
  ) => Promise<unknown> | unknown
  onMutate?: (
    variables: unknown,
    mutation: Mutation<unknown, unknown, unknown>,
    context: MutationFunctionContext,
  ) => Promise<unknown> | unknown
  onSettled?: (
    data: unknown | undefined,
    error: DefaultError | null,
    variables: unknown,
    onMutateResult: unknown,
    mutation: Mutation<unknown, unknown, unknown>,
    context: MutationFunctionContext,
  ) => Promise<unknown> | unknown
  /**
   * Called once for each change that leaves the views. The change failed, was cancelled (its `error` is then a
   * CancelledError), or its outcome is unknown. The views are right again by then, and no onError has run. It is not
   * awaited. If it throws, the error is reported. `mutation.execute(intent.variables)` sends the change again, with the
   * same idempotency key.
   */
  onRollback?: (intent: RolledBackIntent, mutation: Mutation<unknown, unknown, unknown>) => void
}

/** A change that has left the views. */
export type RolledBackIntent = Pick<Intent, 'variables' | 'error'> & {
  readonly state: 'failed' | 'conflict' | 'unknown'
}

interface MutationEvent<TType extends NotifyEvent['type']> extends NotifyEvent {
  type: TType
  mutation: Mutation<any, any, any, any>
}

interface MutationObserverEvent<TType extends NotifyEvent['type']> extends MutationEvent<TType> {
  observer: MutationObserver<any, any, any>
}

/** The events of a mutation cache. */
export type MutationCacheNotifyEvent =
  | MutationEvent<'added'>
  | MutationEvent<'removed'>
  | (MutationEvent<'updated'> & { action: MutationAction<any, any, any, any> })
  | MutationObserverEvent<'observerAdded'>
  | MutationObserverEvent<'observerRemoved'>
  | {
      type: 'observerOptionsUpdated'
      mutation?: Mutation<any, any, any, any>
      observer: MutationObserver<any, any, any, any>
    }

/** All mutations of a client, oldest first. */
export declare class MutationCache extends Subscribable<(event: MutationCacheNotifyEvent) => void> {
  config: MutationCacheConfig
  constructor(config?: MutationCacheConfig)
  /** Makes a mutation with these options, and adds it. */
  build<TData, TError, TVariables, TOnMutateResult>(
    client: QueryClient,
    options: MutationOptions<TData, TError, TVariables, TOnMutateResult>,
    state?: MutationState<TData, TError, TVariables, TOnMutateResult>,
  ): Mutation<TData, TError, TVariables, TOnMutateResult>
  add(mutation: Mutation<any, any, any, any>): void
  /** Removes the mutation. If it is pending, its change is given up. */
  remove(mutation: Mutation<any, any, any, any>): void
  has(mutation: Mutation<any, any, any, any>): boolean
  /** True if the mutation has no scope, or is the first pending one of its scope. */
  canRun(mutation: Mutation<any, any, any, any>): boolean
  /** Lets the next mutation of the same scope go on. */
  runNext(mutation: Mutation<any, any, any, any>): Promise<unknown>
  /** Removes all mutations. */
  clear(): void
  getAll(): Array<Mutation>
  /** The first mutation that matches the filters. The key is matched exactly unless they say `exact: false`. */
  find<TData = unknown, TError = DefaultError, TVariables = any, TOnMutateResult = unknown>(
    filters: MutationFilters,
  ): Mutation<TData, TError, TVariables, TOnMutateResult> | undefined
  /** All mutations that match the filters. */
  findAll(filters?: MutationFilters): Array<Mutation>
  notify(event: MutationCacheNotifyEvent): void
  /** Sends all paused mutations, each scope in its order. */
  resumePausedMutations(): Promise<unknown>
}
