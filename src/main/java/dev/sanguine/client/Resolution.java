package dev.sanguine.client;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of a change that somebody else was faster than.
 *
 * @param <V> the type of the variables
 */
@SuppressWarnings("UnusedTypeParameter") // It ties an answer to the mutation that asks.
public final class Resolution<V extends @Nullable Object> {
  final @Nullable Object raw;

  private Resolution(@Nullable Object raw) {
    this.raw = raw;
  }

  /**
   * It is sent again on top of theirs, as it is.
   *
   * @param <V> the type of the variables
   * @return that
   */
  public static <V extends @Nullable Object> Resolution<V> mine() {
    return new Resolution<>("mine");
  }

  /**
   * It is given up.
   *
   * @param <V> the type of the variables
   * @return that
   */
  public static <V extends @Nullable Object> Resolution<V> theirs() {
    return new Resolution<>("theirs");
  }

  /**
   * It is sent with these variables instead.
   *
   * @param <V> the type of the variables
   * @param variables what is sent
   * @return that
   */
  public static <V extends @Nullable Object> Resolution<V> instead(V variables) {
    return new Resolution<>(variables);
  }
}
