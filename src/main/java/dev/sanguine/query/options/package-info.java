/**
 * What an app says: options of queries, mutations, observers and clients, and filters. Absent members are null.
 *
 * <p>In the browser these are the plain objects that a page writes; on the JVM they are built with methods that return the
 * options themselves. They hold data and functions of {@code callbacks}, and decide nothing. Begin with {@link
 * dev.sanguine.query.options.QueryOptions} and {@link dev.sanguine.query.options.MutationOptions}. To add an option to
 * mutations: a member here, its name in sanguine.externs.js and in types/mutation-options.d.ts, its merging in
 * src/main/jvm's PlainObjects, and a reader in OwnOptions if query-core does not have it.
 */
package dev.sanguine.query.options;
