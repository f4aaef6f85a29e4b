package dev.sanguine.query.records;

import dev.sanguine.env.OrderedSet;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;
import dev.sanguine.env.Values;
import dev.sanguine.law.ArrivedValue;
import dev.sanguine.law.BaseGate;
import dev.sanguine.law.Change;
import dev.sanguine.law.FoldedChange;
import dev.sanguine.query.Query;
import dev.sanguine.query.UnaskedValues;
import dev.sanguine.query.state.QueryState;
import dev.sanguine.query.state.States;
import dev.sanguine.records.Holds;
import dev.sanguine.records.RecordEdit;
import dev.sanguine.records.RecordHelpers;
import dev.sanguine.records.RecordIds;
import dev.sanguine.records.RecordShape;
import org.jspecify.annotations.Nullable;

/*
 * Records that the server sends without being asked.
 *
 * The record becomes part of every confirmed value that holds it, or that it belongs to now. All else of the value stays as it
 * is, and so does what the query knows of its age: nobody has fetched the rest. Only a number that counts records which are not
 * shown is asked for once more.
 *
 * Whether a pending change is in the pushed record is a question only for changes of that record, and only if doing them
 * twice would do harm. Then the value waits until they are settled, as what a fetch brings does.
 */
final class PushedRecords {
  /** So many pushes may cross. What was pushed before those is forgotten. */
  private static final int CROSSING = 1000;

  private final RecordIndex index;
  private final Values values;
  /** What was pushed since the fetch began that is under way. */
  private final Table<Query, Seq<Push>> whileFetching = new Table<>();
  /** What was pushed into a value that waits. */
  private final Table<Query, Waiting> waiting = new Table<>();
  /** By type and id, the newest that was pushed of records: no value need hold them. */
  private final Table<String, Object> newest = new Table<>();
  /** Those that are asked for again at the end of this task. */
  private final OrderedSet<Query> unsure = new OrderedSet<>();

  PushedRecords(RecordIndex index) {
    this.index = index;
    values = index.values;
  }

  /** {@code record} is null if the server has it no more. */
  void receive(RecordType type, Object id, @Nullable Object record) {
    boolean isNew = type.confirmed(id) == null;
    Seq<RecordHolder> places = type.holdersOf(id);
    type.lists().each(list -> {
      if (!places.has(list)) {
        places.add(list);
      }
    });
    Object known = record == null ? null : newestOf(type, id);
    // What is known elsewhere changes with the first of them.
    Seq<Push> pushes = places.map(holder -> {
      Push push = new Push(type.name, id, isNew, type.assumedBy(holder.query, id), record);
      push.isKnownSince = type.isKnownSince(holder, id);
      push.isLate =
          record != null && known != null && holder.query.asFolded().isOlder(record, known);
      return push;
    });
    if (record != null && !pushes.some(push -> push.isLate)) {
      note(type, id, record);
    }
    index.client.environment.notify.run(() -> {
      for (int i = 0; i < places.size(); i++) {
        noteIfFetching(places.get(i).query, pushes.get(i));
        if (receive(places.get(i), pushes.get(i))) {
          type.assume(places.get(i).query, id, record);
        }
      }
    });
  }

  /** The newest that was pushed of the record, or that a value holds; null if there is none, or if it was forgotten. */
  private @Nullable Object newestOf(RecordType type, Object id) {
    Object found = newest.get(nameOf(type, id));
    Seq<RecordHolder> holding = type.holdersOf(id);
    for (int i = 0; i < holding.size(); i++) {
      Query query = holding.get(i).query;
      Object there = type.recordIn(query, id);
      found = found == null || query.asFolded().isOlder(found, there) ? there : found;
    }
    return found;
  }

  private void note(RecordType type, Object id, Object record) {
    if (newest.size() >= CROSSING) {
      newest.clear();
    }
    newest.put(nameOf(type, id), record);
  }

  private static String nameOf(RecordType type, Object id) {
    return type.name + " " + RecordIds.text(id);
  }

  /**
   * The answer to the change may say more of the record than the change did, so that it belongs to lists that the change
   * does not mean: it comes into them as if it had been pushed.
   */
  void answered(Change change) {
    RecordType type = index.type(change.record.type);
    Object record = index.answered(change);
    if (record == null) {
      return;
    }
    Object id = index.shapeOf(type.name).idOf(values, record);
    Seq<RecordHolder> holding = type.holdersOf(id);
    Seq<RecordHolder> others =
        type.lists().filter(list -> !holding.has(list) && !change.isOver(list.query.asFolded()));
    // What is known elsewhere changes with the first of them.
    Seq<Object> known = others.map(list -> type.assumedBy(list.query, change.record.id));
    for (int i = 0; i < others.size(); i++) {
      Query query = others.get(i).query;
      Object before = known.get(i);
      if (before == null || !query.asFolded().isOlder(record, before)) {
        bring(others.get(i), new Push(type.name, id, before == null, before, record));
        if (!type.isChangedBesides(query, change)) {
          type.assume(query, id, record);
        }
      }
    }
  }

