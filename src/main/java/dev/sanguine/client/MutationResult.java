package dev.sanguine.client;

import org.jspecify.annotations.Nullable;

/**
 * What a mutation observer sees of its latest mutation at one moment. A change makes a new one.
 *
 * @param <V> the type of the variables
 * @param <A> the type of the answer
 */
public final class MutationResult<V extends @Nullable Object, A extends @Nullable Object> {
  final dev.sanguine.query.state.MutationResult raw;

  MutationResult(dev.sanguine.query.state.MutationResult raw) {
    this.raw = raw;
  }

  /** {@return true if no mutation was started, or it was let go} */
  public boolean isIdle() {
    return raw.isIdle;
  }

  /** {@return true if it is under way} */
  public boolean isPending() {
    return raw.isPending;
  }

  /** {@return true if it is confirmed} */
  public boolean isSuccess() {
    return raw.isSuccess;
  }

  /** {@return true if it has failed} */
  public boolean isError() {
    return raw.isError;
  }

  /** {@return true if it waits for the network, or for those before it in its scope} */
  public boolean isPaused() {
    return raw.isPaused;
  }

  /** {@return the answer; null before it is there} */
  @SuppressWarnings("unchecked")
  public @Nullable A data() {
    return (A) Plain.orNull(raw.data);
  }

  /** {@return what it failed with; null if it did not} */
  public @Nullable Object error() {
    return Plain.orNull(raw.error);
  }

  /** {@return what it was started with; null before} */
  @SuppressWarnings("unchecked")
  public @Nullable V variables() {
    return (V) Plain.orNull(raw.variables);
  }

  /** {@return how many attempts failed} */
  public int failureCount() {
    return raw.failureCount;
  }

  /** {@return what the last attempt failed with; null if it did not} */
  public @Nullable Object failureReason() {
    return Plain.orNull(raw.failureReason);
  }

  /** {@return when it was started, in ms since 1970; 0 before} */
  public double submittedAt() {
    return raw.submittedAt;
  }
}
