package dev.sanguine.client;

import dev.sanguine.env.Mapping;
import dev.sanguine.query.callbacks.Convert;
import dev.sanguine.query.options.QueryOptions;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What can be fetched and observed: a {@link Query} or an {@link InfiniteQuery}, or what {@link #select} makes of one.
 *
 * @param <T> the type of what is seen
 */
public abstract class Source<T> {
  private @Nullable QueryOptions options;

  Source() {}

  /**
   * The same query, seen through a function: of its data each observer is given what the function makes. It must be pure;
   * what it throws is the observer's error. It runs again only for other data, and if its result equals the one before,
   * that one stays. Keep what this returns, since another function counts as a change.
   *
   * @param <R> the type of what is seen then
   * @param mapping makes the other of it
   * @return the source
   */
  public final <R> Source<R> select(Mapping<? super T, ? extends R> mapping) {
    return new Selected<>(this, mapping);
  }

  /** The engine's options; built once. */
  final QueryOptions options() {
    if (options == null) {
      options = new QueryOptions();
      write(options);
    }
    return options;
  }

  abstract void write(QueryOptions into);

  abstract boolean isInfinite();

  /** The engine's value, typed; null if it is absent. */
  abstract @Nullable T typed(@Nullable Object data);

  private static final class Selected<S, T> extends Source<T> {
    private final Source<S> source;
    private final Mapping<? super S, ? extends T> mapping;
    private @Nullable Object last;

    Selected(Source<S> source, Mapping<? super S, ? extends T> mapping) {
      this.source = source;
      this.mapping = mapping;
    }

    @Override
    void write(QueryOptions into) {
      source.write(into);
      Convert inner = into.select;
      into.select =
          data -> shared(mapping.of(source.typed(inner == null ? data : inner.convert(data))));
    }

    private @Nullable Object shared(@Nullable Object next) {
      last = Objects.equals(last, next) ? last : next;
      return last;
    }

    @Override
    boolean isInfinite() {
      return source.isInfinite();
    }

    @Override
    @SuppressWarnings("unchecked")
    @Nullable
    T typed(@Nullable Object data) {
      return (T) Plain.orNull(data);
    }
  }
}
