/** @file Hooks beside those of react-query: what is pending, and what failed. */
import type { IntentFilters, IntentResult } from './intents.js'
import type { QueryKey } from './keys.js'

/**
 * The intents that match the filters, in the order of issue. Without filters they are all intents of the client. A bare
 * key means exactly that key. The array stays the same one until something in it changes. Throws an Error if the client
 * does not run on Sanguine.
 *
 * Once a component has used this hook, the client keeps failed changes until somebody retries or discards them.
 *
 * ```tsx
 * const saving = useIntents({ queryKey: ['events'], id: event.id }).length > 0
 * ```
 *
 * @param queryClient the client; that of QueryClientProvider by default
 */
export declare function useIntents(filters?: IntentFilters | QueryKey, queryClient?: object): IntentResult[]

/** The intents that the server has not answered yet: `held`, `queued` or `sent`. */
export declare function usePendingIntents(filters?: IntentFilters | QueryKey, queryClient?: object): IntentResult[]

/**
 * The intents that have left the views: `failed`, or `unknown` until a fetch shows what became of them. `retry()` sends such a change
 * again, and `discard()` forgets it.
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
