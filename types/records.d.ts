/** @file The feature `records`: one change of a record shows in every query that holds the record. */
import type { QueryClient } from './client.js'

/**
 * The feature, for the clients that need it:
 *
 * ```ts
 * const client = new QueryClient({ features: [records] })
 * client.setQueryDefaults(['orders'], { records: { of: 'order' } })
 * ```
 *
 * It gives `intent.record`, `intent.add`, `client.receive` and `client.receiveRemoval`. A call of these on a client
 * without it throws an Error.
 */
export declare function records(client: QueryClient): void
