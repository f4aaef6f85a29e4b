/** Requests: one for many callers, attempts, cancelling, the network, pages and streams. No change is pending here. */
package dev.sanguine.query.fetching;