  private void bring(RecordHolder holder, Push push) {
    Object base = holder.query.confirmed().data;
    Object next = holder.records.edited(base, base, push);
    if (!values.same(next, base)) {
      QueryState state = States.copy(holder.query.confirmed());
      state.data = next;
      holder.query.change(state);
    }
    askIfUnsure(holder.query, push);
  }

  /**
   * A number has changed for a record that is not shown. It may have been counted as it is now already: nothing in the number
   * says which records it was made of. Or the record is no news by what came after the list, and the list may lack it. So the
   * server is asked, once for all that is pushed in this task.
   */
  private void askIfUnsure(Query query, Push push) {
    if (!push.countsUnseen && !push.isUnsure) {
      return;
    }
    query.invalidate();
    if (query.canResync() && !unsure.has(query)) {
      unsure.add(query);
      index.client.environment.deferreds.microtask(() -> {
        if (unsure.remove(query) && query.canResync()) {
          query.asFolded().oweFetchAfter(index.client.tick());
          index.client.log.settleDown(query.asFolded());
        }
      });
    }
  }

  private void noteIfFetching(Query query, Push push) {
    if (query.run == null) {
      return;
    }
    Seq<Push> before = whileFetching.get(query);
    if (before == null) {
      whileFetching.put(query, before = new Seq<>());
    }
    Push same = before.first(push::isOfSame);
    boolean isOlder = same != null && push.isOlderThan(same, query);
    if (!isOlder) {
      before.remove(same);
      before.add(push);
    }
  }

  /** What was asked for before a push may lack it: if it does, it is asked for once more. */
  void fetched(Query query) {
    Seq<Push> late = whileFetching.get(query);
    RecordHolder holder = late == null ? null : index.holderOf(query);
    whileFetching.remove(query);
    Seq<Push> lacked = holder == null ? new Seq<>() : late.filter(push -> isLackedBy(holder, push));
    if (lacked.size() > 0) {
      query.asFolded().oweFetchAfter(index.client.tick());
      lacked.each(push -> bringLate(holder, push));
    }
  }

  /** True also if the value says how many there are, and nobody can tell if the record is counted as it is now. */
  private boolean isLackedBy(RecordHolder holder, Push push) {
    Object there = index.type(push.type).recordIn(holder.query, push.id);
    Object base = holder.query.confirmed().data;
    if (there != null) {
      boolean isNewer = push.record != null && holder.query.asFolded().isOlder(push.record, there);
      return !isNewer && !values.same(holder.records.edited(base, base, push), base);
    }
    boolean isLacked = push.record != null && holder.records.lacks(base, push.type, push.record);
    holder.records.edited(base, base, push);
    return isLacked || push.countsUnseen;
  }

  /** Until it is fetched, a record that is there otherwise may be newer, but one that is not there is shown. */
  private void bringLate(RecordHolder holder, Push push) {
    boolean isThere = index.type(push.type).recordIn(holder.query, push.id) != null;
    if (push.record == null) {
      bring(holder, push);
    } else if (!isThere
        && holder.records.lacks(holder.query.confirmed().data, push.type, push.record)) {
      // The fetched value says that it was not there when that was made.
      bring(holder, new Push(push.type, push.id, true, null, push.record));
      index.type(push.type).assume(holder.query, push.id, push.record);
    }
  }

  void clear() {
    newest.clear();
  }

  void forget(Query query) {
    unsure.remove(query);
    whileFetching.remove(query);
    waiting.remove(query);
  }

  /** The value that becomes the query's is one with a push in it that had to wait, and was not fetched. */
  boolean isTaken(Query query) {
    Waiting there = waiting.get(query);
    return there != null && there.isPushed && query.asFolded().taken == there.value;
  }

  /** The query has another value: if it is the one that had to wait, it is made of what was pushed into that. */
  void taken(Query query) {
    Waiting there = waiting.get(query);
    boolean isWaiting = there != null && query.gate() != null && query.gate().held == there.value;
    if (there == null || isWaiting) {
      return;
    }
    waiting.remove(query);
    if (query.asFolded().taken == there.value) {
      there.pushes.each(push -> index.type(push.type).assume(query, push.id, push.record));
    }
  }

  /** The value that waits has that in it as well. */
  private void noteWaiting(Query query, ArrivedValue value, Push push, boolean isPushed) {
    Waiting there = waiting.get(query);
    if (there == null || there.value != value) {
      waiting.put(query, there = new Waiting(value, isPushed));
    }
    there.pushes.add(push);
  }

