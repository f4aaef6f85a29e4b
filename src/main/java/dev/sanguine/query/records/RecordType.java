package dev.sanguine.query.records;

import dev.sanguine.env.OrderedSet;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;
import dev.sanguine.env.Values;
import dev.sanguine.law.Change;
import dev.sanguine.law.ChangeKind;
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
  private final FiledRecords filed;
  /** Null until somebody asks. */
  private @Nullable RecordShape shape;
  /** The records that are being changed, by the text of their id. */
  private final Table<String, KnownRecord> known = new Table<>();

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
  }

  /** The query's confirmed value is another one: pending changes of what it holds are put over it. */
  void valueCame(RecordHolder holder) {
    filed.add(holder);
    forgetWhatIsDone();
    if (known.size() > 0) {
      Seq<String> moved = filed.file(holder);
      known.values().each(record -> {
        record.changes.each(change -> takeUp(change, holder));
        if (moved.has(RecordIds.text(record.id))) {
          record.look();
          record.changes.each(change -> contentMoved(change, holder.query));
        }
      });
    }
  }

  private void takeUp(Change change, RecordHolder holder) {
    if (change.intent.isPending() && !isOver(change, holder.query) && isMeant(holder, change)) {
      index.client.log.attach(change, holder.query.asFolded());
    }
  }

  /** What is known of the record has changed: lists that have it from elsewhere are made again, others may get it now. */
  private void contentMoved(Change change, Query from) {
    makeAgain(change, from);
    if (change.intent.isPending()) {
      meantBy(change).each(holder -> takeUp(change, holder));
    }
  }

  private void makeAgain(Change change, @Nullable Query from) {
    change.places.each(folded -> {
      Query query = QueryFold.queryOf(folded.query);
      if (query != from && !filed.holds(query, change.record.id)) {
        folded.query.gate.makeAgain(folded);
        index.client.log.tellLater(folded.query);
      }
    });
  }

  private static boolean isOver(Change change, Query query) {
    return change.places.some(folded -> QueryFold.queryOf(folded.query) == query);
  }

  // Where a change shows

  /** Those that hold the record, and the lists into which the change brings it. */
  Seq<RecordHolder> meantBy(Change change) {
    Seq<RecordHolder> meant = filed.holdersOf(change.record.id);
    filed.lists().each(list -> {
      if (!filed.holds(list.query, change.record.id) && mayCome(list, change)) {
        meant.add(list);
      }
    });
    return meant;
  }

  boolean isMeant(RecordHolder holder, Change change) {
    return filed.holds(holder.query, change.record.id) || mayCome(holder, change);
  }

  /** The record is not in its confirmed value: an earlier change has brought it there, or this one does. */
  private boolean mayCome(RecordHolder holder, Change change) {
    if (values.isUndefined(holder.query.confirmed().data)) {
      return false;
    }
    KnownRecord record = knownOf(change.record.id);
    if (record.changes.some(other -> other != change && isOver(other, holder.query))) {
      return true;
    }
    if (change.kind != ChangeKind.ADD && record.before(change) == null) {
      // Nobody knows the record: the list is fetched when the change is settled.
      return change.kind == ChangeKind.MERGE
          && holder.place.type.equals(name)
          && holder.place.mayTake(change.value);
    }
    Object view = holder.query.current().data;
    RecordEdit edit = index.editOf(change);
    return holder.records.mayConcern(edit) && !values.same(holder.records.edited(view, edit), view);
  }

  /** Those whose confirmed values hold the record, the newest first. */
  Seq<RecordHolder> holdersOf(Object id) {
    return filed.holdersOf(id);
  }

  /** The lists into which a record may come. */
  Seq<RecordHolder> lists() {
    return filed.lists();
  }

  /** What the confirmed values say of the record: the newest, and from older ones what that lacks; null if none holds it. */
  @Nullable
  Object confirmed(Object id) {
    return filed.merged(id);
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
    KnownRecord record = known.get(RecordIds.text(change.record.id));
    if (record != null) {
      record.changes.each(other -> makeAgain(other, null));
    }
  }

  /** Nothing needs to be known of a record whose changes are in every value, or in none. */
  private void forgetWhatIsDone() {
    known.values().each(record -> {
      record.changes.copy().each(change -> {
        if (!change.intent.isPending() && change.places.size() == 0) {
          record.changes.remove(change);
        }
      });
      if (record.changes.size() == 0) {
        known.remove(RecordIds.text(record.id));
      }
    });
  }

  void forgetChanges() {
    known.clear();
  }
}
