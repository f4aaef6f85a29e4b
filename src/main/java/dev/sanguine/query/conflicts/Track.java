package dev.sanguine.query.conflicts;

import dev.sanguine.env.Environment;
import dev.sanguine.env.OrderedSet;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;
import dev.sanguine.env.Values;
import dev.sanguine.law.BaseGate;
import dev.sanguine.law.Change;
import dev.sanguine.law.ChangeKind;
import dev.sanguine.law.FoldedChange;
import dev.sanguine.law.FoldedQuery;
import dev.sanguine.law.Intent;
import dev.sanguine.law.IntentState;
import dev.sanguine.law.Updater;
import dev.sanguine.query.Query;
import dev.sanguine.query.QueryFold;
import dev.sanguine.query.Versions;
import dev.sanguine.query.callbacks.VersionRule;
import dev.sanguine.records.RecordHelpers;
import dev.sanguine.records.RecordIds;
import dev.sanguine.records.RecordShape;

/*
 * What a pending change was made on.
 *
 * The person saw a value and changed it. What he saw is kept until the change is settled: of each query that the change
 * touches the confirmed value, and what was shown over it. They are the values themselves, which nobody changes, so that this
 * costs nothing. From them follows, when it is asked for, which records the change is about, and what it makes of them.
 *
 * `expected` is what the server should have, as far as this page knows, for the change to overwrite nothing of anybody: the
 * record that was seen, with what the page's own changes have made of it since.
 */
final class Track {
  /** One query as it was when the change was made. */
  private static final class Snapshot {
    final FoldedQuery query;
    final Object base;
    final Object under;

    Snapshot(FoldedQuery query, Object base, Object under) {
      this.query = query;
      this.base = base;
      this.under = under;
    }
  }

  private final Environment env;
  private final Values values;
  private final ToldRecords told;
  final Intent intent;
  private final Seq<Snapshot> snapshots = new Seq<>();
  /** By the name of the record: what the server should have; undefined if it should have none. */
  private final Table<String, Object> expected = new Table<>();
  /** Changes that a person gave up, and that may land before this one all the same. */
  final Seq<Track> givenUp = new Seq<>();
  /** When its latest request was sent, in the client's numbers. */
  double sent;
  /** How often the server has refused it, and how often it was sent again since. */
  int refusals;
  /** The version that its function was given with the latest request; null if none is known. */
  Object version;
  /** The function has read that. */
  boolean tookVersion;

  Track(Environment env, Intent intent, ToldRecords told) {
    this.env = env;
    this.told = told;
    this.intent = intent;
    values = env.values;
    queries().each(query -> {
      BaseGate gate = query.gate;
      if (gate != null) {
        gate.refresh();
        int at = gate.changes.indexWhere(folded -> folded.intent == intent);
        snapshots.add(new Snapshot(
            query, confirmedIn(query, ids(query)), at < 0 ? gate.view : gate.before(at)));
      }
    });
  }

  /** Those that the change touches, each once. */
  private Seq<FoldedQuery> queries() {
    OrderedSet<FoldedQuery> queries = new OrderedSet<>();
    intent.changes.each(change -> {
      if (change.kind != ChangeKind.RESYNC) {
        intent.touched.each(query -> {
          if (isMeant(change, query)) {
            queries.add(query);
          }
        });
      }
    });
    return queries.items();
  }

  private boolean isMeant(Change change, FoldedQuery query) {
    if (change.record != null) {
      return change.places.some(place -> place.query == query)
          || snapshots.some(snapshot -> snapshot.query == query);
    }
    return env.errors.attempt(() -> change.means(query), thrown -> false) == (Object) true;
  }

  /**
   * The confirmed value of the query, with the changes that are confirmed and wait for a fetch.
   *
   * @param ids the records that are asked for, so that many changes of others cost nothing; null for all
   */
  private Object confirmedIn(FoldedQuery query, Seq<Object> ids) {
    BaseGate gate = query.gate;
    Object value = query.base();
    for (int i = 0; gate != null && i < gate.changes.size(); i++) {
      FoldedChange folded = gate.changes.get(i);
      boolean isMeant = folded.intent.state == IntentState.CONFIRMED
          && (ids == null || mayTouch(folded.change, query.shape(), ids))
          && (ids == null
              || ids.size() != 1
              || !isIn(
                  folded,
                  query,
                  ids.get(0),
                  TouchedRecord.in(values, query.shape(), query.base(), ids.get(0))));
      value = isMeant ? folded.next(value) : value;
    }
    return value;
  }

