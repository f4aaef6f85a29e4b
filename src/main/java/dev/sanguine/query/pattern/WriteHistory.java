package dev.sanguine.query.pattern;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Values;
import dev.sanguine.env.WeakTable;
import dev.sanguine.law.Change;
import dev.sanguine.query.MutationRun;
import dev.sanguine.query.Query;
import dev.sanguine.query.state.QueryState;
import dev.sanguine.records.RecordShape;
import dev.sanguine.records.ThreeWay;
import jsinterop.annotations.JsConstructor;

/** What was written by hand into one query while mutations were under way, in order. */
final class WriteHistory {
  /** What is left without the writes of a mutation, and which changes of the log that may hold already. */
  static final class Left {
    final Object value;
    final Seq<Change> passed;

    private Left(Object value, Seq<Change> passed) {
      this.value = value;
      this.passed = passed;
    }
  }

  /** So many facts in a row are kept as functions; more become one value, so that a busy query does not grow. */
  private static final int FACTS = 64;

  private static final int CLEAN = 1_000_000_000;

  /** Null if it has left the cache. */
  private Query query;

  private final Values values;
  private final RecordShape shape;
  private final Seq<HandWrite> writes = new Seq<>();
  /** The values that were shown and are of no write: where nothing was written yet, or writes were taken out. */
  private final WeakTable<WriteHistory> shown = new WeakTable<>();
  /** What the last write left, and how often the data had been updated by then. */
  private Object now;

  private double updates;
  /** The first write that has to be done again, and over what; {@link #CLEAN} if none has to be. */
  private int dirty = CLEAN;

  private Object dirtyValue;
  private Seq<Change> dirtyPassed;

  @JsConstructor
  WriteHistory(Query query) {
    this.query = query;
    values = query.environment().values;
    shape = query.shape();
    acceptQuery();
  }

  Query query() {
    return query;
  }

  /** Somebody was handed that value. */
  void show(Object value) {
    if (WeakTable.canHold(value)) {
      shown.put(value, this);
    }
  }

  /** A callback that may be of one of these was handed that value. */
  void noteRead(Seq<MutationRun> by, Object value) {
    if (!values.same(value, now)) {
      show(value);
    }
    by.each(run -> {
      if (!values.isUndefined(value) && !hasWritten(run, value) && !readBy(run).has(value)) {
        run.runWrites().addRead(this, value);
      }
    });
  }

  /** A value that came from elsewhere, a fetch say, has replaced all that was written; or the query was taken out. */
  void follow(Query present) {
    QueryState state = present == null ? null : present.confirmed();
    if (present != query
        || state != null && (!values.same(state.data, now) || state.dataUpdateCount != updates)) {
      query = present;
      giveUp();
      acceptQuery();
    }
  }

  /** Nothing that was written so far is taken out. */
  void giveUp() {
    writes.each(HandWrite::markReplaced);
    markClean();
    forgetFacts();
  }

  /** The write has become the query's value. */
  void add(HandWrite write) {
    write.history = this;
    writes.add(write);
    readQuery();
    collapse();
  }

  /** The same of what has become part of the confirmed value without being written by hand. */
  void addBaked(HandWrite write) {
    if (values.same(now, write.before)) {
      add(write);
    }
  }

  /** What is left without a mutation's writes has become the query's value. */
  void noteLeft() {
    acceptQuery();
    if (writes.size() > 0 && !writes.get(writes.size() - 1).isReplaced) {
      writes.get(writes.size() - 1).noteDone();
    }
  }

  private void acceptQuery() {
    readQuery();
    show(now);
  }

  private void readQuery() {
    now = query == null ? values.undefined() : query.confirmed().data;
    updates = query == null ? 0 : query.confirmed().dataUpdateCount;
  }

  /** Somebody was handed the value. The writes know theirs, so that few need to be in the table. */
  private boolean wasShown(Object value) {
    return WeakTable.canHold(value)
        && (shown.get(value) != null
            || writes.some(
                write -> values.same(write.made, value) || values.same(write.snapshot, value)));
  }

  /** The mutation has succeeded, or it is over and nobody put back what it wrote: that stays. */
  void keepWritesOf(MutationRun run) {
    Seq<HandWrite> own = writesBy(run);
    own.filter(write -> write.possibleOwners.has(run) && isProbablyOf(write, run))
        .each(write -> write.possibleOwners.clear());
    own.each(write -> write.disown(run));
    forgetFacts();
  }

