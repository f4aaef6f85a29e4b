package dev.sanguine.query.records;

import dev.sanguine.env.Development;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;
import dev.sanguine.env.Values;
import dev.sanguine.law.ArrivedValue;
import dev.sanguine.law.Change;
import dev.sanguine.law.ChangeKind;
import dev.sanguine.law.FoldedChange;
import dev.sanguine.law.IntentState;
import dev.sanguine.law.MutationAnswer;
import dev.sanguine.law.Updater;
import dev.sanguine.query.Query;
import dev.sanguine.query.QueryFold;
import dev.sanguine.records.Holds;
import dev.sanguine.records.RecordHelpers;
import dev.sanguine.records.RecordIds;
import dev.sanguine.records.RecordShape;
import org.jspecify.annotations.Nullable;

/*
 * A record while changes of it are under way, and what is known of it elsewhere.
 *
 * A list that does not hold the record needs all of it: to see if it belongs there, where, and to show it. That is the record
 * in the newest confirmed value that holds it; a field that it lacks there is taken from older values. If a confirmed change
 * takes the record out of the last value that holds it, what that value said stays known as long as the change does.
 *
 * What a list was made of is older, perhaps: its number of records counts the record as it was when the list was fetched. So
 * each list has a version of its own of what is known, from which the changes over it start. What others do to the record
 * meanwhile comes into that version by fields, unless a change of this client is about the same field.
 */
final class KnownRecord {
  /** What one query's confirmed value takes the record for, and which of the changes that contains. */
  private static final class Assumed {
    @Nullable
    Object record;

    final Seq<Change> contained;
    /** The query's value had it when it was fetched: its version is of before the changes over it. */
    boolean isOfValue;
    /** By that the record belongs there, and the value lacks it: somebody else has taken it out. */
    Holds lacks = Holds.UNKNOWN;
    /** Other values have told of the record since: the query's own may be made of an older one. */
    boolean hasNews;

    Assumed(@Nullable Object record, Seq<Change> contained) {
      this.record = record;
      this.contained = contained;
    }
  }

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

  private final Table<Query, Assumed> assumed = new Table<>();

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

  /** The change is done with: it is in every value, or in none. */
  void forget(Change change) {
    changes.remove(change);
    contained.remove(change);
    assumed.each(one -> {
      if (!one.contained.remove(change) && change.intent.state == IntentState.CONFIRMED) {
        one.record = known(change, one.record);
      }
    });
  }

  /** The confirmed values may say something else of the record by now. If none holds it, what they said last stays. */
  void look() {
    RecordType all = index.type(type);
    Seq<RecordHolder> holders = all.holdersOf(id);
    if (holders.size() == 0) {
      return;
    }
    Object before = confirmed;
    confirmed = all.confirmed(id);
    contained = changes.filter(change -> !standsOver(change, holders.get(0).query));
    if (before != null) {
      assumed.each(one -> {
        Object told = withNews(one.record, before);
        one.hasNews |= !values.same(told, one.record);
        one.record = told;
      });
    } else if (!changes.some(change -> change.kind == ChangeKind.ADD)) {
      // Until now nobody knew it, but for those that a change of this client has told.
      assumed.each(one -> {
        if (one.record == null) {
          one.record = confirmed;
          one.hasNews = true;
          one.contained.clear();
          contained.each(one.contained::add);
        }
      });
    }
  }