  /** The record is as new as what the answer to the confirmed change has of it. */
  private boolean isIn(FoldedChange folded, FoldedQuery query, Object id, Object record) {
    String field = versionField(QueryFold.queryOf(query));
    Object answered = TouchedRecord.in(values, query.shape(), folded.intent.answer, id);
    return field != null
        && Versions.compare(values.field(answered, field), values.field(record, field)) <= 0;
  }

  private boolean mayTouch(Change change, RecordShape shape, Seq<Object> ids) {
    if (isOpaque(change) || change.kind.adds()) {
      return true;
    }
    Object id = namedBy(change, shape);
    return id == null || values.isUndefined(id) || ids.some(one -> RecordIds.same(values, one, id));
  }

  /** True if the change may be about the record of that name: looking closer costs more. */
  boolean mayTouch(TouchedRecord record) {
    Seq<Object> ids = Seq.of(record.id);
    return intent.changes.some(
        change -> change.kind != ChangeKind.RESYNC && mayTouch(change, record.shape(), ids));
  }

  /** The ids that helpers name; null if a function may change any record. */
  private Seq<Object> ids(FoldedQuery query) {
    Seq<Object> ids = new Seq<>();
    for (int i = 0; i < intent.changes.size(); i++) {
      Change change = intent.changes.get(i);
      if (change.kind != ChangeKind.RESYNC && isMeant(change, query)) {
        Object id = isOpaque(change) ? null : namedBy(change, query.shape());
        if (id == null || values.isUndefined(id)) {
          return null;
        }
        ids.add(id);
      }
    }
    return ids;
  }

  /** The id that a helper says. */
  private Object namedBy(Change change, RecordShape shape) {
    if (change.record != null) {
      return change.record.id;
    }
    return change.kind == ChangeKind.INCREMENT
        ? change.id
        : change.kind == ChangeKind.REMOVE ? change.value : shape.idOf(values, change.value);
  }

  /** The record with what the intent says of it by its type and id; undefined if it is taken out. */
  private Object madeOfRecord(RecordShape shape, Object from, Object id) {
    RecordHelpers helpers = new RecordHelpers(values, shape);
    Object made = from;
    for (int i = 0; i < intent.changes.size() && !values.isUndefined(made); i++) {
      Change change = intent.changes.get(i);
      if (change.record != null && RecordIds.same(values, change.record.id, id)) {
        Object before = made;
        Object next =
            env.errors.attempt(() -> madeOfRecord(helpers, change, before), thrown -> before);
        boolean isRemoved = change.kind == ChangeKind.REMOVE;
        made = isRemoved || !values.isUndefined(next) ? next : before;
      }
    }
    return made;
  }

  private Object madeOfRecord(RecordHelpers helpers, Change change, Object record) {
    switch (change.kind) {
      case MERGE:
        return helpers.written(record, change.value);
      case INCREMENT:
        return helpers.increment(
            record, change.field, values.number(change.value), values.undefined());
      case FUNCTION:
        return ((Updater) change.value).update(record);
      case REMOVE:
        return values.undefined();
      default:
        return record;
    }
  }

  /** The queries of the page that hold one of the records, or did when the change was made. */
  Seq<Query> holding(Seq<TouchedRecord> records) {
    return queries()
        .map(QueryFold::queryOf)
        .filter(query -> records.some(record -> !values.isUndefined(
                TouchedRecord.in(values, query.shape(), query.confirmed().data, record.id))
            || snapshots.some(snapshot -> snapshot.query == query.asFolded()
                && !values.isUndefined(
                    TouchedRecord.in(values, query.shape(), snapshot.base, record.id)))));
  }

  /** What the server should have of the record; undefined if this page does not know. */
  Object expected(TouchedRecord record) {
    return expected.has(record.name) ? expected.get(record.name) : record.base();
  }

  /** From now on the server should have this. */
  void expect(String name, Object record) {
    expected.put(name, record);
  }

  /** What the server should have of its records that have versions, to be stored; undefined if there are none. */
  Object written() {
    Seq<TouchedRecord> versioned = records()
        .filter(record -> record.versionField() != null && values.isRecord(expected(record)));
    if (versioned.size() == 0) {
      return values.undefined();
    }
    return values.with(
        values.record("names", values.listOf(versioned.map(record -> (Object) record.name))),
        "base",
        values.listOf(versioned.map(this::expected)));
  }

