package dev.sanguine.client;

import org.jspecify.annotations.Nullable;

/**
 * Queries that are meant: one, by its {@link QueryKey}, or all that {@link Filters} match.
 *
 * @param <T> the type of their data
 */
public abstract class Target<T> {
  Target() {}

  /** The key, or the filters, as the engine takes them. */
  abstract Object raw();

  /** The engine's value, typed; null if it is absent. */
  @SuppressWarnings("unchecked")
  @Nullable
  T typed(@Nullable Object data) {
    return (T) Plain.orNull(data);
  }

  /** The value as the engine holds it. */
  @Nullable
  Object plain(@Nullable T value) {
    return Plain.of(value);
  }
}
