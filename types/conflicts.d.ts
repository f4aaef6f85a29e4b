/**
 * @file The feature `conflicts`. It settles changes that somebody else was faster than, and changes of several records that
 * the server takes in part.
 */
import type { QueryClient } from './client.js'
import type { Conflict, PartialOutcome } from './mutation-options.js'

/**
 * The feature, for the clients that need it:
 *
 * ```ts
 * const client = new QueryClient({ features: [conflicts] })
 * client.setQueryDefaults(['orders'], { version: byVersion('updatedAt') })
 * ```
 *
 * A mutation with `optimistic` then sends `context.version` as a precondition. If the server refuses it with 409 or 412,
 * the change is merged by field with what the server has, and sent again. If both have changed the same field, the change
 * is listed as `conflict` until somebody decides.
 */
export declare function conflicts(client: QueryClient): void

/**
 * The option `settle` for servers that answer a change of several documents with `docs` and `errors`. The `docs` were
 * changed. Each of the `errors` names one that was not, by `id`. Payload answers so, with status 400. It reads the answer,
 * the error, and the body of the error in its `data`, `body` or `json`, or in those of its `response`.
 */
export declare function settleDocs(answer: unknown, variables: unknown, error: unknown): PartialOutcome | undefined

/**
 * What is known of the conflict that a mutation failed with. Undefined or null if the error is no conflict that waits for a
 * decision. A mutation fails with the server's own error. If it was not sent, because the page knew of the conflict before,
 * it fails with an Error whose `outcome` is `'conflict'`.
 */
export declare function conflictOf(error: unknown): Conflict<any, any> | null | undefined
