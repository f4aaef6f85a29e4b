package dev.sanguine.records;

import dev.sanguine.env.Documents;
import dev.sanguine.env.Predicate;
import dev.sanguine.env.Seq;
import org.jspecify.annotations.Nullable;

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
  public Holds of(Object record, @Nullable Object parent) {
    return all(record, where);
  }

  @Override
  public Holds ofFields(Object fields) {
    return all(fields, where);
  }

  @Override
  public boolean isAbout(Object fields) {
    return isAbout(documents.names(fields), where);
  }

  private boolean isAbout(Seq<String> fields, Object condition) {
    return documents.names(condition).some(name -> {
      Object value = documents.field(condition, name);
      String lower = name.toLowerCase();
      return lower.equals("and") || lower.equals("or")
          ? parts(value).some(part -> isAbout(fields, part))
          : fields.has(RecordShape.split(name).get(0));
    });
  }

  private Holds all(Object record, Object condition) {
    if (!documents.isRecord(condition)) {
      return Holds.UNKNOWN;
    }
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
      return group(record, value, lower.equals("or"));
    }
    FieldValue field = new FieldValue(documents, record, RecordShape.split(name));
    if (!field.isKnown) {
      return Holds.UNKNOWN;
    }
    if (!documents.isRecord(value)) {
      return compare("equals", field.value, value);
    }
    Holds all = Holds.YES;
    Seq<String> operators = documents.names(value);
    for (int i = 0; i < operators.size(); i++) {
      String operator = operators.get(i);
      all = both(all, compare(operator, field.value, documents.field(value, operator)));
    }
    return all;
  }

  /** The parts are listed, or counted, as they are in an address: {@code or[0]}, {@code or[1]}. */
  private Seq<Object> parts(Object listed) {
    return documents.isList(listed)
        ? documents.items(listed)
        : documents.names(listed).map(name -> documents.field(listed, name));
  }

  private Holds group(Object record, Object listed, boolean isOr) {
    if (!documents.isList(listed) && !documents.isRecord(listed)) {
      return Holds.UNKNOWN;
    }
    Seq<Object> parts = parts(listed);
    // Neither of nothing: a group without parts asks for nothing.
    Holds one = isOr && parts.size() > 0 ? Holds.NO : Holds.YES;
    for (int i = 0; i < parts.size(); i++) {
      Holds part = all(record, parts.get(i));
      one = isOr ? not(both(not(one), not(part))) : both(one, part);
    }
    return one;
  }

  private Holds compare(String operator, @Nullable Object field, Object wanted) {
    switch (operator) {
      case "exists":
        return holds((field != null) == !"false".equals(String.valueOf(wanted)));
      case "equals":
        return holds(isEqual(field, wanted));
      case "not_equals":
        return holds(!isEqual(field, wanted));
      case "in":
        return holds(among(wanted).some(one -> isEqual(field, one)));
      case "not_in":
        return holds(!among(wanted).some(one -> isEqual(field, one)));
      case "all":
        return holds(!among(wanted).some(one -> !isEqual(field, one)));
      case "greater_than":
        return ordered(field, wanted, 1, 1);
      case "greater_than_equal":
        return ordered(field, wanted, 1, 0);
      case "less_than":
        return ordered(field, wanted, -1, 1);
      case "less_than_equal":
        return ordered(field, wanted, -1, 0);
      case "contains":
        return inText(field, text -> text.contains(lower(wanted)));
      case "like":
        return inText(field, text -> hasWords(text, lower(wanted)));
      case "not_like":
        // Some databases count what is null as not like it, others do not.
        return field == null
            ? Holds.UNKNOWN
            : not(inText(field, text -> hasWords(text, lower(wanted))));
      default:
        return Holds.UNKNOWN;
    }
  }

  /** A relation is its id, whether the record holds that or the other record; a list holds what one of its items is. */
  private boolean isEqual(@Nullable Object field, Object wanted) {
    if (field != null && documents.isList(field)) {
      return documents.items(field).some(item -> isEqual(item, wanted));
    }
    if (isMissing(field) || isMissing(wanted) || "null".equals(wanted)) {
      return isMissing(field) && (isMissing(wanted) || "null".equals(wanted));
    }
    if (documents.isRecord(wanted)) {
      // A relation to one of several types says both.
      return sameMember(field, wanted, "relationTo") && sameMember(field, wanted, "value");
    }
    Object value = documents.isRecord(field) ? documents.field(field, "id") : field;
    return RecordIds.same(documents, value, wanted)
        || value instanceof Boolean && String.valueOf(value).equals(String.valueOf(wanted))
        || Comparison.isDate(value)
            && Comparison.isDate(wanted)
            && Comparison.of(documents, value, wanted) == 0;
  }

  private boolean sameMember(Object field, Object wanted, String name) {
    return isEqual(documents.field(field, name), documents.field(wanted, name));
  }

  private boolean isMissing(@Nullable Object value) {
    return Comparison.isMissing(documents, value);
  }

  /** The values of a list, or of a text with commas, as it stands in an address. */
  private Seq<Object> among(Object wanted) {
    if (documents.isList(wanted)) {
      return documents.items(wanted);
    }
    Seq<Object> parts = new Seq<>();
    RecordShape.split(RecordIds.text(wanted), ',').each(part -> parts.add(part.trim()));
    return parts;
  }

  /** Numbers may stand as texts in what is asked for, which comes from an address. */
  private Holds ordered(@Nullable Object field, Object wanted, int sign, double atLeast) {
    if (isMissing(field)) {
      // Nothing is more or less than null.
      return Holds.NO;
    }
    Object comparable = field instanceof String ? wanted : Comparison.number(documents, wanted);
    double difference = Comparison.of(documents, field, comparable) * sign;
    return Double.isNaN(difference)
        ? Holds.UNKNOWN
        : holds(atLeast == 0 ? difference >= 0 : difference > 0);
  }

  private Holds inText(@Nullable Object field, Predicate<String> test) {
    if (isMissing(field)) {
      return Holds.NO;
    }
    Seq<Object> texts = documents.isList(field) ? documents.items(field) : Seq.of(field);
    return texts.some(documents::isRecord)
        ? Holds.UNKNOWN
        : holds(texts.some(one -> test.test(lower(one))));
  }

  private static boolean hasWords(String text, String words) {
    return !RecordShape.split(words, ' ').some(word -> !text.contains(word));
  }

  private static String lower(Object value) {
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

  /** What a record says of a field at the end of a path. */
  private static final class FieldValue {
    /** False if the record lacks the field: a list may leave fields out that the record has. */
    final boolean isKnown;
    /** Null if the record says that there is none. */
    final @Nullable Object value;

    FieldValue(Documents documents, Object record, Seq<String> path) {
      String last = path.get(path.size() - 1);
      path.removeAt(path.size() - 1);
      Object holder = Comparison.at(documents, record, path);
      boolean isId = last.equals("id") && isId(documents, holder);
      Object found = isId ? holder : documents.field(holder, last);
      boolean isAbsent = documents.isUndefined(found);
      // Java's null may be either.
      isKnown = !isAbsent || documents.names(holder).has(last);
      value = isAbsent ? null : found;
    }

    /** The relation is not populated: it is the id itself. */
    private static boolean isId(Documents documents, Object relation) {
      return !Comparison.isMissing(documents, relation)
          && !documents.isRecord(relation)
          && !documents.isList(relation);
    }
  }
}
