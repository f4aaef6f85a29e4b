/**
 * @file The feature `conflicts`. It settles changes that somebody else was faster than, and changes of several records that
 * the server takes in part.
 */
import type { QueryClient } from './client.js'
import type { PartialOutcome } from './mutation-options.js'

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

/** What a mutation rejects with if nobody has decided about its conflict. It is an Error. */
export interface ConflictError extends Error {
  name: 'ConflictError'
  outcome: 'conflict'
  /** What the request was refused with. Undefined if it was not sent, because the page knew of the conflict before. */
  cause?: unknown
  /** The status of the answer. 0 if there was none. */
  status: number
  /** The record that the change was made on. */
  base: unknown
  /** That record with the change. */
  mine: unknown
  /** The record as the server has it. Undefined if that is not known. */
  theirs: unknown
}
