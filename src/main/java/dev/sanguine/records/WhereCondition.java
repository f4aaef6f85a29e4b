package dev.sanguine.records;

import dev.sanguine.env.Documents;
import dev.sanguine.env.Seq;

/*
 * The condition that a list was asked for with, in the words of Payload's REST API:
 *
 *   { status: { equals: 'open' }, or: [ { total: { greater_than: 100 } }, { 'customer.name': { like: 'ann' } } ] }
 *
 * All members of a condition must hold; `and` and `or` hold lists of conditions. The answer is unknown if the record lacks a
 * field that decides, or if an operator cannot be judged without the server (`near`, `within`).
 */
final class WhereCondition implements Condition {
  private final Documents documents;
  private final Object where;

  WhereCondition(Documents documents, Object where) {
    this.documents = documents;
    this.where = where;
  }

  @Override
  public Holds of(Object record, Object parent) {
    return all(record, where);
  }

  private Holds all(Object record, Object condition) {
    Holds all = Holds.YES;
    Seq<String> names = documents.names(condition);
    for (int i = 0; i < names.size() && all != Holds.NO; i++) {
      all = both(all, member(record, names.get(i), documents.field(condition, names.get(i))));
    }
    return all;
  }

  private Holds member(Object record, String name, Object value) {
    String lower = name.toLowerCase();
    if (lower.equals("and") || lower.equals("or")) {
      return group(record, documents.items(value), lower.equals("or"));
    }
    Object field = Comparison.at(documents, record, RecordShape.split(name));
    if (!documents.isRecord(value)) {
      return compare("equals", field, value);
    }
    Holds all = Holds.YES;
    Seq<String> operators = documents.names(value);
    for (int i = 0; i < operators.size(); i++) {
      all = both(all, compare(operators.get(i), field, documents.field(value, operators.get(i))));
    }
    return all;
  }

  private Holds group(Object record, Seq<Object> parts, boolean isOr) {
    // Neither of nothing: a group without parts asks for nothing.
    Holds one = isOr && parts.size() > 0 ? Holds.NO : Holds.YES;
    for (int i = 0; i < parts.size(); i++) {
      Holds part = all(record, parts.get(i));
      one = isOr ? not(both(not(one), not(part))) : both(one, part);
    }
    return one;
  }

  private Holds compare(String operator, Object field, Object wanted) {
    if (operator.equals("exists")) {
      // A list may leave fields out that the record has.
      return documents.isUndefined(field)
          ? Holds.UNKNOWN
          : holds((field != null) == !"false".equals(String.valueOf(wanted)));
    }
    if (documents.isUndefined(field)) {
      return Holds.UNKNOWN;
    }
    switch (operator) {
      case "equals":
        return holds(isEqual(field, wanted));
      case "not_equals":
        return holds(!isEqual(field, wanted));
      case "in":
        return holds(among(wanted).some(one -> isEqual(field, one)));
      case "not_in":
        return holds(!among(wanted).some(one -> isEqual(field, one)));
      case "greater_than":
        return ordered(field, wanted, 1, 1);
      case "greater_than_equal":
        return ordered(field, wanted, 1, 0);
      case "less_than":
        return ordered(field, wanted, -1, 1);
      case "less_than_equal":
        return ordered(field, wanted, -1, 0);
      case "contains":
        return holds(text(field).contains(text(wanted)));
      case "like":
        return holds(hasWords(text(field), text(wanted)));
      case "not_like":
        return holds(!hasWords(text(field), text(wanted)));
      default:
        return Holds.UNKNOWN;
    }
  }

  /** A relation is its id, whether the record holds that or the other record; a list holds what one of its items is. */
  private boolean isEqual(Object field, Object wanted) {
    if (documents.isList(field)) {
      return documents.items(field).some(item -> isEqual(item, wanted));
    }
    Object value = documents.isRecord(field) ? documents.field(field, "id") : field;
    if (Comparison.isMissing(documents, value) || Comparison.isMissing(documents, wanted)) {
      return value == null && (wanted == null || "null".equals(wanted));
    }
    return RecordIds.same(documents, value, wanted)
        || value instanceof Boolean && String.valueOf(value).equals(String.valueOf(wanted));
  }

  /** The values of a list, or of a text with commas, as it stands in an address. */
  private Seq<Object> among(Object wanted) {
    if (documents.isList(wanted)) {
      return documents.items(wanted);
    }
    Seq<Object> parts = new Seq<>();
    RecordShape.split(text(wanted), ',').each(parts::add);
    return parts;
  }

  /** Numbers may stand as texts in what is asked for, which comes from an address. */
  private Holds ordered(Object field, Object wanted, int sign, double atLeast) {
    Object comparable =
        field instanceof String || !(wanted instanceof String) ? wanted : documents.number(wanted);
    double difference = Comparison.of(documents, field, comparable) * sign;
    return Double.isNaN(difference)
        ? Holds.UNKNOWN
        : holds(atLeast == 0 ? difference >= 0 : difference > 0);
  }

  private static boolean hasWords(String text, String words) {
    return !RecordShape.split(words, ' ').some(word -> !text.contains(word));
  }

  private static String text(Object value) {
    return RecordIds.text(value).toLowerCase();
  }

  private static Holds holds(boolean holds) {
    return holds ? Holds.YES : Holds.NO;
  }

  private static Holds both(Holds a, Holds b) {
    return a == Holds.NO || b == Holds.NO
        ? Holds.NO
        : a == Holds.UNKNOWN || b == Holds.UNKNOWN ? Holds.UNKNOWN : Holds.YES;
  }

  private static Holds not(Holds a) {
    return a == Holds.UNKNOWN ? a : a == Holds.YES ? Holds.NO : Holds.YES;
  }
}
