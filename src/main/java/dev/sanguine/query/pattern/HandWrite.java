package dev.sanguine.query.pattern;

import dev.sanguine.env.Seq;
import dev.sanguine.law.Change;
import dev.sanguine.law.Updater;
import dev.sanguine.query.MutationRun;
import dev.sanguine.query.Query;
import jsinterop.annotations.JsConstructor;

/** One value that was written by hand while mutations were under way, and how to write it again over another value. */
final class HandWrite {
  final Query query;
  /** Null if a value was written. */
  private final Updater updater;
  /** What the query showed before: what a callback has read, and puts back. */
  final Object snapshot;

  Object before;
  Object after;
  /** What came of it when it was written. */
  final Object made;
  /** The changes of the log that the values before and after it may hold already. */
  final Seq<Change> passedBefore;

  private Seq<Change> passedAfter;
  /** The mutation whose callback wrote it, as long as that may fail; null if that is not known for sure. */
  MutationRun owner;
  /** Mutations that may have written it: those that were being prepared at the time. */
  Seq<MutationRun> possibleOwners = new Seq<>();
  /** In which it stands; null if it was taken out. */
  WriteHistory history;
  /** A value that came later from elsewhere has replaced it: there is nothing to take out. */
  boolean isReplaced;
  /** Made when it is first done again; null before. */
  private RepeatableWrite redo;

  @JsConstructor
  HandWrite(
      Query query, Updater updater, Object snapshot, Object before, Seq<Change> passedBefore) {
    this.query = query;
    this.updater = updater;
    this.snapshot = snapshot;
    this.before = before;
    this.passedBefore = passedBefore;
    noteDone();
    made = after;
  }

  /** It has become the query's value. */
  void noteDone() {
    after = query.confirmed().data;
    passedAfter = passedOver(query);
  }

  static Seq<Change> passedOver(Query query) {
    return query == null || query.gate() == null ? new Seq<>() : query.gate().passedOver();
  }

  /** What its value may hold of the log: what was held before it, and what it has brought, but not what it took away. */
  Seq<Change> passed(Seq<Change> before) {
    Seq<Change> passed =
        before.filter(change -> passedAfter.has(change) || !passedBefore.has(change));
    passedAfter.each(change -> {
      if (!passedBefore.has(change) && !passed.has(change)) {
        passed.add(change);
      }
    });
    return passed;
  }

  /** What it was done to, and what came of it, is of no use any more. */
  void markReplaced() {
    isReplaced = true;
    before = null;
    after = null;
    redo = null;
  }

  /** Nobody will take it out: it has no owner, or that one has succeeded. */
  boolean isFact() {
    return owner == null && possibleOwners.size() == 0;
  }

  void disown(MutationRun run) {
    owner = owner == run ? null : owner;
    possibleOwners.remove(run);
  }

  /** Writes it over another value than before. */
  void redo(Object onto) {
    if (!query.environment().values.same(onto, before)) {
      if (redo == null) {
        redo = new RepeatableWrite(query.environment(), query.shape(), updater, before, after);
      }
      after = redo.over(onto);
      before = onto;
    }
  }
}
