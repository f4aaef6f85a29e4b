/**
 * The engine through its client, on virtual time. Here are the tests of the surface that query-core has too, and what all
 * tests of the engine share: {@link dev.sanguine.query.EngineCase} has a client, a network and what must hold after every test,
 * {@link dev.sanguine.query.LawCase} the changes by one helper each, {@link dev.sanguine.query.Screen} what a person sees.
 *
 * <p>The rooms below go by topic:
 *
 * <ul>
 *   <li>{@code fetching}, {@code index}, {@code pending}, {@code pattern}: as the packages of the same name.
 *   <li>{@code rollback}: a change that fails, is unknown, or is given up.
 *   <li>{@code settling}: in which order changes show, are sent, settle and are fetched after.
 *   <li>{@code overlap}: a value that a fetch or the server brings while changes are pending, or just after.
 *   <li>{@code writes}: what an app writes by hand beside changes.
 *   <li>{@code helpers}: what the helpers of an intent, and answers, do to records.
 *   <li>{@code reload}: states that are written down and taken in again.
 * </ul>
 *
 * <p>{@code jvm}, {@code browser}: what only the one runtime has.
 */
package dev.sanguine.query;