  /** The same, from storage: what is of another form says nothing. */
  void read(Object written) {
    Object names = values.field(written, "names");
    Object base = values.field(written, "base");
    if (values.isList(names) && values.isList(base)) {
      Seq<Object> records = values.items(base);
      Seq<Object> all = values.items(names);
      for (int i = 0; i < all.size() && i < records.size(); i++) {
        if (all.get(i) instanceof String && values.isRecord(records.get(i))) {
          expect((String) all.get(i), records.get(i));
        }
      }
    }
  }

  /** The records that the change is about, as they are now; each query that has one is a copy. */
  Seq<TouchedRecord> records() {
    Table<String, TouchedRecord> records = new Table<>();
    queries().each(query -> addRecordsOf(query, records));
    return records.values();
  }

  private void addRecordsOf(FoldedQuery query, Table<String, TouchedRecord> records) {
    RecordShape shape = query.shape();
    Snapshot snapshot = snapshots.first(each -> each.query == query);
    Object base = snapshot == null ? values.undefined() : snapshot.base;
    Object under = snapshot == null ? values.undefined() : snapshot.under;
    Object now = confirmedIn(query, ids(query));
    Object after = made(query, under);
    Object nowAfter = made(query, now);
    Seq<Object> ids = new Seq<>();
    intent.changes.each(change -> {
      if (change.kind != ChangeKind.RESYNC && isMeant(change, query)) {
        addIds(change, shape, now, ids);
        if (isOpaque(change)) {
          addChanged(shape, under, after, ids);
          addChanged(shape, now, nowAfter, ids);
        }
      }
    });
    ids.each(id -> {
      TouchedRecord.Copy copy = new TouchedRecord.Copy();
      copy.shape = shape;
      copy.versionField = versionField(QueryFold.queryOf(query));
      copy.base = TouchedRecord.in(values, shape, base, id);
      copy.under = TouchedRecord.in(values, shape, under, id);
      copy.after = madeOfRecord(shape, TouchedRecord.in(values, shape, after, id), id);
      Object confirmed = TouchedRecord.in(values, shape, confirmedIn(query, Seq.of(id)), id);
      copy.now = nowIn(query, copy, confirmed, id);
      copy.nowAfter = madeOfRecord(shape, TouchedRecord.in(values, shape, nowAfter, id), id);
      if (!values.isUndefined(copy.under) || !values.isUndefined(copy.now)) {
        boolean isNameless = id == null || values.isUndefined(id);
        String name = nameOf(query, id);
        TouchedRecord record = records.get(name);
        if (record != null && !isAlike(record, copy)) {
          // Two kinds of record may have the same id.
          name += "\n" + query.hash;
          record = records.get(name);
        }
        if (record == null) {
          record = new TouchedRecord(env, name, id);
          records.put(name, record);
          addAdded(record);
          record.type = typeOf(record);
        }
        record.add(copy, isNameless || shape.hasId(values, now, id));
      }
    });
  }

  /** The field in which the query's records have their version; null if its option is no rule that names one. */
  private String versionField(Query query) {
    VersionRule rule = query.options.version;
    Object field = values.isFunction(rule)
        ? env.errors.attempt(() -> rule.holds(null, null, query), thrown -> null)
        : null;
    return field instanceof String ? (String) field : null;
  }

  String nameOf(FoldedQuery query, Object id) {
    return id == null || values.isUndefined(id) ? "\n" + query.hash : RecordIds.text(id);
  }

  /** Both are of one kind: they have a field in common beside the id. */
  private boolean isAlike(TouchedRecord record, TouchedRecord.Copy copy) {
    Seq<String> known =
        values.names(values.isUndefined(record.now()) ? record.under() : record.now());
    Object other = values.isUndefined(copy.now) ? copy.under : copy.now;
    return values.names(other).some(name -> !name.equals(copy.shape.id) && known.has(name));
  }

  /** The confirmed record; what a refusal has told, if that is as new and no change was confirmed since. */
  private Object nowIn(FoldedQuery query, TouchedRecord.Copy copy, Object confirmed, Object id) {
    ToldRecords.Told last = told.of(query, nameOf(query, id));
    boolean isNews = last != null
        && copy.versionField != null
        && !values.isUndefined(confirmed)
        && !(Versions.compare(
                values.field(last.record, copy.versionField),
                values.field(confirmed, copy.versionField))
            < 0)
        && !(query.gate != null
            && query.gate.changes.some(folded -> folded.intent.state == IntentState.CONFIRMED
                && folded.intent.settled > last.sent
                && !isIn(folded, query, id, last.record)
                && mayTouch(folded.change, query.shape(), Seq.of(id))));
    return isNews ? last.record : confirmed;
  }

