package buildtools;

/** The {@code mappings} of a source map: lines of segments, whose numbers are differences. */
final class Mappings {
  private static final String DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  /** Moves what is mapped right of {@code column} in generated line {@code line} by {@code delta}. */
  static String shift(String mappings, int line, int column, int delta) {
    String[] lines = mappings.split(";", -1);
    if (line >= lines.length) {
      return mappings;
    }
    String[] segments = lines[line].split(",", -1);
    int at = 0;
    for (int i = 0; i < segments.length && !segments[i].isEmpty(); i++) {
      int length = numberLength(segments[i]);
      int step = decode(segments[i].substring(0, length));
      at += step;
      if (at > column) {
        // The segments behind this one count from it.
        segments[i] = encode(step + delta) + segments[i].substring(length);
        break;
      }
    }
    lines[line] = String.join(",", segments);
    return String.join(";", lines);
  }

  private static int numberLength(String segment) {
    int i = 0;
    while ((DIGITS.indexOf(segment.charAt(i)) & 32) != 0) {
      i++;
    }
    return i + 1;
  }

  static int decode(String number) {
    int value = 0;
    for (int i = number.length() - 1; i >= 0; i--) {
      value = value << 5 | DIGITS.indexOf(number.charAt(i)) & 31;
    }
    return (value & 1) == 0 ? value >> 1 : -(value >> 1);
  }

  static String encode(int number) {
    StringBuilder result = new StringBuilder();
    int rest = number < 0 ? -number << 1 | 1 : number << 1;
    do {
      int digit = rest & 31;
      rest >>>= 5;
      result.append(DIGITS.charAt(rest == 0 ? digit : digit | 32));
    } while (rest != 0);
    return result.toString();
  }

  private Mappings() {}
}
