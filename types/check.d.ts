/** @file Detects a client that does not run on Sanguine, because no override and no alias reached the adapter. */
import type { QueryClient } from './client.js'

/**
 * Returns the client that it receives: `const client = checkClient(new QueryClient())`, with the QueryClient of any
 * adapter. In development it throws an Error if the client is query-core's, or comes from another copy of this package.
 * In production it checks nothing.
 */
export declare function checkClient<TClient extends object = QueryClient>(client: TClient): TClient
