package dev.sanguine.query.records;

import dev.sanguine.env.Development;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Values;
import dev.sanguine.law.Change;
import dev.sanguine.law.FoldedChange;
import dev.sanguine.law.MutationAnswer;
import dev.sanguine.law.Updater;
import dev.sanguine.query.Query;
import dev.sanguine.query.QueryFold;
import dev.sanguine.records.RecordHelpers;
import dev.sanguine.records.RecordIds;
import dev.sanguine.records.RecordShape;
import org.jspecify.annotations.Nullable;

/*
 * A record while changes of it are under way, and what is known of it elsewhere.
 *
 * A list that does not hold the record needs all of it: to see if it belongs there, where, and to show it. That is the record
 * in the newest confirmed value that holds it, with the changes over it that are not in that value yet. A field that it lacks
 * there is taken from older values. If a confirmed change takes the record out of the last value that holds it, what that
 * value said stays known as long as the change does.
 */
final class KnownRecord {
  final String type;
  final Object id;
  /** The changes of it that are not done with, in the order of issue. */
  final Seq<Change> changes = new Seq<>();

  private final RecordIndex index;
  private final Values values;
  /** The record as the newest confirmed value has it that holds it, or had it last; null if none ever did. */
  private @Nullable Object confirmed;
  /** The changes that it contains. */
  private Seq<Change> contained = new Seq<>();

  KnownRecord(RecordIndex index, String type, Object id) {
    this.index = index;
    this.type = type;
    this.id = id;
    values = index.values;
  }

  void add(Change change) {
    int at = changes.size();
    while (at > 0 && changes.get(at - 1).serial > change.serial) {
      at--;
    }
    look();
    changes.insert(at, change);
  }

  /** The confirmed values may say something else of the record by now. If none holds it, what they said last stays. */
  void look() {
    RecordType all = index.type(type);
    Seq<RecordHolder> holders = all.holdersOf(id);
    if (holders.size() > 0) {
      confirmed = all.confirmed(id);
      contained = changes.filter(change -> !standsOver(change, holders.get(0).query));
    }
  }

  /** The record as it was before the change; null if nobody knows it, or if there is none yet. */
  @Nullable
  Object before(Change change) {
    Object record = confirmed;
    for (int i = 0; i < changes.size() && changes.get(i) != change; i++) {
      Change earlier = changes.get(i);
      if (!earlier.intent.hasFailed() && !contained.has(earlier)) {
        record = after(earlier, record);
      }
    }
    return record;
  }

  /** The confirmed value of the query lacks the change still. */
  private static boolean standsOver(Change change, Query query) {
    FoldedChange there = change.places.first(folded -> QueryFold.queryOf(folded.query) == query);
    return there != null && !there.mayBeInBase && !there.broken;
  }

  /** The record after the change, with what its mutation's answer says; null if there is none, or if it is not known. */
  @Nullable
  Object after(Change change, @Nullable Object record) {
    RecordShape shape = index.shapeOf(type);
    RecordHelpers helpers = new RecordHelpers(values, shape);
    Object made;
    switch (change.kind) {
      case ADD:
        made = change.value;
        break;
      case REMOVE:
        return null;
      case MERGE:
        made = record == null ? null : helpers.written(record, change.value);
        break;
      case INCREMENT:
        made = record == null
            ? null
            : helpers.increment(record, change.field, values.number(change.value), null);
        break;
      default:
        made = record == null ? null : updated(change, record);
    }
    MutationAnswer answer = change.answer;
    if (made == null || answer == null || answer.merge != null) {
      return made;
    }
    Object named = answer.names == null ? made : answer.names.update(made);
    return MutationAnswer.written(values, shape, answer.data, record, named);
  }

  /** The new record over one of its id that is there already: the server has it by now, and knows fields of its own. */
  Object addedOver(Change change, Object there) {
    Object added = after(change, null);
    return added == null
        ? there
        : new RecordHelpers(values, index.shapeOf(type)).written(there, added);
  }

  private Object updated(Change change, Object record) {
    Object made =
        ((Updater) change.value).update(Development.on() ? values.freeze(record) : record);
    index.client.log.refusePromise(change.intent, made);
    if (values.isUndefined(made) || made == null) {
      return record;
    }
    if (!values.isRecord(made)) {
      index.errors.fail(
          index.errors.create("intent.record(" + type + ", " + RecordIds.text(id) + ").update: "
              + made + " is no record" + Development.hint("; return the record as it is to be")));
    }
    RecordShape shape = index.shapeOf(type);
    // The server may have named it meanwhile: that is no id of the function's.
    if (!shape.hasId(values, made, shape.idOf(values, record))) {
      index.errors.fail(index.errors.create("intent.record(" + type + ", " + RecordIds.text(id)
          + ").update: what is returned has another id, or none"
          + Development.hint("; return the record as it is to be, with its id")));
    }
    return made;
  }
}