  /** What the change makes of the record if it is as the server has it; the page may not show that yet. */
  Object madeOver(TouchedRecord record, Object theirs) {
    Object made = values.undefined();
    Seq<FoldedQuery> all = queries();
    for (int i = 0; i < all.size(); i++) {
      FoldedQuery query = all.get(i);
      RecordShape shape = query.shape();
      RecordHelpers helpers = new RecordHelpers(values, shape);
      Object now = confirmedIn(query, ids(query));
      Object there = TouchedRecord.in(values, shape, now, record.id);
      if (!values.isUndefined(there)) {
        Object next = helpers.written(there, theirs);
        boolean isNameless = record.id == null || values.isUndefined(record.id);
        Object after = made(query, isNameless ? next : helpers.edit(now, record.id, one -> next));
        made = madeOfRecord(shape, TouchedRecord.in(values, shape, after, record.id), record.id);
      }
    }
    return made;
  }

  /** The value of the query with the changes of the intent, and nothing else. */
  private Object made(FoldedQuery query, Object from) {
    Object made = from;
    for (int i = 0; i < intent.changes.size() && !values.isUndefined(from); i++) {
      Change change = intent.changes.get(i);
      if (change.kind != ChangeKind.RESYNC && change.record == null && isMeant(change, query)) {
        Object before = made;
        Object next =
            env.errors.attempt(() -> change.apply(before, values, query.shape()), thrown -> before);
        made = values.isUndefined(next) ? before : next;
      }
    }
    return made;
  }

  private static boolean isOpaque(Change change) {
    return change.record == null && isFunction(change);
  }

  private static boolean isFunction(Change change) {
    return change.kind == ChangeKind.FUNCTION || change.kind == ChangeKind.SET;
  }

  /** The record that a helper names; one that names none means the value itself. */
  private void addIds(Change change, RecordShape shape, Object data, Seq<Object> ids) {
    if (!isOpaque(change) && !change.kind.adds() || change.kind == ChangeKind.UPSERT) {
      // What adds a record is about none that is there.
      Object named = namedBy(change, shape);
      boolean isNamed = named != null && !values.isUndefined(named);
      addId(isNamed ? named : shape.idOf(values, data), ids);
    }
  }

  private void addId(Object id, Seq<Object> ids) {
    if (!ids.some(known -> known == id || RecordIds.same(values, known, id))) {
      ids.add(id);
    }
  }

  /** The records in which the two values differ. */
  private void addChanged(RecordShape shape, Object before, Object after, Seq<Object> ids) {
    if (values.same(before, after) || values.isUndefined(before)) {
      return;
    }
    if (shape.listsIn(values, before).size() == 0 && values.isRecord(before)) {
      addId(shape.idOf(values, before), ids);
    }
    Table<String, Object> made = new Table<>();
    eachItem(shape, after, (id, item) -> made.put(RecordIds.text(id), item));
    eachItem(shape, before, (id, item) -> {
      if (!values.same(made.get(RecordIds.text(id)), item)) {
        addId(id, ids);
      }
    });
  }

  private interface Visitor {
    void visit(Object id, Object item);
  }

  private void eachItem(RecordShape shape, Object value, Visitor visitor) {
    shape.listsIn(values, value).each(list -> values.itemsToRead(list).each(item -> {
      Object id = shape.idOf(values, item);
      if (id != null && !values.isUndefined(id)) {
        visitor.visit(id, item);
      }
    }));
  }

  /** What the change calls the record's type; null if it does not say. */
  private String typeOf(TouchedRecord record) {
    Change named = intent.changes.first(
        change -> change.record != null && RecordIds.same(values, change.record.id, record.id));
    return named == null ? null : named.record.type;
  }

  /** The fields of the record that the change adds to, and does not write. */
  private void addAdded(TouchedRecord record) {
    intent.changes.each(change -> {
      boolean isWritten = intent.changes.some(
          other -> (other.kind == ChangeKind.MERGE || other.kind == ChangeKind.UPSERT)
              && values.names(other.value).has(change.field));
      if (change.kind == ChangeKind.INCREMENT
          && !isWritten
          && (change.record != null
              ? RecordIds.same(values, change.record.id, record.id)
              : change.id == null
                  || values.isUndefined(change.id)
                  || RecordIds.same(values, change.id, record.id))) {
        record.added.add(change.field);
      }
    });
  }
}