  /** True if the query's value is made of the record now. */
  private boolean receive(RecordHolder holder, Push push) {
    Query query = holder.query;
    BaseGate gate = query.gate();
    boolean isOlder = push.record != null
        && push.known != null
        && query.asFolded().isOlder(push.record, push.known);
    if (isOlder || push.isLate) {
      // A number may have been made of this one, and what came before it was taken for no news.
      holder.records.edited(query.confirmed().data, query.confirmed().data, push);
      askIfUnsure(query, push);
      return false;
    }
    Seq<FoldedChange> questions =
        gate == null ? new Seq<>() : gate.changes.filter(one -> isQuestion(one, push));
    boolean isInHeld = gate != null && gate.held != null;
    if (isInHeld) {
      // What waits is newer than the base: the record is part of it as well.
      gate.held.data = holder.records.edited(gate.held.data, gate.held.data, push);
      noteWaiting(query, gate.held, push, false);
    }
    Object base = query.confirmed().data;
    Object next = holder.records.edited(base, base, push);
    if (values.same(next, base)) {
      push.isUnsure |= push.isKnownSince && mayConcern(holder, push);
      askIfUnsure(query, push);
      return true;
    }
    QueryState state = States.copy(query.confirmed());
    state.data = next;
    if (push.record != null && mayBeOlder(query, push)) {
      UnaskedValues.refuseOlder(query, true);
    } else if (questions.size() == 0) {
      query.change(state);
    } else if (!isInHeld) {
      gate.receive(state.data, state, state.dataUpdatedAt);
      if (gate.held != null) {
        noteWaiting(query, gate.held, push, true);
      }
    } else if (questions.some(one -> !one.isWaitedFor)) {
      // What waits would be taken before it is known whether this change is in it: a fetch will
      // tell.
      gate.held = null;
      query.asFolded().oweFetchAfter(index.client.tick());
    }
    askIfUnsure(query, push);
    return values.same(query.confirmed().data, next);
  }

  private boolean mayConcern(RecordHolder holder, Push push) {
    return push.record != null && holder.records.belongs(push.record)
        || holder.records.countsOthers(holder.query.confirmed().data);
  }

  private static boolean isOf(FoldedChange folded, Push push) {
    return folded.change.record == null
        || RecordIds.text(folded.change.record.id).equals(RecordIds.text(push.id));
  }

  /** A value that waits, and what was pushed into it. */
  private static final class Waiting {
    final ArrivedValue value;
    /** All that is new in it was pushed. */
    final boolean isPushed;

    final Seq<Push> pushes = new Seq<>();

    Waiting(ArrivedValue value, boolean isPushed) {
      this.value = value;
      this.isPushed = isPushed;
    }
  }

  /** This client has changed the record, the server has confirmed that, and no version tells what the record holds. */
  private boolean mayBeOlder(Query query, Push push) {
    return query.folded != null
        && !query.folded.hasVersions()
        && (query.folded.wasChangedAsAWhole() || index.type(push.type).wasConfirmed(push.id));
  }

  /** The record may hold the change, or not, and to do it twice would do harm. */
  private static boolean isQuestion(FoldedChange folded, Push push) {
    return isOf(folded, push) && !folded.isIdempotent();
  }

  /** What the server's record makes of a list or a detail. */
  private final class Push extends RecordEdit {
    final @Nullable Object known;
    final @Nullable Object record;
    /** What is known of the record came after the list, which may be made of an older one. */
    boolean isKnownSince;
    /** A newer one is known already. */
    boolean isLate;
    /** Whether the list is as it has to be is not known. */
    boolean isUnsure;

    Push(String type, Object id, boolean isNew, @Nullable Object known, @Nullable Object record) {
      super(type, id, isNew);
      this.known = known;
      this.record = record;
    }

    boolean isOfSame(Push other) {
      return type.equals(other.type) && RecordIds.text(id).equals(RecordIds.text(other.id));
    }

    boolean isOlderThan(Push other, Query query) {
      return record != null
          && other.record != null
          && query.asFolded().isOlder(record, other.record);
    }

    @Override
    protected Object inPlace(Object there) {
      return record == null ? null : written(there);
    }

    private Object written(Object there) {
      RecordShape shape = index.shapeOf(type);
      return new RecordHelpers(values, shape).written(there, record);
    }

    @Override
    protected @Nullable Object confirmed() {
      return known;
    }

    @Override
    protected Holds isLacked() {
      return Holds.UNKNOWN;
    }

    @Override
    protected Object before() {
      return known;
    }

    @Override
    protected Object after() {
      return record == null || known == null ? record : written(known);
    }
  }
}
