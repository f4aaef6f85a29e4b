/** @file Notices that a client does not stand on Sanguine, because no alias reached what made it. */
import type { QueryClient } from './client.js'

/**
 * The client itself, to be put around where it is made: `checkClient(new QueryClient())`, with the QueryClient of any adapter. In
 * development it throws an Error for a client of query-core, or of another copy of this package; in production it does nothing.
 */
export declare function checkClient<TClient extends object = QueryClient>(client: TClient): TClient
