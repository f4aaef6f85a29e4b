/**
 * One fetch, or one mutation's request: attempts, pauses, the way back if it is cancelled; pages of an infinite query;
 * streams. Begin with {@link dev.sanguine.query.fetching.Retryer}, then {@link dev.sanguine.query.fetching.FetchRun}: there a
 * value that has arrived is handed to the query, or to the law if changes stand over it.
 */
package dev.sanguine.query.fetching;
