/** @file What shows and debugs, beside the module `sanguine` and on its engine. */
import { Subscribable } from './base.js'
import type { IntentState } from './intent.js'
import type { MutationKey, QueryKey } from './keys.js'

export * from './events.js'
/** The functions of `sanguine`, for code that imports them from here. */
export { byVersion, temporary } from './intent.js'

/** Which intents are meant; all members are optional. */
export interface IntentFilters {
  /** Those that change a query whose key starts with it. */
  queryKey?: QueryKey
  /** True: the key itself only. */
  exact?: boolean
  /** Those that change the record with this id, in a list or by itself; `fields` are that record's then. */
  id?: string | number
}

/** What is shown of an intent: a plain object, the same one until something of it changed. */
export interface IntentResult<TVariables = unknown, TError = unknown> {
  mutationId: number
  mutationKey: MutationKey | undefined
  variables: TVariables
  /**
   * `queued` before its request leaves, `sent` after; `confirmed` until a fetched value holds it; `failed` or `unknown`
   * (nobody can tell what became of it), when it has left the views.
   */
  state: IntentState
  /**
   * The names of the fields that it changes, of the records that the filters mean. A helper says them; of a function they
   * are read off the values before and after it.
   */
  fields: string[]
  /** The keys of the queries that it changes. */
  keys: QueryKey[]
  error: TError | null
  /** How often it was sent with its idempotency key. */
  attempts: number
  /** Milliseconds since 1970. */
  submittedAt: number
  /**
   * Where it failed or is unknown: sends it again, by the same mutation, with the same variables and the same idempotency
   * key. The change shows again before this returns. A rejection of the promise need not be handled.
   */
  retry(): Promise<unknown>
  /** Where it failed or is unknown: forgets it. Where it is under way: `mutation.cancel()`. */
  discard(): void
}

/**
 * Watches what mutations with `optimistic` have under way, and what failed of it, in the order of issue. Listeners are
 * called through the notify manager, once for all that happened before it comes to it.
 *
 * Once a client has an observer (make one where the app starts), a failed mutation is kept, with its variables, until it
 * is retried or discarded; an unknown one until a fetch of what it changed, sent afterwards, lands. What is taken out of
 * the mutation cache is not listed.
 *
 * In React: the hooks of `sanguine/react`. Elsewhere:
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
   * Everything without filters; a bare key is meant exactly. Throws an Error for anything else.
   *
   * @param client any adapter's: with an alias its type is TanStack's
   */
  constructor(client: object, filters?: IntentFilters | QueryKey)
  /** Other filters. */
  setOptions(filters?: IntentFilters | QueryKey): void
  /** The intents that the filters mean: the same array until something changed. */
  getCurrentResult: () => IntentResult[]
}
