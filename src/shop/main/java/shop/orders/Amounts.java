package shop.orders;

/** Numbers as text, written alike by every runtime: no locale data, no runtime's own idea of a number's text. */
final class Amounts {
  private Amounts() {}

  /** Whole cents as euros, "€1,234.50"; a dash where it is no number. */
  static String euros(double cents) {
    double whole = Math.floor(Math.abs(cents) + 0.5);
    if (!(whole < 1e15)) {
      return "–";
    }
    String digits = whole(whole);
    while (digits.length() < 3) {
      digits = "0" + digits;
    }
    int units = digits.length() - 2;
    StringBuilder out = new StringBuilder(cents < 0 && whole > 0 ? "-€" : "€");
    for (int i = 0; i < units; i++) {
      if (i > 0 && (units - i) % 3 == 0) {
        out.append(',');
      }
      out.append(digits.charAt(i));
    }
    return out.append('.').append(digits.substring(units)).toString();
  }

  /** A whole number of at most 15 digits, not negative; otherwise a dash. */
  static String whole(double number) {
    if (!(number >= 0 && number < 1e15)) {
      return "–";
    }
    double rest = Math.floor(number);
    StringBuilder out = new StringBuilder();
    do {
      out.append((char) ('0' + (int) (rest % 10)));
      rest = Math.floor(rest / 10);
    } while (rest > 0);
    return out.reverse().toString();
  }
}
