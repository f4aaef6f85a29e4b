/** @file What only some apps use, beside the module `sanguine` and on its engine. */
import { Subscribable } from './base.js'
import type { QueryClient } from './client.js'
import type { Intent, IntentState, VersionRule } from './intent.js'
import type { MutationKey, QueryKey } from './keys.js'

export * from './events.js'

/**
 * The rule for records that carry a version in this field (`updatedAt` in Payload), for the option `version` of queries.
 * A record that has the version it had before was changed by nobody, so a change that is under way is not in it; once the
 * change is confirmed, its answer's version is the first that holds it. Versions are numbers, or texts that sort, as ISO
 * dates do; where they are missing, or more than one record was changed, nothing is decided.
 */
export declare function byVersion(field: string): VersionRule

/**
 * Says, in `optimistic`, that the record it makes bears this id until the answer names it. Mutations whose variables hold
 * the id, anywhere in them, show their changes at once and are sent when the server's id is known, with that id in their
 * variables; where the record is not made they fail with the same error, in the same step, and are not sent.
 *
 * @param id a text that stands for nothing else: `crypto.randomUUID()`. Anything else throws an Error
 * @param idOf gives the server's id from the answer; `answer.id` by default. Where it gives none, those that wait fail
 */
export declare function temporary(intent: Intent, id: string, idOf?: (answer: any) => unknown): void

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
 * ```tsx
 * function useIntents(filters?: IntentFilters) {
 *   const client = useQueryClient()
 *   const [observer] = useState(() => new IntentsObserver(client, filters))
 *   useEffect(() => observer.setOptions(filters))
 *   return useSyncExternalStore(observer.subscribe, observer.getCurrentResult, observer.getCurrentResult)
 * }
 *
 * function Unsaved({ id }: { id: number }) {
 *   const failed = useIntents({ queryKey: ['events'], id }).filter((intent) => intent.state === 'failed')
 *   return failed.map((intent) => (
 *     <p key={intent.mutationId}>
 *       {intent.fields.join(', ')} could not be saved.
 *       <button onClick={() => intent.retry()}>Retry</button>
 *       <button onClick={() => intent.discard()}>Discard</button>
 *     </p>
 *   ))
 * }
 * ```
 */
export declare class IntentsObserver extends Subscribable<(intents: IntentResult[]) => void> {
  /** Everything without filters; a bare key is meant exactly. Throws an Error for anything else. */
  constructor(client: QueryClient, filters?: IntentFilters | QueryKey)
  /** Other filters. */
  setOptions(filters?: IntentFilters | QueryKey): void
  /** The intents that the filters mean: the same array until something changed. */
  getCurrentResult: () => IntentResult[]
}
