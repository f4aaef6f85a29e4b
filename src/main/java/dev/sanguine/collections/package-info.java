/**
 * A collection of Payload as queries and mutations: what is asked for stands in the key, so that lists know their records; a
 * change shows at once in every place, carries its precondition and its idempotency key, and is settled by what the server
 * answers. {@link dev.sanguine.collections.CachedCollection} is the way in for Java; JavaScript has {@code payloadCollection}
 * of {@code sanguine/payload}. Both only name the options that {@code CollectionOptions} writes.
 */
package dev.sanguine.collections;
