package dev.sanguine.client;

/**
 * The key of data that holds a list; made by {@link QueryKey#ofList}. See {@link ListTarget}.
 *
 * @param <T> the type of the data: the list, or the record that holds it
 * @param <E> the type of the list's records
 */
public final class ListKey<T, E> extends QueryKey<T> implements ListTarget<E> {
  ListKey(Object[] parts) {
    super(parts);
  }

  @Override
  public ListFilters<T, E> filters() {
    return new ListFilters<>(this, null);
  }
}
