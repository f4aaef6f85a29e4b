package shop.orders;

import dev.sanguine.payload.PayloadError;

/** When the server may be asked again, and how that is said. */
final class Waits {
  private static final double SECOND_MS = 1_000;

  private Waits() {}

  /** Milliseconds that the server asks to wait; 0 if it does not say. */
  static double of(Object error) {
    double asked = error instanceof PayloadError ? ((PayloadError) error).retryAfter() : 0;
    return asked > 0 ? asked : 0;
  }

  /** "30 seconds", rounded up; null if there is nothing to wait for. */
  static String text(double milliseconds) {
    double seconds = Math.ceil(milliseconds / SECOND_MS);
    if (!(seconds > 0)) {
      return null;
    }
    if (seconds <= 90) {
      return count(seconds, "second");
    }
    return seconds <= 90 * 60
        ? count(Math.ceil(seconds / 60), "minute")
        : count(Math.ceil(seconds / 3600), "hour");
  }

  private static String count(double number, String unit) {
    return Amounts.whole(number) + " " + unit + (number == 1 ? "" : "s");
  }
}
