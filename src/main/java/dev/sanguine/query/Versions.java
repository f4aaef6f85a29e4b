package dev.sanguine.query;

import dev.sanguine.env.Development;
import dev.sanguine.env.OrderedSet;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;
import dev.sanguine.env.Values;
import dev.sanguine.query.callbacks.VersionRule;
import dev.sanguine.query.state.OverlappingChange;
import dev.sanguine.records.RecordIds;
import dev.sanguine.records.RecordShape;
import jsinterop.annotations.JsIgnore;
import jsinterop.annotations.JsType;

/**
 * Lets the records' versions decide what a fetched value holds. While the change is under way: a record that it touches
 * and that has the version it had before was not changed by anybody, so the change is not in. Once it is confirmed: the
 * answer's version is the first that holds it. Versions are numbers, or texts that sort (as ISO dates do).
 */
@JsType
public final class Versions {
  private final Values values;
  private final RecordShape shape;
  private final String field;

  private Versions(Query query, String field) {
    values = query.environment().values;
    shape = query.shape();
    this.field = field;
  }

  /** The rule for records whose version stands in that field: {@code updatedAt} in Payload. */
  public static VersionRule by(String field) {
    OrderedSet<String> told = new OrderedSet<>();
    return (fetched, change, query) -> {
      if (change == null) {
        // Asked of no change, it says what it goes by.
        return field;
      }
      Versions versions = new Versions(query, field);
      Seq<Object> found = versions.records(fetched).values();
      if (Development.on()
          && told.size() == 0
          && found.size() > 0
          && !found.some(versions::isVersioned)) {
        told.add(query.queryHash);
        query
            .environment()
            .errors
            .report(
                "byVersion: no record of " + query.queryHash + " has the field " + field
                    + ", so it decides nothing. Name the field that holds the version, or give the"
                    + " query none.",
                null);
      }
      return versions.holds(fetched, change);
    };
  }

  /** True of a value with a version, and of one that is no record. */
  private boolean isVersioned(Object value) {
    return idOf(value).equals("") || versionOf(value) != null;
  }

  private Object holds(Object fetched, OverlappingChange change) {
    Table<String, Object> now = records(fetched);
    Table<String, Object> before = records(change.before);
    Seq<String> touched = touched(before, records(change.after));
    String answered = idOf(change.answer);
    Object first = versionOf(change.answer);
    // The answer speaks for its own record only: for the one that was changed, or made, if no
    // other was.
    if (first != null
        && touched.size() == 1
        && (touched.get(0).equals(answered) || !before.has(touched.get(0)))) {
      double since = compare(versionOf(now.get(answered)), first);
      return since >= 0 ? (Object) true : since < 0 ? (Object) false : null;
    }
    Table<String, Object> base = records(change.base);
    boolean lacks = touched.size() > 0;
    for (int i = 0; i < touched.size(); i++) {
      String id = touched.get(i);
      lacks &= compare(versionOf(now.get(id)), versionOf(base.get(id))) == 0;
    }
    return lacks ? (Object) false : null;
  }

  /** The ids of the records that were changed, added or taken out. */
  private Seq<String> touched(Table<String, Object> before, Table<String, Object> after) {
    Seq<String> touched = new Seq<>();
    after.each(record -> {
      String id = idOf(record);
      if (!values.same(before.get(id), record)) {
        touched.add(id);
      }
    });
    before.each(record -> {
      if (!after.has(idOf(record))) {
        touched.add(idOf(record));
      }
    });
    return touched;
  }

  /**
   * The records of a value by the texts of their ids: of its lists, or the value itself. Of several copies, as overlapping pages
   * have them, the oldest counts: the value holds a change only if all of them do.
   */
  private Table<String, Object> records(Object value) {
    Table<String, Object> records = new Table<>();
    Seq<Object> lists = shape.listsIn(values, value);
    if (lists.size() == 0) {
      records.put(idOf(value), value);
    }
    lists.each(list -> values.items(list).each(record -> {
      Object copy = records.get(idOf(record));
      if (copy == null || !(compare(versionOf(copy), versionOf(record)) < 0)) {
        records.put(idOf(record), record);
      }
    }));
    return records;
  }

  private String idOf(Object record) {
    Object id = shape.idOf(values, record);
    return values.isUndefined(id) || id == null ? "" : RecordIds.text(id);
  }

  /** A number or a text; null for all else. */
  private Object versionOf(Object record) {
    Object version = record == null ? null : values.field(record, field);
    return version instanceof Double || version instanceof String ? version : null;
  }

  /** Negative, 0 or positive; NaN if the two cannot be compared. */
  @JsIgnore
  public static double compare(Object a, Object b) {
    if (a instanceof Double && b instanceof Double) {
      return (Double) a - (Double) b;
    }
    return a instanceof String && b instanceof String
        ? ((String) a).compareTo((String) b)
        : Double.NaN;
  }
}
