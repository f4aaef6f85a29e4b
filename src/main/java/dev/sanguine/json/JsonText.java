package dev.sanguine.json;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** Writes values as JSON.stringify does. */
public final class JsonText {
  private JsonText() {}

  /**
   * Appends the value's text.
   *
   * @param sorted members in the order of their names: the stable form that keys are hashed by
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
      Map<?, ?> map = (Map<?, ?>) value;
      out.append('{');
      boolean first = true;
      for (Map.Entry<?, ?> entry : (sorted ? new TreeMap<Object, Object>(map) : map).entrySet()) {
        if (!first) {
          out.append(',');
        }
        first = false;
        quote(String.valueOf(entry.getKey()), out);
        out.append(':');
        write(entry.getValue(), out, sorted);
      }
      out.append('}');
    } else if (value instanceof Collection) {
      out.append('[');
      boolean first = true;
      for (Object item : (Collection<?>) value) {
        if (!first) {
          out.append(',');
        }
        first = false;
        write(item, out, sorted);
      }
      out.append(']');
    } else {
      quote(value.toString(), out);
    }
  }

  /** A number as JavaScript prints it, for all that are whole or of everyday size. */
  static String number(double d) {
    if (Double.isNaN(d) || Double.isInfinite(d)) {
      return "null";
    }
    if (d == Math.rint(d) && Math.abs(d) < 1e21) {
      return new java.math.BigDecimal(d).toBigInteger().toString();
    }
    String text = Double.toString(d);
    int e = text.indexOf('E');
    if (e < 0) {
      return text;
    }
    int exponent = Integer.parseInt(text.substring(e + 1));
    if (exponent >= -7 && exponent < 21) {
      return new java.math.BigDecimal(text).stripTrailingZeros().toPlainString();
    }
    String digits = text.substring(0, e);
    return (digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits)
        + "e" + (exponent > 0 ? "+" : "") + exponent;
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
      } else if (c < 0x20) {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
