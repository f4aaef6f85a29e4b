package dev.sanguine.client;

/** Says whether a failure is worth another attempt. */
public interface RetryIf {
  /**
   * Whether to try again.
   *
   * @param failures how many attempts failed before this one: 0 for the first
   * @param error what this one failed with
   * @return whether to try again
   */
  boolean retry(int failures, Object error);
}