  /**
   * A callback of a mutation that is settled writes a value. If it is one that was shown before, the mutation's writes are to
   * be taken out.
   *
   * @param isView the value is known to be one that the query has shown
   * @return false if the value is to be written as it is: it is no snapshot, or nobody is known
   */
  boolean putBack(RunningCallbacks callers, Object value, boolean byUpdater, boolean isView) {
    MutationRun run = callers.runPuttingBack(one -> hasReplaced(one, value));
    if (run == null || !run.failed && !hasReplaced(run, value)) {
      return false;
    }
    // A number or a text is shown by chance too.
    boolean isShown = WeakTable.canHold(value) && isView
        || hasReplaced(run, value)
        || wasShown(value)
        || isSnapshotOf(run, value)
        // Its context is missing, since its onMutate threw after it had written.
        || values.isUndefined(value) && run.failed && callers.isKnown();
    Seq<HandWrite> own = writesOf(run, value);
    boolean changesNothing = byUpdater && new ThreeWay(values, shape).isEqual(now, value);
    // Who fails and finds nothing to change wants his write gone; but somebody else may be writing.
    if (changesNothing
        ? own.size() == 0 || !callers.isKnown() && !hasReplaced(run, value)
        : !isShown && !putsPartsBack(run, own, value)) {
      return false;
    }
    if (own.size() == 0 && !hasNothingHere(run, value)) {
      return false;
    }
    takeOut(run, own, value);
    return true;
  }

  /** True if a write that is, or may be, of the mutation replaced just this value. */
  private boolean hasReplaced(MutationRun run, Object value) {
    return writesBy(run).some(write -> values.same(write.snapshot, value));
  }

  /** A copy of what it has read, or replaced, is as good; so is an empty list if there was nothing. */
  private boolean isSnapshotOf(MutationRun run, Object value) {
    ThreeWay ways = new ThreeWay(values, shape);
    return readBy(run).some(read -> ways.isEqual(read, value))
        || writesBy(run)
            .some(write -> ways.isEqual(write.snapshot, value)
                || values.isUndefined(write.snapshot) && isEmptyList(value));
  }

  private boolean isEmptyList(Object value) {
    return values.isList(value) && values.items(value).size() == 0;
  }

  /** Wherever the value differs from what is shown, it has what the mutation has read or replaced there. */
  private boolean putsPartsBack(MutationRun run, Seq<HandWrite> own, Object value) {
    ThreeWay ways = new ThreeWay(values, shape);
    return run.failed
        && (own.some(write -> ways.isPutBack(now, value, write.snapshot))
            || readBy(run).some(read -> ways.isPutBack(now, value, read)));
  }

  /**
   * True if the mutation has written here, so that what it reads is its own work. A write that may be another's does not
   * count if it made this very value.
   */
  private boolean hasWritten(MutationRun run, Object value) {
    return hasIntentHere(run)
        || writesBy(run).some(write -> write.owner == run || !values.same(write.made, value));
  }

  /** What it wrote here is in the log. */
  private boolean hasIntentHere(MutationRun run) {
    return run.intent != null
        && query != null
        && query.folded != null
        && run.intent.touched.has(query.folded);
  }

  /** True if the mutation has read the value, and of what it wrote here since nothing is left. */
  private boolean hasNothingHere(MutationRun run, Object value) {
    int last = lastThatMade(value);
    return !values.isUndefined(value)
        && (isSnapshotOf(run, value) || hasIntentHere(run))
        && !writes.someAt((write, at) -> at > last && write.possibleOwners.has(run));
  }

  private Seq<Object> readBy(MutationRun run) {
    return run.runWrites == null ? new Seq<>() : run.runWrites.readIn(this);
  }

  /** What is, or may be, of the mutation, and can be taken out. */
  private Seq<HandWrite> writesBy(MutationRun run) {
    return run.runWrites == null
        ? new Seq<>()
        : run.runWrites.writes.filter(write ->
            write.history == this && (write.owner == run || write.possibleOwners.has(run)));
  }

  /**
   * The writes that leave with the mutation. Those that are certainly its own leave. Of those that may be, the one leaves that
   * replaced the value that is put back. So do the writes right behind one that leaves, if only this mutation can have made
   * them. If no write is certain and none replaced the value, all leave that only this mutation can have made.
   */
  private Seq<HandWrite> writesOf(MutationRun run, Object value) {
    Seq<HandWrite> own = writesBy(run);
    return own.some(write -> write.owner != run) ? likelyOf(run, own, value) : own;
  }

