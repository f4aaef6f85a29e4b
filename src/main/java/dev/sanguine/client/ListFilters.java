package dev.sanguine.client;

import org.jspecify.annotations.Nullable;

/**
 * Filters of queries whose data holds a list; see {@link ListTarget}. Narrow them first: {@code
 * Filters.<Page>under("orders").active().<Order>lists()}.
 *
 * @param <T> the type of the data
 * @param <E> the type of the lists' records
 */
public final class ListFilters<T, E> extends Filters<T> implements ListTarget<E> {
  ListFilters(@Nullable QueryKey<T> key, @Nullable Filters<T> before) {
    super(key, before, null);
  }
}