  /** The record with the fields that have become others since, except those that changes of this client are about. */
  private @Nullable Object withNews(@Nullable Object record, Object before) {
    Object made = record;
    Seq<String> names = record == null ? new Seq<>() : values.names(confirmed);
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      Object now = values.field(confirmed, name);
      if (!values.same(now, values.field(before, name))
          && !changes.some(change -> isAbout(change, name, before))) {
        made = values.with(made, name, now);
      }
    }
    return made;
  }

  private boolean isAbout(Change change, String name, Object record) {
    switch (change.kind) {
      case MERGE:
        return !values.isUndefined(values.field(change.value, name));
      case INCREMENT:
        return name.equals(change.field);
      case FUNCTION:
        return !values.same(values.field(record, name), values.field(known(change, record), name));
      default:
        return true;
    }
  }

  /**
   * The query has another confirmed value. If that was fetched, it is made of what is known now, unless that contains a
   * change that stands over the query still. Else it is the value before with something put into it. Confirmed changes that
   * do not stand over it any more are in it.
   *
   * @return true if it holds the record, and knew of none before
   */
  boolean valueCame(RecordHolder holder, boolean isFetched) {
    Query query = holder.query;
    Assumed own = ownOf(query);
    if (own != null) {
      own.isOfValue = isFetched || assumed.get(query) == null || assumed.get(query).isOfValue;
      boolean isNew = assumed.get(query) != null && assumed.get(query).record == null;
      assumed.put(query, own);
      return isNew;
    }
    boolean isNewer = contained.some(change -> standsOver(change, query));
    Assumed before = assumedBy(query);
    boolean isOfBefore = !isFetched || isNewer;
    Seq<Change> in = isOfBefore ? before.contained.copy() : contained.copy();
    Object record = isOfBefore ? before.record : confirmed;
    for (int i = 0; i < changes.size(); i++) {
      Change change = changes.get(i);
      if (isBaked(change, query) && !in.has(change)) {
        record = known(change, record);
        in.add(change);
      }
    }
    Assumed now = new Assumed(record, in);
    now.lacks = before.lacks;
    assumed.put(query, isFetched && record != null ? seenIn(holder, now, before) : now);
    return false;
  }

  /**
   * What a fetched value takes the record for that it does not hold, and would hold by what is known. Changes that this client
   * has sent may be in it; or it was asked for before that was known. Else somebody else has taken the record out.
   */
  private Assumed seenIn(RecordHolder holder, Assumed now, Assumed before) {
    now.lacks = Holds.NO;
    if (!isLackedAs(now.record, holder)) {
      return now;
    }
    Assumed seen = withSent(holder, now);
    if (isLackedAs(seen.record, holder) && isOlderThanKnown(holder.query)) {
      seen = withSent(holder, before);
    }
    if (!isLackedAs(seen.record, holder)) {
      return seen;
    }
    now.lacks = Holds.YES;
    return now;
  }

  /** The same with changes that were sent, in their order, until the value may lack the record by them. */
  private Assumed withSent(RecordHolder holder, Assumed start) {
    Assumed seen = new Assumed(start.record, start.contained.copy());
    seen.lacks = Holds.NO;
    for (int i = 0; i < changes.size() && isLackedAs(seen.record, holder); i++) {
      Change change = changes.get(i);
      if (isSentOver(change, holder.query) && !seen.contained.has(change)) {
        seen.record = known(change, seen.record);
        seen.contained.add(change);
      }
    }
    return seen;
  }

  /**
   * The value does not hold the record, and says how many there are: with some of the changes that this client has sent the
   * record is counted, with others it is not.
   */
  boolean isCountUnsure(RecordHolder holder, Object data) {
    boolean isOwn = holder.place.type.equals(type);
    if (!isOwn || !holder.records.saysCount(data) || holder.shows(type, id, data, values)) {
      return false;
    }
    Seq<Boolean> counted = new Seq<>();
    noteCounted(holder, data, assumedBy(holder.query), counted);
    noteCounted(holder, data, new Assumed(confirmed, contained), counted);
    return counted.size() > 1;
  }

  /** With so many of the changes that were sent, from none to all, is the record one of those that the value counts? */
  private void noteCounted(RecordHolder holder, Object data, Assumed start, Seq<Boolean> counted) {
    Object record = start.record;
    for (int i = 0; i <= changes.size(); i++) {
      boolean mayBeSo = record == null || !holder.records.lacks(data, type, record);
      boolean isCounted = record != null && holder.records.belongs(record);
      if (mayBeSo && !counted.has(isCounted)) {
        counted.add(isCounted);
      }
      Change change = i < changes.size() ? changes.get(i) : null;
      if (change != null && isSentOver(change, holder.query) && !start.contained.has(change)) {
        record = known(change, record);
      }
    }
  }

  private static boolean isSentOver(Change change, Query query) {
    return change.intent.owner.attempts > 0
        && !change.intent.hasFailed()
        && standsOver(change, query);
  }

  /** Its value was asked for before the newest came that holds the record. */
  private boolean isOlderThanKnown(Query query) {
    Seq<RecordHolder> holders = index.type(type).holdersOf(id);
    ArrivedValue taken = query.asFolded().taken;
    double sent = taken != null ? taken.sent : query.run == null ? 0 : query.run.sent;
    return holders.size() > 0 && sent < holders.get(0).filedAt;
  }

  private boolean isLackedAs(@Nullable Object record, RecordHolder holder) {
    return record != null && holder.records.lacks(holder.query.confirmed().data, type, record);
  }

  /** Whether the query's value lacks the record, which belongs there by what it takes that for; unknown of older values. */
  Holds isLackedBy(Query query) {
    return assumedBy(query).lacks;
  }

  /** Whether the query's value had the record when it was fetched. */
  boolean isOfValue(Query query) {
    return assumedBy(query).isOfValue;
  }

  /** The server has told of the record, and the query's value is made of that. */
  void assume(Query query, @Nullable Object record) {
    Seq<Change> in = assumedBy(query).contained;
    changes.each(change -> {
      if (isBaked(change, query) && !in.has(change)) {
        in.add(change);
      }
    });
    assumed.put(query, new Assumed(record, in));
  }

  private Assumed assumedBy(Query query) {
    Assumed there = assumed.get(query);
    if (there == null) {
      Assumed own = ownOf(query);
      there = own != null ? own : new Assumed(confirmed, contained.copy());
      there.isOfValue = own != null;
      assumed.put(query, there);
    }
    return there;
  }

  /** The record as the query's confirmed value has it; null if it is not there. */
  private @Nullable Assumed ownOf(Query query) {
    Object record = index.type(type).recordIn(query, id);
    return record == null
        ? null
        : new Assumed(record, changes.filter(change -> isBaked(change, query)));
  }

  /** What the query's confirmed value takes the record for; null if it does not know it, or if there was none. */
  @Nullable
  Object confirmedFor(Query query) {
    return assumedBy(query).record;
  }

  /** It was asked before what the query's value takes the record for. */
  boolean isAssumedBy(Query query) {
    return assumed.has(query);
  }

  /** What the query's value takes the record for is from a value that came after it. */
  boolean hasNews(Query query) {
    return assumedBy(query).hasNews;
  }

  /** The record as it was before the change, for that query; null if nobody knows it, or if there is none yet. */
  @Nullable
  Object before(Change change, Query query) {
    Assumed start = assumedBy(query);
    Object record = start.record;
    for (int i = 0; i < changes.size() && changes.get(i) != change; i++) {
      Change earlier = changes.get(i);
      if (!earlier.intent.hasFailed() && !start.contained.has(earlier)) {
        record = known(earlier, record);
      }
    }
    return record;
  }

  /** There was no such record for the query before the change, and this client makes it. */
  boolean isNewTo(Query query, Change change) {
    return confirmedFor(query) == null
        && !changes.some(
            one -> one.serial < change.serial && !one.intent.hasFailed() && isOver(one, query))
        && changes.some(one ->
            one.kind == ChangeKind.ADD && one.serial <= change.serial && !one.intent.hasFailed());
  }

  /** It was confirmed, and is in the query's confirmed value by now. */
  private static boolean isBaked(Change change, Query query) {
    return change.intent.state == IntentState.CONFIRMED && !isOver(change, query);
  }

  private static boolean isOver(Change change, Query query) {
    return change.places.some(folded -> QueryFold.queryOf(folded.query) == query);
  }

  /** The confirmed value of the query lacks the change still. */
  private static boolean standsOver(Change change, Query query) {
    FoldedChange there = change.places.first(folded -> QueryFold.queryOf(folded.query) == query);
    return there != null && !there.mayBeInBase && !there.broken;
  }

  /** The record as the query shows it after the change: an answer that is older than what the server has told since is not. */
  @Nullable
  Object afterIn(Query query, Change change, Object record) {
    MutationAnswer answer = change.answer;
    boolean isOlder = answer != null
        && answer.merge == null
        && answer.names == null
        && values.isRecord(answer.data)
        && query.asFolded().isOlder(answer.data, record);
    return isOlder ? made(change, record) : after(change, record);
  }

  /** The record after the change, with what its mutation's answer says; null if there is none, or if it is not known. */
  @Nullable
  Object after(Change change, @Nullable Object record) {
    Object made = made(change, record);
    MutationAnswer answer = change.answer;
    if (made == null || answer == null || answer.merge != null) {
      return made;
    }
    Object named = answer.names == null ? made : answer.names.update(made);
    RecordShape shape = index.shapeOf(type);
    return MutationAnswer.written(values, shape, answer.data, record, named);
  }

  private @Nullable Object made(Change change, @Nullable Object record) {
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
    return made;
  }

  /** The new record over one of its id that is there already: the server has it by now, and knows fields of its own. */
  Object addedOver(Change change, Object there) {
    Object added = after(change, null);
    return added == null
        ? there
        : new RecordHelpers(values, index.shapeOf(type)).written(there, added);
  }

  /** The same, for what is only to be known: a function that throws is reported by the fold, and makes nothing here. */
  @Nullable
  Object known(Change change, @Nullable Object record) {
    return index.errors.attempt(() -> after(change, record), thrown -> record);
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
