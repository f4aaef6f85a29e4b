package dev.sanguine.testkit;

/**
 * What happened, as strings and whole numbers, and what they add up to: the same on every runtime. The text is kept only
 * where somebody will read it.
 */
final class Trace {
  private final StringBuilder text;
  private int sum = 17;

  Trace(boolean readable) {
    text = readable ? new StringBuilder() : null;
  }

  /** A line: who did what, to what, and a number; {@code about} may be null, a negative number is left out. */
  void say(String who, String what, String about, int number) {
    add(who);
    add(what);
    if (about != null) {
      add(about);
    }
    add(number);
    if (text != null) {
      text.append(who)
          .append(": ")
          .append(what)
          .append(about == null ? "" : " " + about)
          .append(number < 0 ? "" : " " + number)
          .append('\n');
    }
  }

  /** A value that a view shows, which is part of the sum alone. */
  void add(String value) {
    sum = sum * 31 + value.hashCode();
  }

  void add(int value) {
    sum = sum * 31 + value;
  }

  /** A line that is for readers alone. */
  void explain(String line) {
    if (text != null) {
      text.append("  ").append(line).append('\n');
    }
  }

  boolean isReadable() {
    return text != null;
  }

  int sum() {
    return sum;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
