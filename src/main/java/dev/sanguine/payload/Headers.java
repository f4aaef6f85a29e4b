package dev.sanguine.payload;

import dev.sanguine.env.Seq;

/** Header fields in order; names are matched in any case. Immutable. */
public final class Headers {
  public static final Headers NONE = new Headers(new Seq<>(), new Seq<>());

  private final Seq<String> names;
  private final Seq<String> values;

  private Headers(Seq<String> names, Seq<String> values) {
    this.names = names;
    this.values = values;
  }

  /**
   * These fields and one more; a field of that name is replaced.
   *
   * @throws IllegalArgumentException if name or value can't stand in a header
   */
  public Headers with(String name, String value) {
    check(name, value);
    Headers more = new Headers(names.copy(), values.copy());
    int at = indexOf(name);
    if (at >= 0) {
      more.values.set(at, value);
    } else {
      more.names.add(name);
      more.values.add(value);
    }
    return more;
  }

  /** These fields and all of {@code others}, which win. */
  public Headers withAll(Headers others) {
    Headers all = this;
    for (int i = 0; i < others.size(); i++) {
      all = all.with(others.name(i), others.value(i));
    }
    return all;
  }

  /** The field's value, or null. */
  public String get(String name) {
    int at = indexOf(name);
    return at < 0 ? null : values.get(at);
  }

  public int size() {
    return names.size();
  }

  public String name(int index) {
    return names.get(index);
  }

  public String value(int index) {
    return values.get(index);
  }

  private int indexOf(String name) {
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).equalsIgnoreCase(name)) {
        return i;
      }
    }
    return -1;
  }

  private static void check(String name, String value) {
    boolean good = name != null && !name.isEmpty();
    for (int i = 0; good && i < name.length(); i++) {
      char c = name.charAt(i);
      good = Names.isWord(c) || "!#$%&'*+-.^`|~".indexOf(c) >= 0;
    }
    if (!good) {
      throw new IllegalArgumentException(
          "header name " + Names.quote(name) + " is none; use letters, digits and '-'");
    }
    // The value isn't shown: it may be a token.
    if (value == null) {
      throw new IllegalArgumentException("header '" + name + "' has no value; give text");
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < 0x20 && c != '\t' || c == 0x7f || c > 0xff) {
        throw new IllegalArgumentException("header '" + name + "' has a character at " + i
            + " that no header can carry; encode the value");
      }
    }
  }
}
