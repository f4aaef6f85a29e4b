package dev.sanguine.records;

import dev.sanguine.env.Documents;
import dev.sanguine.env.Seq;

/** The order of two values of one kind, and of two records by such values. What has no order is NaN, and decides nothing. */
public final class Comparison {
  private static final double UNKNOWN = Double.NaN;

  private Comparison() {}

  /** Negative if {@code a} comes first; NaN if the two have no order: other kinds, null, or nothing. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  static double of(Documents documents, Object a, Object b) {
    if (isMissing(documents, a) || isMissing(documents, b)) {
      return UNKNOWN;
    }
    if (a instanceof String || b instanceof String) {
      return a instanceof String && b instanceof String
          ? ((String) a).compareTo((String) b)
          : UNKNOWN;
    }
    if (a instanceof Boolean && b instanceof Boolean) {
      return ((Boolean) a).compareTo((Boolean) b);
    }
    double difference = documents.number(a) - documents.number(b);
    return Double.isNaN(difference) && a instanceof Comparable && a.getClass() == b.getClass()
        ? ((Comparable) a).compareTo(b)
        : difference;
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
