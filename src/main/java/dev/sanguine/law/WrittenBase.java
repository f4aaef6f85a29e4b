package dev.sanguine.law;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Values;
import dev.sanguine.records.Containment;
import dev.sanguine.records.Holds;
import dev.sanguine.records.RecordShape;

/*
 * A value that somebody writes by hand while changes are pending over the query, or confirmed and not fetched yet.
 *
 * It becomes the base at once. Of each change the question is whether the value holds it, since then it must not be done
 * again. Nobody says so, but there are signs. What is made of the base lacks the changes. What is made of the view holds them
 * all. A callback writes what its mutation did, and what its answer says. For all else there is the value itself: in the
 * places in which a change makes a difference it has what was there before, or what the change makes (Containment). A record
 * that was not there before and comes with the value may have the change in it if that was sent.
 *
 * If nothing can be seen, a pending change is done to the value, and a confirmed one is not: it was there when the value
 * was written.
 */
final class WrittenBase {
  private final BaseGate gate;
  private final Values values;
  private final IntentLog log;
  private final VisibleChanges seen;
  private final Object data;
  /** It was made of the base, so it holds what the base holds, or what a callback adds. */
  private final boolean byUpdater;

  private final boolean isMadeOfView;
  /** It is the base with the changes of the mutation whose callback writes, and no more. */
  private final boolean isBaseWithOwnChange;

  WrittenBase(BaseGate gate, Object data, boolean byUpdater) {
    this.gate = gate;
    this.data = data;
    this.byUpdater = byUpdater;
    values = gate.values;
    log = gate.log;
    seen = new VisibleChanges(gate);
    RecordShape shape = gate.query.shape();
    isMadeOfView = !byUpdater
        && gate.changes.size() > 1
        && Containment.isMadeOf(values, shape, gate.base, gate.view, data)
        && !gate.changes.some(
            folded -> Containment.bringsBack(values, shape, folded.valueAfter, gate.view, data))
        && !seen.isEqual(withAll(), data);
    isBaseWithOwnChange = byUpdater && log.calling != null && isBaseWithOwnChange();
  }

  /** The value with every change done to it once more: if that is the same, nothing need be passed over. */
  private Object withAll() {
    Object made = data;
    for (int i = 0; i < gate.changes.size(); i++) {
      made = gate.changes.get(i).mayBeInBase ? made : gate.changes.get(i).changed(made);
    }
    return made;
  }

  private boolean isBaseWithOwnChange() {
    Object made = gate.base;
    for (int i = 0; i < gate.changes.size(); i++) {
      FoldedChange folded = gate.changes.get(i);
      made = seen.isOwn(folded) ? folded.changed(made) : made;
    }
    return seen.isEqual(made, data) || seen.isEqual(records(made), records(data));
  }

  /** The lists alone: who writes a record into an answer may leave the number of all records as it was. */
  private Object records(Object value) {
    Seq<Object> lists = gate.query.shape().listsIn(values, value);
    return lists.size() == 0 ? value : values.listOf(lists);
  }

  /** Marks the changes: confirmed ones that the value holds are in it, and pending ones are passed over. */
  void look() {
    Seq<FoldedChange> contained = new Seq<>();
    // The value with the changes that it lacks: a later change is looked for in what it would be
    // done to.
    Object completed = data;
    for (int i = 0; i < gate.changes.size(); i++) {
      FoldedChange folded = gate.changes.get(i);
      boolean isConfirmed = folded.intent.state == IntentState.CONFIRMED;
      if (folded.mayBeInBase && !byUpdater && seen.isBaseWithoutIt(folded, data)) {
        gate.passOver(folded, false);
        gate.refresh();
      }
      Holds isIn = containment(folded, i, seen.isOwn(folded) ? data : completed);
      isIn = isIn == Holds.UNKNOWN && isMadeOfView && !folded.isIdempotent() ? Holds.YES : isIn;
      // Written after the answer, and different from what was there: it was made of the answer.
      boolean isContained =
          isIn == Holds.YES || isIn == Holds.UNKNOWN && isConfirmed && !isPlainCallback();
      folded.isIn = isContained && isConfirmed ? Holds.YES : Holds.NO;
      if (isContained) {
        contained.add(folded);
      } else if (!folded.mayBeInBase) {
        completed = folded.changed(completed);
      }
      if (isContained && !isConfirmed) {
        gate.passOver(folded, true);
      }
      // A merge is done once more and changes nothing, but if it fails, somebody has to take it
      // out.
      boolean isSeen = isContained
          || !byUpdater && folded.isIdempotent() && seen.in(folded, false, i, data) == Holds.YES;
      folded.wasWrittenIn |= isSeen && !isConfirmed;
    }
    seen.olderThan(contained, data).each(older -> {
      boolean isConfirmed = older.intent.state == IntentState.CONFIRMED;
      older.isIn = isConfirmed ? Holds.YES : Holds.NO;
      gate.passOver(older, !isConfirmed);
    });
  }

