package dev.sanguine.query;

import dev.sanguine.env.Documents;
import dev.sanguine.env.Seq;
import jsinterop.annotations.JsConstructor;

/** One change of an intent: where, and what it makes of a value. Helpers are kept as data, functions as they are. */
final class Change {
  /** Changes nothing: its queries are where the fetch after the settle goes. */
  static final int RESYNC = -1;

  static final int FUNCTION = 0;
  static final int SET = 1;
  static final int MERGE = 2;
  static final int REMOVE = 3;
  static final int UPSERT = 4;
  static final int APPEND = 5;
  static final int PREPEND = 6;
  static final int INCREMENT = 7;

  Intent intent;
  /** The exact key, and the hash it is filed under; null where filters say which queries are meant. */
  Object key;

  String hash;
  QueryFilters filters;
  /** Where it stands at present, one for each query. */
  final Seq<FoldedChange> parts = new Seq<>();
  /** Its number in the order of issue. */
  double serial;
  /** What the mutation's answer adds; null before it is there, and if it adds nothing. */
  MutationAnswer answer;

  final int kind;
  /** What the helper was given; the {@link Updater} of a function. */
  final Object value;
  /** The value is an {@link Updater}. */
  final boolean isFunction;
  /** How it is done again, of what a callback has written by hand; null of all else. */
  RepeatableWrite redo;
  /** The field that is incremented. */
  String field;
  /** The id of the record that is incremented; null if the value itself is the record. */
  Object id;

  @JsConstructor
  Change(int kind, Object value, boolean isFunction) {
    this.kind = kind;
    this.value = value;
    this.isFunction = isFunction;
  }

  /** True if the answer is there and takes the place of the change: the app's own merge. */
  boolean isReplaced() {
    return answer != null && answer.merge != null;
  }

  /** True if doing it twice is doing it once, so that it may be folded over a value that already holds it. */
  boolean isIdempotent() {
    return kind == RESYNC
        || redo != null && redo.isRepeatable()
        || kind >= SET && kind <= UPSERT && !isFunction && !intent.makesRecords;
  }

  /** True if it makes data out of nothing. */
  boolean creates() {
    return kind == SET;
  }

  boolean means(Query query) {
    return filters == null ? hash.equals(query.queryHash) : Matching.matchQuery(filters, query);
  }

  /** The value after the change; undefined if it says that nothing changes. */
  Object apply(Object old, Documents documents, RecordShape shape) {
    RecordHelpers helpers = new RecordHelpers(documents, shape);
    switch (kind) {
      case FUNCTION:
        return update(old, documents);
      case RESYNC:
        return old;
      case SET:
        return isFunction ? update(old, documents) : value;
      case INCREMENT:
        return helpers.increment(old, field, documents.number(value), id);
      case MERGE:
        return helpers.merge(old, value, filters == null);
      case REMOVE:
        return helpers.remove(old, value);
      case UPSERT:
        return helpers.upsert(old, value);
      default:
        return helpers.add(old, value, kind == PREPEND);
    }
  }

  private Object update(Object old, Documents documents) {
    return ((Updater) value).update(Development.on() ? documents.freeze(old) : old);
  }
}
