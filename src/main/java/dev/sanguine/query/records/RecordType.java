package dev.sanguine.query.records;

import dev.sanguine.env.Listener;
import dev.sanguine.env.OrderedSet;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;
import dev.sanguine.env.Values;
import dev.sanguine.law.BaseGate;
import dev.sanguine.law.Change;
import dev.sanguine.law.ChangeKind;
import dev.sanguine.law.FoldedChange;
import dev.sanguine.law.IntentState;
import dev.sanguine.query.Query;
import dev.sanguine.query.QueryFold;
import dev.sanguine.records.RecordEdit;
import dev.sanguine.records.RecordIds;
import dev.sanguine.records.RecordShape;
import org.jspecify.annotations.Nullable;

/** The records of one type: which queries show them, and which of them are being changed. */
final class RecordType {
  final String name;
  /** The queries that say that they show such records. */
  final OrderedSet<RecordHolder> holders = new OrderedSet<>();

  private final RecordIndex index;
  private final Values values;
  private static final int FEW = 16;

  private final FiledRecords filed;
  /** So many records may be known before it is looked which of them are done with. */
  private double tidyAt = FEW;
  /** Null until somebody asks. */
  private @Nullable RecordShape shape;
  /** Queries that may show what their confirmed values do not hold: changes stand over them. */
  private final OrderedSet<RecordHolder> folded = new OrderedSet<>();
  /** The records that are being changed, by the text of their id. */
  private final Table<String, KnownRecord> known = new Table<>();
  /** The texts of the ids of those that this client has changed, as the server has confirmed. */
  private final Table<String, Boolean> confirmed = new Table<>();

  RecordType(RecordIndex index, String name) {
    this.index = index;
    this.name = name;
    values = index.values;
    filed = new FiledRecords(name, index.client);
  }

  // Queries come, change and go

  void add(RecordHolder holder) {
    shape = holders.size() == 0 ? null : shape;
    holders.add(holder);
    filed.add(holder);
  }

  /** How such records stand, as the first of the queries has it. */
  RecordShape shape() {
    if (shape == null) {
      RecordHolder first = holders.items().first(holder -> true);
      shape = first == null ? RecordShape.USUAL : first.shapeOf(name);
    }
    return shape;
  }

  void remove(RecordHolder holder) {
    shape = null;
    holders.remove(holder);
    filed.remove(holder);
    folded.remove(holder);
  }

  /** Changes stand over the query, or none any more. One that is no record's may show records that it did not have. */
  void noteFold(RecordHolder holder) {
    BaseGate gate = holder.query.gate();
    if (gate == null) {
      folded.remove(holder);
      return;
    }
    folded.add(holder);
    if (known.size() > 0 && gate.changes.some(RecordType::isOfAnything)) {
      known.values().each(record -> record.changes.each(change -> takeUp(change, holder)));
    }
  }

  private static boolean isOfAnything(FoldedChange one) {
    return one.change.record == null && one.change.kind != ChangeKind.RESYNC;
  }

  /**
   * The query's confirmed value is another one: pending changes of what it holds are put over it.
   *
   * @param isFetched the value is as the server, or the program, gave it: no change of this client has been put into it
   */
  void valueCame(RecordHolder holder, boolean isFetched) {
    filed.add(holder);
    forgetWhatIsDone();
    if (known.size() > 0) {
      Seq<String> moved = filed.file(holder);
      known.values().each(record -> {
        boolean isNew = record.valueCame(holder, isFetched);
        boolean isOfOther =
            !holder.isOpen(name, holder.filed, values) && !filed.holds(holder.query, record.id);
        record.changes.each(change -> {
          if (isOfOther) {
            // Those who hear of the value hear of it as it came.
            index.client.environment.deferreds.microtask(() -> dismiss(change, holder));
          }
          change.places.each(folded -> makeAgain(change, folded, holder.query, isNew));
          takeUp(change, holder);
        });
        if (moved.has(RecordIds.text(record.id))) {
          record.look();
          record.changes.each(this::contentMoved);
        }
      });
    }
  }

