package dev.sanguine.client;

import org.jspecify.annotations.Nullable;

/**
 * The key of an {@link InfiniteQuery}; made by {@link QueryKey#ofPages}.
 *
 * @param <P> the type of a page
 * @param <C> the type of a page's parameter
 * @param <E> the type of the records in the pages' lists; Object if a page holds none
 */
public final class InfiniteKey<P, C, E> extends QueryKey<Pages<P, C>> implements ListTarget<E> {
  InfiniteKey(Object[] parts) {
    super(parts);
  }

  @Override
  @Nullable
  Pages<P, C> typed(@Nullable Object data) {
    return data == null ? null : Pages.read(data);
  }

  @Override
  @Nullable
  Object plain(@Nullable Pages<P, C> value) {
    return Plain.of(value == null ? null : value.document());
  }
}