  private Holds containment(FoldedChange folded, int at, Object value) {
    if (folded.broken || folded.mayBeInBase || !seen.isOwn(folded) && folded.isIdempotent()) {
      // Passed over anyway, or done once more it changes nothing.
      return Holds.NO;
    }
    if (isOfNewRecord(folded, at, value)) {
      return Holds.YES;
    }
    // What is made of the base lacks the change, unless a callback makes it of an answer.
    boolean isOfCallback =
        log.calling != null && log.calling.intent != null || folded.intent.isInCallbacks();
    boolean isMadeOfBase = byUpdater && !isOfCallback;
    Holds isIn = seen.in(folded, isMadeOfBase, at, value);
    if (isIn == Holds.NO && value != data && !isMadeOfBase && seen.isEditIn(folded, at, data)) {
      // It is there, and only hidden by an older one that was done to the value.
      isIn = Holds.YES;
    }
    if (isIn == Holds.UNKNOWN
        && byUpdater
        && !seen.isOwn(folded)
        && takesNothingFromAnAnswer(folded)) {
      return Holds.NO;
    }
    if (isIn != Holds.UNKNOWN) {
      return isIn;
    }
    return seen.isOwn(folded)
        ? Holds.YES
        : folded.intent.owner.attempts == 0
            ? Holds.NO
            : new VersionEvidence(gate).of(folded, value);
  }

  /**
   * What it changes was not there before it, and has come with the value: whether the change is in it cannot be seen. As with a
   * first load, nothing is shown twice.
   */
  private boolean isOfNewRecord(FoldedChange folded, int at, Object value) {
    boolean mayComeFromServer =
        folded.intent.owner.attempts > 0 && (!byUpdater || seen.isOwn(folded));
    if (!mayComeFromServer || folded.isIdempotent() || isPlainCallback()) {
      return false;
    }
    Object once = folded.changed(value);
    return Containment.isOfOthers(values, gate.query.shape(), value, once, gate.before(at))
        && !seen.isEqual(once, folded.changed(once));
  }

  /** A callback of another mutation writes, perhaps, but it has this change from no answer. */
  private boolean takesNothingFromAnAnswer(FoldedChange folded) {
    return log.calling == null
        ? differsFromBase(folded, true) == Holds.NO
        : isBaseWithOwnChange || differsFromBase(folded, false) == Holds.NO;
  }

  /**
   * Whether the value has, wherever the change would make a difference to the base, what the change makes.
   *
   * @param unlessRecordIsOther what is in the place of the base counts as the base's if no record was replaced as a whole
   */
  private Holds differsFromBase(FoldedChange folded, boolean unlessRecordIsOther) {
    Object base = gate.base;
    return Containment.of(
        values,
        gate.query.shape(),
        seen.isUnnamed(folded),
        unlessRecordIsOther,
        base,
        folded.changed(base),
        data);
  }

  /** A callback of a mutation without an intent writes: the documented pattern, which puts back what it read. */
  private boolean isPlainCallback() {
    return log.calling != null && log.calling.intent == null;
  }
}
