/**
 * The surface of query-core: {@link dev.sanguine.query.QueryClient}, caches, queries, mutations, observers, hydration. The
 * classes that JavaScript sees are these, not wrappers of them.
 *
 * <p>Begin with {@link dev.sanguine.query.Query} for a read and {@link dev.sanguine.query.MutationRun} for a change. What an
 * optimistic change does to a query is not decided here but in {@code dev.sanguine.law}, which sees this package through
 * {@link dev.sanguine.query.QueryFold}, {@link dev.sanguine.query.MutationIntents} and {@link
 * dev.sanguine.query.ClientLaw}.
 *
 * <p>The rooms of this package are one module with it, and may name its classes:
 *
 * <ul>
 *   <li>{@code options}: what an app says of queries, mutations and clients, and filters.
 *   <li>{@code callbacks}: the functions that an app gives, one interface each.
 *   <li>{@code state}: what queries and mutations show, tell and write down.
 *   <li>{@code fetching}: attempts, pages, streams.
 *   <li>{@code index}: queries by the beginning of their keys, mutations by their scopes, and what filters match.
 *   <li>{@code pending}: the list of what is not saved yet, and what the log of events reads.
 *   <li>{@code pattern}: snapshots that are put back by hand, as TanStack Query's guide teaches it.
 *   <li>{@code records}, {@code conflicts}, {@code pacing}: features, which a client has only if its program asks for them.
 *   <li>{@code drafts}: what is typed into forms and not saved yet.
 * </ul>
 *
 * <p>It may use {@code env}, {@code json}, {@code records} and {@code law}. A class that is missing in this folder is in
 * src/main/jvm and in src/main/browser, once for each runtime.
 */
package dev.sanguine.query;
