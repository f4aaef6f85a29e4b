/** @file What only some apps use, beside the module `sanguine` and on its engine. */
import type { Intent, VersionRule } from './intent.js'

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
