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

/** All that is known of a mutation. */
export interface MutationState<
  TData = unknown,
  TError = DefaultError,
  TVariables = unknown,
  TOnMutateResult = unknown,
> {
  /** What onMutate gave. */
  context: TOnMutateResult | undefined
  data: TData | undefined
  error: TError | null
  failureCount: number
  failureReason: TError | null
  /** It waits for the network or for its scope. */
  isPaused: boolean
  status: MutationStatus
  variables: TVariables | undefined
  /** Milliseconds since 1970; 0: not yet. */
  submittedAt: number
}

/** One change of a mutation's state. */
export type MutationAction<TData, TError, TVariables, TOnMutateResult> =
  | { type: 'pending'; isPaused: boolean; variables?: TVariables; context?: TOnMutateResult }
  | { type: 'success'; data: TData }
  | { type: 'error'; error: TError }
  | { type: 'failed'; failureCount: number; error: TError | null }
  | { type: 'pause' }
  | { type: 'continue' }

/** What a mutation is made of. */
export interface MutationConfig<TData, TError, TVariables, TOnMutateResult> {
  client: QueryClient
  mutationId: number
  mutationCache: MutationCache
  options: MutationOptions<TData, TError, TVariables, TOnMutateResult>
  state?: MutationState<TData, TError, TVariables, TOnMutateResult>
}

/** One change that is sent to the server, with its variables and its intent. */
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
  /** Goes on after a pause; one that was restored from storage starts. */
  continue(): Promise<unknown>
  /** Sends the change; its intent shows before this returns. Rejects with the final error, after all callbacks. */
  execute(variables: TVariables): Promise<TData>
  /**
   * Gives the change up: what `optimistic` changed is taken back at once, the context's `signal` is aborted, and the
   * mutation fails with a CancelledError. Nothing happens to one that has settled.
   */
  cancel(): void
}

/** Callbacks for every mutation; each is awaited, before the mutation's own. */
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
   * A change has left the views: it failed, was cancelled (its `error` is a CancelledError then), or nobody knows what
   * became of it. Called once for each, when the views are right again and before any onError; not awaited, and what it
   * throws is reported. `mutation.execute(intent.variables)` sends the change again, with the same idempotency key.
   */
  onRollback?: (intent: RolledBackIntent, mutation: Mutation<unknown, unknown, unknown>) => void
}

/** A change that has left the views. */
export type RolledBackIntent = Pick<Intent, 'variables' | 'error'> & { readonly state: 'failed' | 'unknown' }

interface MutationEvent<TType extends NotifyEvent['type']> extends NotifyEvent {
  type: TType
  mutation: Mutation<any, any, any, any>
}

interface MutationObserverEvent<TType extends NotifyEvent['type']> extends MutationEvent<TType> {
  observer: MutationObserver<any, any, any>
}

/** What a mutation cache tells its listeners. */
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

/** All mutations of a client, in the order in which they came. */
export declare class MutationCache extends Subscribable<(event: MutationCacheNotifyEvent) => void> {
  config: MutationCacheConfig
  constructor(config?: MutationCacheConfig)
  build<TData, TError, TVariables, TOnMutateResult>(
    client: QueryClient,
    options: MutationOptions<TData, TError, TVariables, TOnMutateResult>,
    state?: MutationState<TData, TError, TVariables, TOnMutateResult>,
  ): Mutation<TData, TError, TVariables, TOnMutateResult>
  add(mutation: Mutation<any, any, any, any>): void
  remove(mutation: Mutation<any, any, any, any>): void
  has(mutation: Mutation<any, any, any, any>): boolean
  /** It is the first of its scope that is pending, or has none. */
  canRun(mutation: Mutation<any, any, any, any>): boolean
  /** Lets the next of the mutation's scope go on. */
  runNext(mutation: Mutation<any, any, any, any>): Promise<unknown>
  clear(): void
  getAll(): Array<Mutation>
  /** The first that the filters mean. A key is meant exactly unless they say `exact: false`. */
  find<TData = unknown, TError = DefaultError, TVariables = any, TOnMutateResult = unknown>(
    filters: MutationFilters,
  ): Mutation<TData, TError, TVariables, TOnMutateResult> | undefined
  findAll(filters?: MutationFilters): Array<Mutation>
  notify(event: MutationCacheNotifyEvent): void
  resumePausedMutations(): Promise<unknown>
}