  /** The query had no value when the change was put over it, and now it is the page of another record. */
  private void dismiss(Change change, RecordHolder holder) {
    FoldedChange over =
        change.places.first(folded -> QueryFold.queryOf(folded.query) == holder.query);
    if (over != null
        && over.query.gate != null
        && !holder.isOpen(name, holder.query.confirmed().data, values)
        && !filed.holds(holder.query, change.record.id)) {
      over.query.gate.dismiss(over);
    }
  }

  private void takeUp(Change change, RecordHolder holder) {
    if (isPending(change) && !isOver(change, holder.query) && isMeant(holder, change)) {
      index.client.log.attach(
          change, holder.query.asFolded(), filed.holds(holder.query, change.record.id));
    }
  }

  /** What is known of the record has changed: lists that have it from elsewhere are made again, others may get it now. */
  private void contentMoved(Change change) {
    makeAgain(change);
    if (isPending(change)) {
      meantBy(change).each(holder -> takeUp(change, holder));
    }
  }

  private void makeAgain(Change change) {
    change.places.each(folded -> makeAgain(change, folded, QueryFold.queryOf(folded.query), false));
  }

  /**
   * If the query does not itself hold the record, or may have to move it from one record around it to another.
   *
   * @param isNew it holds a record of which it knew nothing
   */
  private void makeAgain(Change change, FoldedChange folded, Query query, boolean isNew) {
    RecordHolder holder = index.holderOf(query);
    boolean isHere = filed.holds(query, change.record.id);
    if (QueryFold.queryOf(folded.query) == query
        && (isNew || !isHere || holder != null && holder.place.isNested(name))) {
      folded.query.gate.makeAgain(folded);
      index.client.log.tellLater(folded.query);
    }
  }

  /** False also of one in whose place its intent says something else by now. */
  private static boolean isPending(Change change) {
    return change.intent.isPending() && change.intent.changes.has(change);
  }

  private static boolean isOver(Change change, Query query) {
    return change.places.some(folded -> QueryFold.queryOf(folded.query) == query);
  }

  // Where a change shows

  /** Those that hold the record, and the lists into which the change brings it. */
  Seq<RecordHolder> meantBy(Change change) {
    Seq<RecordHolder> meant = filed.holdersOf(change.record.id);
    Listener<RecordHolder> ask = holder -> {
      if (!meant.has(holder) && mayCome(holder, change)) {
        meant.add(holder);
      }
    };
    filed.lists().each(ask);
    folded.items().each(ask);
    KnownRecord record = knownOf(change.record.id);
    // As it is known now: what comes later may hold the change already.
    meant.each(holder -> record.confirmedFor(holder.query));
    return meant;
  }

  boolean isMeant(RecordHolder holder, Change change) {
    return filed.holds(holder.query, change.record.id) || mayCome(holder, change);
  }

  /** The record is not in its confirmed value: an earlier change has brought it there, or this one does. */
  private boolean mayCome(RecordHolder holder, Change change) {
    Object view = holder.query.current().data;
    if (values.isUndefined(view)) {
      // What it fetches may hold the record.
      return true;
    }
    KnownRecord record = knownOf(change.record.id);
    if (record.changes.some(other -> other != change && isOver(other, holder.query))
        || holder.query.gate() != null && holder.shows(name, change.record.id, view, values)) {
      return true;
    }
    if (change.kind != ChangeKind.ADD
        && !record.isNewTo(holder.query, change)
        && record.before(change, holder.query) == null) {
      // Nobody knows the record: the list is fetched when the change is settled.
      return change.kind == ChangeKind.MERGE
          && holder.place.type.equals(name)
          && holder.place.mayTake(change.value);
    }
    RecordEdit edit = index.editOf(change, holder.query);
    // Fetched when the change is settled: a list that cannot tell, or should have the record now.
    return holder.records.isUndecided(edit, fieldsOf(change))
        || holder.records.lacksAfter(view, edit)
        || holder.records.mayConcern(edit)
            && !values.same(holder.records.edited(view, holder.query.confirmed().data, edit), view);
  }

  /** The fields that the change writes; null if it may write any. */
  private @Nullable Object fieldsOf(Change change) {
    return change.kind == ChangeKind.MERGE
        ? change.value
        : change.kind == ChangeKind.INCREMENT ? values.record(change.field, change.value) : null;
  }

