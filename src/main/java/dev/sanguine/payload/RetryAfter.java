package dev.sanguine.payload;

/** Reads the header Retry-After: seconds, or the date of HTTP, "Wed, 21 Oct 2026 07:28:00 GMT". */
final class RetryAfter {
  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
  private static final double DAY_MS = 86_400_000;

  private RetryAfter() {}

  /**
   * Milliseconds to wait from {@code now}; NaN if the header says neither.
   *
   * @param header may be null
   */
  static double milliseconds(String header, double now) {
    if (header == null) {
      return Double.NaN;
    }
    double seconds = header.length() > 9 ? Double.NaN : digits(header, 0, header.length());
    double date = date(header);
    return seconds >= 0
        ? seconds * 1000
        : Double.isNaN(date) ? Double.NaN : Math.max(0, date - now);
  }

  private static double date(String text) {
    boolean hasItsForm = text.length() == 29
        && text.substring(3, 5).equals(", ")
        && text.charAt(7) == ' '
        && text.charAt(11) == ' '
        && text.charAt(16) == ' '
        && text.charAt(19) == ':'
        && text.charAt(22) == ':'
        && text.endsWith(" GMT");
    int month = hasItsForm ? MONTHS.indexOf(text.substring(8, 11)) : -1;
    if (month < 0 || month % 3 != 0) {
      return Double.NaN;
    }
    double days = days(digits(text, 12, 16), month / 3 + 1, digits(text, 5, 7));
    return days * DAY_MS
        + ((digits(text, 17, 19) * 60 + digits(text, 20, 22)) * 60 + digits(text, 23, 25)) * 1000;
  }

  /** Days since 1970-01-01, by the calendar whose year begins in March, so that the leap day is its last. */
  private static double days(double year, int month, double day) {
    double y = month > 2 ? year : year - 1;
    int m = month > 2 ? month - 3 : month + 9;
    return y * 365
        + Math.floor(y / 4)
        - Math.floor(y / 100)
        + Math.floor(y / 400)
        + Math.floor((153.0 * m + 2) / 5)
        + day
        - 719469;
  }

  /** The number that these characters write; NaN if one of them is no digit, or there is none. */
  private static double digits(String text, int from, int to) {
    double number = from < to ? 0 : Double.NaN;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      number = c >= '0' && c <= '9' ? number * 10 + (c - '0') : Double.NaN;
    }
    return number;
  }
}
