/**
 * @file Sends what waits as one request, waits for pauses, and holds changes that can be undone.
 *
 * ```ts
 * import { pacing } from 'sanguine/pacing'
 * const queryClient = new QueryClient({ features: [pacing] })
 * ```
 *
 * @packageDocumentation
 */
export type { Coalescing, DebounceOption, HoldOption } from './mutation-options.js'

/**
 * The feature: mutations of the client may say `coalesce`, `debounce` and `hold`.
 *
 * @param client the client of any adapter. With an alias its type is TanStack's
 */
export declare function pacing(client: object): void