  private Seq<HandWrite> likelyOf(MutationRun run, Seq<HandWrite> all, Object value) {
    Seq<HandWrite> own = new Seq<>();
    Seq<HandWrite> perhaps =
        all.filter(write -> write.possibleOwners.has(run) && isSnapshot(write, value));
    HandWrite probable = perhaps.first(write -> isProbablyOf(write, run));
    probable = probable == null && perhaps.size() > 0 ? perhaps.get(0) : probable;
    boolean isFound =
        probable != null || hasIntentHere(run) || all.some(write -> write.owner == run);
    boolean isBehind = !isFound;
    // What the value was made by is in it, and is not what puts it back wants gone.
    int last = lastThatMade(value);
    for (int i = 0; i < writes.size(); i++) {
      HandWrite write = writes.get(i);
      boolean isAlone =
          write.possibleOwners.size() == 1 && write.possibleOwners.has(run) && i > last;
      boolean isOwn = write.owner == run || write == probable || isBehind && isAlone;
      isBehind = isOwn || !isFound;
      if (isOwn) {
        own.add(write);
      }
    }
    return own;
  }

  private int lastThatMade(Object value) {
    int at = writes.size() - 1;
    while (at >= 0 && !values.same(writes.get(at).made, value)) {
      at--;
    }
    return at;
  }

  /**
   * True if as many mutations were being prepared at once as there are writes of theirs, and the write is in the mutation's
   * place: each waits for the same, most likely, and goes on in its turn.
   */
  private boolean isProbablyOf(HandWrite write, MutationRun run) {
    Seq<HandWrite> alike =
        writes.filter(other -> isAlike(other.possibleOwners, write.possibleOwners));
    return alike.size() == write.possibleOwners.size()
        && alike.find(write) == write.possibleOwners.find(run);
  }

  private static boolean isAlike(Seq<MutationRun> some, Seq<MutationRun> others) {
    return some.size() == others.size() && !some.some(run -> !others.has(run));
  }

  private boolean isSnapshot(HandWrite write, Object value) {
    return wasShown(value)
        ? values.same(write.snapshot, value)
        : new ThreeWay(values, shape).isEqual(write.snapshot, value);
  }

  private void takeOut(MutationRun run, Seq<HandWrite> leaving, Object value) {
    int first = writes.indexWhere(write -> !write.isReplaced && leaving.has(write));
    if (first >= 0 && first < dirty) {
      Object before = writes.get(first).before;
      dirty = first;
      dirtyValue = values.isUndefined(before) && isEmptyList(value) ? value : before;
      dirtyPassed = writes.get(first).passedBefore;
    }
    leaving.each(writes::remove);
    leaving.each(write -> {
      write.history = null;
      write.owner = null;
    });
    writesBy(run).each(write -> write.possibleOwners.remove(run));
  }

  /** Writes are to be done again over what is left of those before them. */
  boolean isDirty() {
    return dirty != CLEAN;
  }

  /** How many those are. */
  int toDoAgain() {
    return writes.size() - dirty;
  }

  /** What is left without what was taken out: the later writes are done again. */
  Left left() {
    if (!isDirty()) {
      return new Left(now, HandWrite.passedOver(query));
    }
    Object left = dirtyValue;
    Seq<Change> passed = dirtyPassed;
    for (int i = dirty; i < writes.size(); i++) {
      HandWrite write = writes.get(i);
      write.redo(left);
      left = write.after;
      passed = write.passed(passed);
    }
    markClean();
    return new Left(left, passed);
  }

  private void markClean() {
    dirty = CLEAN;
    dirtyValue = null;
    dirtyPassed = null;
  }

  /** Drops the oldest writes, up to the first that a mutation may still take out. */
  private void forgetFacts() {
    while (dirty > 0 && writes.size() > 0 && writes.get(0).isFact()) {
      writes.removeAt(0);
      dirty -= isDirty() ? 1 : 0;
    }
  }

  private void collapse() {
    int last = writes.size() - 1;
    int first = last - FACTS;
    if (first < 0 || writes.get(first).isReplaced) {
      return;
    }
    for (int i = first; i <= last; i++) {
      if (!writes.get(i).isFact()) {
        return;
      }
    }
    HandWrite all =
        new HandWrite(query, null, null, writes.get(first).before, writes.get(first).passedBefore);
    writes.truncate(first);
    writes.add(all);
  }
}
