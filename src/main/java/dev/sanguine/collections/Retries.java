package dev.sanguine.collections;

import dev.sanguine.payload.ErrorKind;
import dev.sanguine.payload.PayloadError;
import dev.sanguine.query.callbacks.RetryDelay;

/** Which failures are worth another attempt, and when it is made. */
final class Retries {
  private static final double SECOND_MS = 1_000;

  private Retries() {}

  /** What the server asks to wait, at least; without a word of its a second, doubled with each failure. */
  static final RetryDelay DELAY = (failures, error) -> {
    double own = Math.min(SECOND_MS * Math.pow(2, failures), 30 * SECOND_MS);
    double asked = retryAfter(error);
    return asked > own ? asked : own;
  };

  /** A question that was refused will be refused again. */
  static boolean mayHelp(Object error) {
    if (!(error instanceof PayloadError)) {
      return true;
    }
    switch (((PayloadError) error).kind()) {
      case NETWORK:
      case TIMEOUT:
      case SERVER:
      case RATE_LIMITED:
      case UNREADABLE:
        return true;
      default:
        return false;
    }
  }

  /** The server has not made the change, and says when to ask again. */
  static boolean isAskedFor(Object error) {
    boolean isBusy = PayloadError.is(error, ErrorKind.RATE_LIMITED)
        || error instanceof PayloadError && ((PayloadError) error).status() == 503;
    return isBusy && retryAfter(error) >= 0;
  }

  private static double retryAfter(Object error) {
    return error instanceof PayloadError ? ((PayloadError) error).retryAfter() : Double.NaN;
  }
}
