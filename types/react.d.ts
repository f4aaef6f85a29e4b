/** @file Hooks beside those of react-query: what is pending, and what failed. */
import type { IntentFilters, IntentResult } from './intents.js'
import type { QueryKey } from './keys.js'

/**
 * The intents that the filters mean, in the order of issue; all of the client without filters. A bare key is meant exactly. The
 * array is the same one until something of it changed. Throws an Error if the client does not stand on Sanguine.
 *
 * A client whose intents were looked at once keeps what failed until it is sent again or discarded.
 *
 * ```tsx
 * const saving = useIntents({ queryKey: ['events'], id: event.id }).length > 0
 * ```
 *
 * @param queryClient the one of QueryClientProvider by default
 */
export declare function useIntents(filters?: IntentFilters | QueryKey, queryClient?: object): IntentResult[]

/** Those of them that the server has not answered yet: `queued` or `sent`. */
export declare function usePendingIntents(filters?: IntentFilters | QueryKey, queryClient?: object): IntentResult[]

/**
 * Those of them that have left the views: `failed`, or `unknown` until a fetch shows what became of them. Each can be sent again, by
 * `retry()`, or forgotten, by `discard()`.
 *
 * ```tsx
 * function Unsaved({ id }: { id: number }) {
 *   return useUnsavedIntents({ queryKey: ['events'], id }).map((intent) => (
 *     <p key={intent.mutationId}>
 *       {intent.fields.join(', ')} could not be saved.
 *       <button onClick={() => intent.retry()}>Retry</button>
 *       <button onClick={() => intent.discard()}>Discard</button>
 *     </p>
 *   ))
 * }
 * ```
 */
export declare function useUnsavedIntents(filters?: IntentFilters | QueryKey, queryClient?: object): IntentResult[]