  /** Those whose confirmed values hold the record, the newest first. */
  Seq<RecordHolder> holdersOf(Object id) {
    return filed.holdersOf(id);
  }

  /** The lists into which a record may come. */
  Seq<RecordHolder> lists() {
    return filed.lists();
  }

  /** The record in the query's confirmed value; null if it is not there. */
  @Nullable
  Object recordIn(Query query, Object id) {
    return filed.recordIn(query, id);
  }

  /** The record in the query's confirmed value, if it is there once; else null. */
  @Nullable
  Object onlyIn(Query query, Object id) {
    return filed.onlyIn(query, id);
  }

  /** True if such a change stands over the query too, and is about the same record. */
  boolean isChangedBesides(Query query, Change change) {
    return knownOf(change.record.id).changes.some(other -> other != change && isOver(other, query));
  }

  /** What the confirmed values say of the record: the newest, and from older ones what that lacks; null if none holds it. */
  @Nullable
  Object confirmed(Object id) {
    return filed.merged(id);
  }

  /** What the query's value takes the record for; null if it does not know it. */
  @Nullable
  Object assumedBy(Query query, Object id) {
    KnownRecord record = known.get(RecordIds.text(id));
    return record == null ? confirmed(id) : record.confirmedFor(query);
  }

  /** The query does not hold the record, and what is known of it is from a value that came after the query's. */
  boolean isKnownSince(RecordHolder holder, Object id) {
    KnownRecord record = known.get(RecordIds.text(id));
    if (record != null && record.isAssumedBy(holder.query)) {
      return record.hasNews(holder.query) && !filed.holds(holder.query, id);
    }
    Seq<RecordHolder> holding = filed.holdersOf(id);
    return holding.size() > 0 && !holding.has(holder) && holding.get(0).filedAt > holder.filedAt;
  }

  void assume(Query query, Object id, @Nullable Object pushed) {
    KnownRecord record = known.get(RecordIds.text(id));
    if (record != null) {
      record.assume(query, pushed);
    }
  }

  // Records that are being changed

  KnownRecord knownOf(Object id) {
    String text = RecordIds.text(id);
    KnownRecord record = known.get(text);
    if (record == null) {
      known.put(text, record = new KnownRecord(index, name, id));
    }
    return record;
  }

  /** The change is settled: what starts from the record as it was with it is made again. */
  void settled(Change change) {
    if (change.intent.state == IntentState.CONFIRMED) {
      confirmed.put(RecordIds.text(change.record.id), true);
      putOverFetches(change);
    }
    KnownRecord record = known.get(RecordIds.text(change.record.id));
    if (record != null) {
      record.changes.each(other -> makeAgain(other));
    }
  }

  /** The server has named the record that the change makes: what is done to it from now on says that id. */
  void named(Change change, Object temporary, Object real) {
    if (RecordIds.text(change.record.id).equals(RecordIds.text(temporary))) {
      knownOf(real).add(change);
    }
  }

  /** From time to time: a record that no query shows is never heard of again. */
  void tidy() {
    if (known.size() > tidyAt) {
      forgetWhatIsDone();
      tidyAt = 2 * known.size() + FEW;
    }
  }

  /** What is being fetched, or waits, was asked for before the change was confirmed: it may bring the record as it was. */
  private void putOverFetches(Change change) {
    holders.items().each(holder -> {
      boolean mayBringIt = holder.isOpen(name, holder.query.confirmed().data, values);
      boolean isHeld = holder.query.gate() != null && holder.query.gate().held != null;
      if ((holder.query.run != null || isHeld) && mayBringIt && !isOver(change, holder.query)) {
        index.client.log.attach(change, holder.query.asFolded(), false);
      }
    });
  }

  /** Nothing needs to be known of a record whose changes are in every value, or in none. */
  private void forgetWhatIsDone() {
    known.values().each(record -> {
      record.changes.copy().each(change -> {
        if (!isPending(change) && change.places.size() == 0) {
          record.forget(change);
        }
      });
      if (record.changes.size() == 0) {
        known.remove(RecordIds.text(record.id));
      }
    });
  }

  boolean wasConfirmed(Object id) {
    return confirmed.has(RecordIds.text(id));
  }

  void forgetChanges() {
    known.clear();
    confirmed.clear();
  }
}
