package dev.sanguine.client;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Names a value in the cache and says its type. Parts go from the general to the particular: {@code
 * QueryKey.of("order", 12)}. Two keys are equal if their parts are.
 *
 * <p>A key that is used with two types gives each reader what the other wrote: make the keys of an app in one place.
 *
 * @param <T> the type of the data
 */
public class QueryKey<T> extends Target<T> {
  final Object key;
  private final Object[] parts;

  QueryKey(Object[] parts) {
    this.parts = new Object[parts.length];
    for (int i = 0; i < parts.length; i++) {
      this.parts[i] = Plain.of(parts[i]);
    }
    key = dev.sanguine.query.QueryKey.of(this.parts);
  }

  /**
   * A key of these parts: strings, numbers, booleans, documents and lists. Numbers of any type become doubles.
   *
   * @param <T> the type of the data
   * @param parts from the general to the particular
   * @return the key
   */
  public static <T> QueryKey<T> of(Object... parts) {
    return new QueryKey<>(parts);
  }

  /**
   * A key of data that holds a list; see {@link ListTarget}.
   *
   * @param <T> the type of the data: the list, or the record that holds it
   * @param <E> the type of the list's records
   * @param parts from the general to the particular
   * @return the key
   */
  public static <T, E> ListKey<T, E> ofList(Object... parts) {
    return new ListKey<>(parts);
  }

  /**
   * A key of an infinite query.
   *
   * @param <P> the type of a page
   * @param <C> the type of a page's parameter
   * @param <E> the type of the records in the pages' lists
   * @param parts from the general to the particular
   * @return the key
   */
  public static <P, C, E> InfiniteKey<P, C, E> ofPages(Object... parts) {
    return new InfiniteKey<>(parts);
  }

  /** {@return every query whose key starts with this one} */
  public Filters<T> filters() {
    return new Filters<>(this, null, null);
  }

  @Override
  final Object raw() {
    return key;
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return other instanceof QueryKey && Arrays.equals(parts, ((QueryKey<?>) other).parts);
  }

  @Override
  public final int hashCode() {
    return Arrays.hashCode(parts);
  }

  @Override
  public final String toString() {
    return Arrays.toString(parts);
  }
}
