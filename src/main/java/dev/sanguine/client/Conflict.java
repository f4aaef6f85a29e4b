package dev.sanguine.client;

import dev.sanguine.query.conflicts.ConflictsFeature;
import org.jspecify.annotations.Nullable;

/**
 * A change that somebody else was faster than. If it is about several records, each of the three is a list.
 *
 * @param <V> the type of the variables
 */
public final class Conflict<V extends @Nullable Object> {
  private final dev.sanguine.query.state.Conflict raw;

  Conflict(dev.sanguine.query.state.Conflict raw) {
    this.raw = raw;
  }

  /**
   * What is known of the conflict that a mutation failed with and that waits for a decision.
   *
   * @param <V> the type of the variables
   * @param error what the mutation failed with
   * @return the conflict; null if the error is none
   */
  public static <V extends @Nullable Object> @Nullable Conflict<V> of(@Nullable Object error) {
    dev.sanguine.query.state.Conflict raw = ConflictsFeature.conflictOf(error);
    return raw == null ? null : new Conflict<>(raw);
  }

  /** {@return the record that the change was made on; null if that is not known} */
  public @Nullable Object base() {
    return Plain.orNull(raw.base);
  }

  /** {@return that record with the change; null if the change takes it out} */
  public @Nullable Object mine() {
    return Plain.orNull(raw.mine);
  }

  /** {@return the record as the server has it; null if that is not known} */
  public @Nullable Object theirs() {
    return Plain.orNull(raw.theirs);
  }

  /** {@return what the mutation was started with} */
  // Null if the type says so.
  @SuppressWarnings({"unchecked", "NullAway"})
  public V variables() {
    return (V) Plain.orNull(raw.variables);
  }

  /** {@return what the request was refused with; null if it was not sent, since the page knew before} */
  public @Nullable Object error() {
    return Plain.orNull(raw.error);
  }

  /** {@return how often the change was refused: 1 the first time} */
  public int attempt() {
    return raw.attempt;
  }
}
