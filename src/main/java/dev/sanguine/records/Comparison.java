package dev.sanguine.records;

import dev.sanguine.env.Documents;
import dev.sanguine.env.Seq;

/** The order of two values of one kind, and of two records by such values. What has no order is NaN, and decides nothing. */
public final class Comparison {
  private static final double UNKNOWN = Double.NaN;
  private static final String DAY = "0000-00-00";
  private static final String MIDNIGHT = DAY + "T00:00:00.000000000";

  private Comparison() {}

  /** Negative if {@code a} comes first; NaN if the two have no order: other kinds, null, or nothing. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  static double of(Documents documents, Object a, Object b) {
    if (isMissing(documents, a) || isMissing(documents, b)) {
      return UNKNOWN;
    }
    if (a instanceof String || b instanceof String) {
      return a instanceof String && b instanceof String ? ofTexts((String) a, (String) b) : UNKNOWN;
    }
    if (a instanceof Boolean && b instanceof Boolean) {
      return ((Boolean) a).compareTo((Boolean) b);
    }
    double difference = documents.number(a) - documents.number(b);
    return Double.isNaN(difference) && a instanceof Comparable && a.getClass() == b.getClass()
        ? ((Comparable) a).compareTo(b)
        : difference;
  }

  /** Dates are compared as moments, if both are written in the world's time: a day is its midnight. */
  private static double ofTexts(String a, String b) {
    return !isDate(a) || !isDate(b)
        ? a.compareTo(b)
        : hasOtherZone(a) || hasOtherZone(b) ? UNKNOWN : moment(a).compareTo(moment(b));
  }

  /** A text that begins as dates in JSON do: {@code 2026-01-31}. */
  static boolean isDate(Object value) {
    if (!(value instanceof String) || ((String) value).length() < DAY.length()) {
      return false;
    }
    String text = (String) value;
    for (int i = 0; i < DAY.length(); i++) {
      boolean isDigit = text.charAt(i) >= '0' && text.charAt(i) <= '9';
      if (DAY.charAt(i) == '0' ? !isDigit : text.charAt(i) != '-') {
        return false;
      }
    }
    return text.length() == DAY.length() || text.charAt(DAY.length()) == 'T';
  }

  private static boolean hasOtherZone(String date) {
    return date.length() > DAY.length() && !date.endsWith("Z");
  }

  /** With every part of a second written out, so that the order is that of the characters. */
  private static String moment(String date) {
    String known = date.endsWith("Z") ? date.substring(0, date.length() - 1) : date;
    return known.length() < MIDNIGHT.length() ? known + MIDNIGHT.substring(known.length()) : known;
  }

  /** The value as a number, also if it is one as a text; what is none as it is. */
  public static Object number(Documents documents, Object value) {
    if (!(value instanceof String) || !isNumber((String) value)) {
      return value;
    }
    return Double.valueOf((String) value);
  }

  /** As JSON writes numbers: what else Java can read is left alone. */
  private static boolean isNumber(String text) {
    return text.matches("-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
  }

  static boolean isMissing(Documents documents, Object value) {
    return value == null || documents.isUndefined(value);
  }

  /** The value at the end of a path of fields; undefined if a step of it is not there. */
  static Object at(Documents documents, Object record, Seq<String> path) {
    Object value = record;
    for (int i = 0; i < path.size(); i++) {
      value = documents.field(value, path.get(i));
    }
    return value;
  }
}
