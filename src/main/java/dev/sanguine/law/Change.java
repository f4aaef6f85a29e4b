package dev.sanguine.law;

import dev.sanguine.env.Development;
import dev.sanguine.env.Documents;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Values;
import dev.sanguine.records.RecordHelpers;
import dev.sanguine.records.RecordShape;

/** One change of an intent: where, and what it makes of a value. Helpers are kept as data, functions as they are. */
public final class Change {
  public Intent intent;
  /** The exact key, and the hash it is filed under; null if filters or a record say which queries are meant. */
  public Object key;

  public String hash;
  public Object filters;
  /** The record that is meant, wherever it stands; null if a key or filters say what is meant. */
  public RecordTarget record;
  /** Where it stands at present, one for each query. */
  public final Seq<FoldedChange> places = new Seq<>();
  /** Its number in the order of issue. */
  public double serial;
  /** What the mutation's answer adds; null before it is there, and if it adds nothing. */
  public MutationAnswer answer;

  public final ChangeKind kind;
  /** What the helper was given; the {@link Updater} of a function. */
  public final Object value;
  /** The value is an {@link Updater}. */
  final boolean isFunction;
  /** How it is done again, of what a callback has written by hand; null of all else. */
  public Rewrite rewrite;
  /** The field that is incremented. */
  public String field;
  /** The id of the record that is incremented; null if the value itself is the record. */
  public Object id;

  public Change(ChangeKind kind, Object value, boolean isFunction) {
    this.kind = kind;
    this.value = value;
    this.isFunction = isFunction;
  }

  /** True if the answer is there and takes the place of the change: the app's own merge. */
  boolean isReplaced() {
    return answer != null && answer.merge != null;
  }

  /** True if doing it twice is doing it once, so that it may be folded over a value that already holds it. */
  public boolean isIdempotent() {
    switch (kind) {
      case RESYNC:
        return true;
      case SET:
      case MERGE:
      case REMOVE:
      case UPSERT:
      case ADD:
        return rewrite != null && rewrite.isRepeatable() || !isFunction && !intent.makesRecords;
      default:
        return false;
    }
  }

  /** True if it makes data out of nothing. */
  boolean creates() {
    return kind == ChangeKind.SET;
  }

  public boolean means(FoldedQuery query) {
    return record != null
        ? intent.log.records.means(this, query)
        : filters == null ? hash.equals(query.hash) : intent.log.host.mean(filters, query);
  }

  /** The id of the record that it is about, by which the server knows it once it has said so; null if it is about none. */
  private Object recordId() {
    return record == null || answer == null || answer.names == null
        ? record == null ? null : record.id
        : answer.names.update(record.id);
  }

  /**
   * What versions may be asked about: of a change of one record only that. Others may come and go with it, over the end of a
   * page, and are as they were.
   */
  Object ownPartOf(Object value, Values values, RecordShape shape) {
    return record == null
        ? value
        : values.listOf(new RecordHelpers(values, shape).find(value, recordId()));
  }

  /** It stands over the query. */
  public boolean isOver(FoldedQuery query) {
    return places.some(folded -> folded.query == query);
  }

  /** The value after the change, which means a key or filters; undefined if it says that nothing changes. */
  public Object apply(Object old, Documents documents, RecordShape shape) {
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
        return helpers.add(old, value, kind == ChangeKind.PREPEND);
    }
  }

  private Object update(Object old, Documents documents) {
    return ((Updater) value).update(Development.on() ? documents.freeze(old) : old);
  }
}
