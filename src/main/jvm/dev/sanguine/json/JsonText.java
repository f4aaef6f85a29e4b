package dev.sanguine.json;

import dev.sanguine.env.Seq;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes values as JSON.stringify does. */
public final class JsonText {
  private JsonText() {}

  /**
   * Appends the value's text. A Java record is written as the document of its components, an enum's constant as its name, and what
   * else the JDK has as its text.
   *
   * @param sorted members in the order of their names: the stable form that keys are hashed by
   * @throws IllegalArgumentException if it holds what is no document, unless the text is for a hash
   */
  public static void write(Object value, StringBuilder out, boolean sorted) {
    if (value == null) {
      out.append("null");
    } else if (value instanceof String) {
      quote((String) value, out);
    } else if (value instanceof Number) {
      out.append(number(((Number) value).doubleValue()));
    } else if (value instanceof Boolean) {
      out.append(value);
    } else if (value instanceof Map) {
      writeMembers((Map<?, ?>) value, out, sorted);
    } else if (value instanceof Collection) {
      writeItems((Collection<?>) value, out, sorted);
    } else if (value instanceof Seq) {
      writeItems(((Seq<?>) value).asList(), out, sorted);
    } else if (JsonMembers.areIn(value)) {
      writeMembers(JsonMembers.of(value), out, sorted);
    } else if (value instanceof Enum) {
      quote(((Enum<?>) value).name(), out);
    } else if (sorted || hasTextOfItsOwn(value)) {
      quote(value.toString(), out);
    } else {
      throw new IllegalArgumentException("Json.stringify: " + value + " is no document; make "
          + value.getClass().getName()
          + " a record, let it implement dev.sanguine.env.Document, or give Json.object(...)"
          + " in its place");
    }
  }

  private static void writeMembers(Map<?, ?> map, StringBuilder out, boolean sorted) {
    out.append('{');
    boolean first = true;
    for (Map.Entry<?, ?> entry : ordered(sorted ? new TreeMap<Object, Object>(map) : map)) {
      if (!first) {
        out.append(',');
      }
      first = false;
      quote(String.valueOf(entry.getKey()), out);
      out.append(':');
      write(entry.getValue(), out, sorted);
    }
    out.append('}');
  }

  private static void writeItems(Collection<?> items, StringBuilder out, boolean sorted) {
    out.append('[');
    boolean first = true;
    for (Object item : items) {
      if (!first) {
        out.append(',');
      }
      first = false;
      write(item, out, sorted);
    }
    out.append(']');
  }

  /** Times, UUIDs, addresses and the like, of the JDK; the text of an app's own class is for people. */
  private static boolean hasTextOfItsOwn(Object value) {
    return value.getClass().getName().startsWith("java.") && !value.getClass().isArray();
  }

  /** The members as JavaScript has them: those whose names are places of an array first, in the order of the places. */
  private static Collection<? extends Map.Entry<?, ?>> ordered(Map<?, ?> map) {
    TreeMap<Long, Map.Entry<?, ?>> places = new TreeMap<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      long place = place(String.valueOf(entry.getKey()));
      if (place >= 0) {
        places.put(place, entry);
      }
    }
    if (places.isEmpty()) {
      return map.entrySet();
    }
    List<Map.Entry<?, ?>> ordered = new ArrayList<>(places.values());
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (place(String.valueOf(entry.getKey())) < 0) {
        ordered.add(entry);
      }
    }
    return ordered;
  }

  /** The place in an array that the name stands for; -1 if it is no such name. */
  private static long place(String name) {
    int size = name.length();
    if (size == 0 || size > 10 || size > 1 && name.charAt(0) == '0') {
      return -1;
    }
    long place = 0;
    for (int i = 0; i < size; i++) {
      char c = name.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      place = place * 10 + c - '0';
    }
    return place < 0xffffffffL ? place : -1;
  }

  /** A number as JavaScript prints it: the fewest digits that give it back, written out up to 21 places. */
  static String number(double d) {
    if (Double.isNaN(d) || Double.isInfinite(d)) {
      return "null";
    }
    if (d == (int) d) {
      return Integer.toString((int) d);
    }
    BigDecimal shortest = shortest(d);
    String digits = shortest.unscaledValue().abs().toString();
    // The place of the point: digits times 10 to the power of (point - their count).
    int point = digits.length() - shortest.scale();
    String sign = d < 0 ? "-" : "";
    if (point > 21 || point < -5) {
      String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
      return sign + digits.charAt(0) + fraction + "e" + (point > 0 ? "+" : "") + (point - 1);
    }
    return shortest.toPlainString();
  }

  private static BigDecimal shortest(double d) {
    BigDecimal exact = new BigDecimal(d);
    // Fifteen digits are always given back, but for the smallest numbers, which hold fewer.
    for (int digits = Math.abs(d) < Double.MIN_NORMAL ? 1 : 15; digits < 17; digits++) {
      // Above a power of two numbers lie twice as far apart as below it, so the second best may do
      // where the best does not.
      for (RoundingMode mode : new RoundingMode[] {RoundingMode.HALF_EVEN, RoundingMode.UP}) {
        BigDecimal rounded = exact.round(new MathContext(digits, mode));
        if (rounded.doubleValue() == d) {
          return rounded.stripTrailingZeros();
        }
      }
    }
    return exact.round(new MathContext(17, RoundingMode.HALF_EVEN)).stripTrailingZeros();
  }

  private static void quote(String s, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c == '\n') {
        out.append("\\n");
      } else if (c == '\r') {
        out.append("\\r");
      } else if (c == '\t') {
        out.append("\\t");
      } else if (c == '\b') {
        out.append("\\b");
      } else if (c == '\f') {
        out.append("\\f");
      } else if (c < 0x20 || Character.isSurrogate(c) && !isWhole(s, i)) {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  /** Whether the surrogate at that place has its other half beside it. */
  private static boolean isWhole(String s, int i) {
    return Character.isHighSurrogate(s.charAt(i))
        ? i + 1 < s.length() && Character.isLowSurrogate(s.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(s.charAt(i - 1));
  }
}
