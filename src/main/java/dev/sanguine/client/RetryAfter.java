package dev.sanguine.client;

/** Says how long to wait before the next attempt. */
public interface RetryAfter {
  /**
   * Milliseconds to wait.
   *
   * @param failures how many attempts failed before this one: 0 for the first
   * @param error what this one failed with
   * @return milliseconds to wait
   */
  double delay(int failures, Object error);
}
