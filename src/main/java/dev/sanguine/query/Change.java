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
  final Seq<Part> parts = new Seq<>();
  /** Its number in the order of issue. */
  double serial;
  /** Makes the value of the answer, once that is there; null before, and where the answer says nothing. */
  Updater answer;

  final int kind;
  /** What the helper was given; the {@link Updater} of a function. */
  final Object value;
  /** The field that is incremented. */
  String field;

  @JsConstructor
  Change(int kind, Object value) {
    this.kind = kind;
    this.value = value;
  }

  /** True where the answer is there and takes the place of the change: the app's own merge. */
  boolean isReplaced() {
    return answer != null && intent.mutation.options.merge != null;
  }

  /** True where doing it twice is doing it once, so that it may be folded over a value that already holds it. */
  boolean isIdempotent() {
    return kind == RESYNC || kind >= SET && kind <= UPSERT && !intent.makesRecords;
  }

  /** True where it makes data out of nothing. */
  boolean creates() {
    return kind == SET;
  }

  boolean means(Query query) {
    return filters == null ? hash.equals(query.queryHash) : Matching.matchQuery(filters, query);
  }

  /** The value after the change; undefined where it says that nothing changes. */
  Object apply(Object old, Documents documents) {
    switch (kind) {
      case FUNCTION:
        return ((Updater) value).update(Dev.on() ? documents.freeze(old) : old);
      case RESYNC:
        return old;
      case SET:
        return value;
      case INCREMENT:
        Object number = documents.field(old, field);
        return documents.with(old, field, (number == null ? 0 : documents.number(number)) + documents.number(value));
      case MERGE:
        return Lists.merged(documents, old, value, true);
      case REMOVE:
        return Lists.replace(documents, old, value, item -> null, null);
      case UPSERT:
        return Lists.replace(documents, old, documents.field(value, "id"), item -> value, value);
      default:
        return Lists.added(documents, old, value, kind == PREPEND);
    }
  }
}
