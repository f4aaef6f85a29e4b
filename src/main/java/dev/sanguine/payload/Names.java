package dev.sanguine.payload;

import dev.sanguine.json.Json;

/** Checks and encodes what goes into an address: nothing that is given can leave its place in it. */
final class Names {
  private static final String HEX = "0123456789ABCDEF";
  private static final double LARGEST_WHOLE = 9007199254740991.0;

  private Names() {}

  static boolean isWord(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
  }

  /** A collection's slug. */
  static String slug(String slug) {
    boolean good = slug != null && !slug.isEmpty();
    for (int i = 0; good && i < slug.length(); i++) {
      good = isWord(slug.charAt(i)) || slug.charAt(i) == '-';
    }
    if (!good) {
      throw new IllegalArgumentException("collection " + quote(slug)
          + " is no slug; use letters, digits, '-' and '_', as in \"orders\"");
    }
    return slug;
  }

  /** A field's path: words with dots between. */
  static String path(String what, String path) {
    boolean good = path != null && !path.isEmpty();
    boolean word = false;
    for (int i = 0; good && i < path.length(); i++) {
      boolean dot = path.charAt(i) == '.';
      good = dot ? word : isWord(path.charAt(i));
      word = !dot;
    }
    if (!good || !word) {
      throw new IllegalArgumentException(what + " " + quote(path)
          + " is no field path; use letters, digits and '_' with dots between, as in"
          + " \"customer.name\"");
    }
    return path;
  }

  /** A record's id as a segment of an address. */
  static String id(Object id) {
    if (id instanceof Number) {
      double number = ((Number) id).doubleValue();
      if (number == Math.floor(number) && Math.abs(number) <= LARGEST_WHOLE) {
        return Json.stringify(number);
      }
    } else if (id instanceof String && isSegment((String) id)) {
      return encode((String) id);
    }
    throw new IllegalArgumentException("id " + quote(id)
        + " names no record; give a whole number or text without '/', '\\' and control characters");
  }

  private static boolean isSegment(String id) {
    boolean onlyDots = true;
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      if (c < 0x20 || c == 0x7f || c == '/' || c == '\\') {
        return false;
      }
      onlyDots &= c == '.';
    }
    return !onlyDots;
  }

  /** Percent-encodes all but unreserved characters, as UTF-8; half a surrogate pair becomes U+FFFD. */
  static String encode(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isWord(c) || c == '-' || c == '.' || c == '~') {
        out.append(c);
        continue;
      }
      int point = c;
      if (c >= 0xd800 && c <= 0xdfff) {
        char low = i + 1 < text.length() ? text.charAt(i + 1) : 0;
        boolean pair = c < 0xdc00 && low >= 0xdc00 && low <= 0xdfff;
        point = pair ? 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00) : 0xfffd;
        i += pair ? 1 : 0;
      }
      if (point < 0x80) {
        octet(point, out);
      } else {
        int rest = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
        octet(0xff00 >> (rest + 1) & 0xff | point >> (6 * rest), out);
        while (rest-- > 0) {
          octet(0x80 | point >> (6 * rest) & 0x3f, out);
        }
      }
    }
    return out.toString();
  }

  private static void octet(int octet, StringBuilder out) {
    out.append('%').append(HEX.charAt(octet >> 4)).append(HEX.charAt(octet & 15));
  }

  /** The value as it stands in a message: text in quotes, long text cut. */
  static String quote(Object value) {
    if (!(value instanceof String)) {
      return "" + value;
    }
    String text = (String) value;
    return '"' + (text.length() > 60 ? text.substring(0, 60) + "..." : text) + '"';
  }
}
