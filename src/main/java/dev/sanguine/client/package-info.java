/**
 * The typed face of the engine, the same for JVM programs and for J2CL apps.
 *
 * <p>{@link dev.sanguine.client.Client} is the way in. A {@link dev.sanguine.client.QueryKey} names a value and says its
 * type, a {@link dev.sanguine.client.Query} how it is fetched, a {@link dev.sanguine.client.Mutation} how it is changed
 * and what that changes at once, an {@link dev.sanguine.client.Observer} shows it, and a {@link
 * dev.sanguine.client.Future} is what is still to come. All of them stand on {@code dev.sanguine.query} and hold no
 * state of their own; what they have no word for is reached by {@link dev.sanguine.client.Client#engine}.
 *
 * <p>Values are never changed in place. They are documents ({@link dev.sanguine.json.Json}), or immutable objects of the
 * program's own; on the JVM those are compared by {@code equals}, and records are as good as documents. Null is no
 * value: it stands for absent. A lone number is a {@code Double}, as in documents: an Integer or a Long that is handed
 * in as a key's part, an id or a value becomes one. Times and delays are milliseconds.
 */
@NullMarked
package dev.sanguine.client;

import org.jspecify.annotations.NullMarked;
