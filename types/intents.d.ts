/**
 * @file The module that shows and debugs: lists of pending and failed changes, and the event log. It uses the engine of
 * `sanguine`.
 */
import { Subscribable } from './base.js'
import type { IntentState } from './intent.js'
import type { MutationKey, QueryKey } from './keys.js'

export * from './events.js'
/** The functions of `sanguine`, for code that imports them from here. */
export { byVersion, realId, temporary } from './intent.js'

/** Chooses intents. All members are optional. */
export interface IntentFilters {
  /** Intents that change a query whose key starts with this one. */
  queryKey?: QueryKey
  /** True: only this key itself. False by default. */
  exact?: boolean
  /** Intents that change the record with this id, in a list or by itself. `fields` then names fields of that record. */
  id?: string | number
  /**
   * Intents that change records of this type: by `intent.record`, by `intent.add`, or in a query whose option `records`
   * says this type. `{ record: 'order', id: 7 }` is what a row asks for.
   */
  record?: string
}

/** An intent as a plain object. The object stays the same one until something in it changes. */
export interface IntentResult<TVariables = unknown, TError = unknown> {
  mutationId: number
  mutationKey: MutationKey | undefined
  variables: TVariables
  /**
   * `held` as long as it can be undone. `queued` before its request leaves, then `sent`. `confirmed` until a fetched value
   * contains the change. `failed`, `conflict` or `unknown` after the change left the views.
   */
  state: IntentState | 'held'
  /**
   * The names of the fields that it changes, of the records that the filters mean. A helper names its fields. For a
   * function they are the fields in which the values before and after it differ.
   */
  fields: string[]
  /** The keys of the queries that it changes. */
  keys: QueryKey[]
  error: TError | null
  /** How often it was sent, with its idempotency key. */
  attempts: number
  /** Milliseconds since 1970. */
  submittedAt: number
  /**
   * For a change that failed or is unknown: sends it again, by the same mutation, with the same variables and the same
   * idempotency key. The change shows again before this returns. You need not handle a rejection of the promise.
   */
  retry(): Promise<unknown>
  /** For a change that failed or is unknown: forgets it. For a pending change: the same as `mutation.cancel()`. */
  discard(): void
  /** Of a `conflict`: the record that the change was made on. Lists of records, if it is about several. */
  base?: any
  /** Of a `conflict`: that record with the change. Undefined if the change removes it. */
  mine?: any
  /** Of a `conflict`: the record as the server has it. Undefined if that is not known. */
  theirs?: any
  /**
   * Of a `conflict`: decides it. `'mine'` sends the change again on top of theirs, and `'theirs'` forgets it. Anything else
   * are the variables with which it is sent instead. You need not handle a rejection of the promise.
   */
  resolve?(answer: 'mine' | 'theirs' | TVariables): Promise<unknown>
  /** If it is held: until when, in milliseconds since 1970. */
  heldUntil: number | undefined
  /** If it is held: takes it back, and nothing is sent. False if it is not. */
  undo(): boolean
  /** If it is held or waits for a pause: sends it now. False if it does not. */
  sendNow(): boolean
}

/**
 * Lists the pending changes of mutations with `optimistic`, and those that failed, in the order of issue. Listeners are
 * called through the notify manager, once for all that happened before.
 *
 * Once a client has an observer, a failed mutation is kept with its variables until somebody retries or discards it. An
 * unknown one is kept until a later fetch of what it changed lands. So make an observer when the app starts. A mutation
 * that is removed from the mutation cache is not listed.
 *
 * In React use the hooks of `sanguine/react`. Elsewhere:
 *
 * ```ts
 * const observer = new IntentsObserver(client, { queryKey: ['events'], id: 1 })
 * const show = () => draw(observer.getCurrentResult().filter((intent) => intent.state === 'failed'))
 * const stop = observer.subscribe(show)
 * show()
 * ```
 */
export declare class IntentsObserver extends Subscribable<(intents: IntentResult[]) => void> {
  /**
   * Without filters it lists everything. A bare key means exactly that key. Throws an Error for anything else.
   *
   * @param client the client of any adapter. With an alias its type is TanStack's
   */
  constructor(client: object, filters?: IntentFilters | QueryKey)
  /** Changes the filters. */
  setOptions(filters?: IntentFilters | QueryKey): void
  /** The intents that match the filters. The array stays the same one until something in it changes. */
  getCurrentResult: () => IntentResult[]
}
