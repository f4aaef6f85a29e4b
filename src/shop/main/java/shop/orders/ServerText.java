package shop.orders;

/** A server's own words, as far as a person reads them. */
final class ServerText {
  static final int LONGEST = 160;

  private ServerText() {}

  /** On one line, without characters that cannot be seen, cut where it gets long, without the full stop at its end. */
  static String clean(String text) {
    StringBuilder out = new StringBuilder();
    boolean gap = false;
    for (int i = 0; i < text.length() && out.length() <= LONGEST; i++) {
      char c = text.charAt(i);
      if (isGap(c)) {
        gap = out.length() > 0;
      } else if (!isHidden(c)) {
        out.append(gap ? " " : "").append(c);
        gap = false;
      }
    }
    String line = out.length() > LONGEST ? cut(out.toString()) : out.toString();
    return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
  }

  /** At a blank, if there is one near the end; never between the halves of one character. */
  private static String cut(String line) {
    int blank = line.lastIndexOf(' ', LONGEST - 1);
    int end = blank > LONGEST / 2 ? blank : LONGEST - 1;
    if (end == LONGEST - 1
        && line.charAt(end - 1) >= '\uD800'
        && line.charAt(end - 1) <= '\uDBFF') {
      end--;
    }
    return line.substring(0, end) + "…";
  }

  private static boolean isGap(char c) {
    return c <= ' ' || c == '\u00a0' || c == '\u2028' || c == '\u2029';
  }

  /** Controls, and marks that hide text or turn its direction. */
  private static boolean isHidden(char c) {
    return (c >= '\u007f' && c <= '\u009f')
        || c == '\u00ad'
        || c == '\u061c'
        || (c >= '\u200b' && c <= '\u200f')
        || (c >= '\u202a' && c <= '\u202e')
        || (c >= '\u2060' && c <= '\u206f')
        || c == '\ufeff';
  }
}
