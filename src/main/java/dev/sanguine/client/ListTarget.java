package dev.sanguine.client;

/**
 * Queries whose data holds a list of records: the data is the list itself, or has it as its {@code docs} (as Payload
 * answers), or in each of its {@code pages} (an infinite query). A record is known by its {@code id}: a member of a
 * document; on the JVM also a component of a Java record or a public field. Implemented by {@link ListKey}, {@link
 * ListFilters} and {@link InfiniteKey} alone.
 *
 * @param <E> the type of the records
 */
public interface ListTarget<E> {}
