package dev.sanguine.law;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Values;
import dev.sanguine.records.Containment;
import dev.sanguine.records.Holds;
import dev.sanguine.records.RecordShape;

/** What can be seen of a query's changes in a value, and which changes would undo others there. */
final class VisibleChanges {
  private final BaseGate gate;
  private final Values values;
  private final RecordShape shape;
  private final IntentOwner calling;

  VisibleChanges(BaseGate gate) {
    this.gate = gate;
    values = gate.values;
    shape = gate.query.shape();
    calling = gate.log.calling;
  }

  /** Whether the value holds the change in this place; {@code isMadeOfBase} as {@link Containment} has it. */
  Holds in(FoldedChange folded, boolean isMadeOfBase, int at, Object value) {
    return Containment.of(
        values, shape, isUnnamed(folded), isMadeOfBase, gate.before(at), done(folded, at), value);
  }

  /** The change edits records that are there, and the value has in all of them what it makes. */
  boolean isEditIn(FoldedChange folded, int at, Object value) {
    return Containment.ofEdits(values, shape, gate.before(at), done(folded, at), value)
        == Holds.YES;
  }

  /** The base holds the change in the places in which it makes a difference to the value. */
  boolean isBaseWithoutIt(FoldedChange folded, Object value) {
    return Containment.of(
            values, shape, isUnnamed(folded), false, value, gate.applied(folded, value), gate.base)
        == Holds.YES;
  }

  /** The mutation whose callback runs has issued it. */
  boolean isOwn(FoldedChange folded) {
    return folded.intent.owner == calling;
  }

  /**
   * True if the value may have the record that this change makes under the server's id. If a callback of another mutation
   * writes the value, it has not.
   */
  boolean isUnnamed(FoldedChange folded) {
    boolean isNamed = folded.change.answer != null && folded.change.answer.names != null;
    boolean mayBeSent = isOwn(folded) || calling == null && folded.intent.owner.attempts > 0;
    return folded.intent.makesRecords && !isNamed && mayBeSent;
  }

  /** The older changes that would undo one there that the value holds: that one covers them as long as it is pending. */
  Seq<FoldedChange> olderThan(Seq<FoldedChange> contained, Object value) {
    Seq<FoldedChange> found = new Seq<>();
    for (int i = 0; i < gate.changes.size(); i++) {
      FoldedChange newer = gate.changes.get(i);
      for (int k = 0; k < i && contained.has(newer); k++) {
        FoldedChange older = gate.changes.get(k);
        boolean isDone = !contained.has(older) && !older.mayBeInBase;
        if (isDone && !found.has(older) && wouldUndo(older, i, value)) {
          older.coveredBy = newer.intent.isPending() ? newer : null;
          found.add(older);
        }
      }
    }
    return found;
  }

  /** If only the answer of the older one would undo the other, the answer is left out for good. */
  private boolean wouldUndo(FoldedChange older, int newer, Object value) {
    boolean undoes = undoes(older, newer, value);
    MutationAnswer answer = older.change.answer;
    if (undoes && answer != null && answer.merge == null && answer.names == null) {
      older.change.answer = null;
      undoes = undoes(older, newer, value);
      older.change.answer = undoes ? answer : null;
      if (!undoes) {
        gate.fold.makeAgainFrom(0);
      }
    }
    return undoes;
  }

  private boolean undoes(FoldedChange older, int at, Object value) {
    FoldedChange newer = gate.changes.get(at);
    return Containment.undoes(
        values,
        shape,
        isUnnamed(newer),
        gate.before(at),
        done(newer, at),
        value,
        gate.applied(older, value));
  }

  /** The base holds the newer one, and would not with the older one over it. */
  boolean wouldHide(FoldedChange older, FoldedChange newer) {
    Object base = gate.base;
    Object over = older.changed(base);
    return isEqual(newer.changed(base), base) && !isEqual(newer.changed(over), over);
  }

  /**
   * The value after the change, without what its mutation's answer says besides; also of one that is passed over, which makes
   * no difference in the view.
   */
  Object done(FoldedChange folded, int at) {
    return folded.mayBeInBase || folded.change.answer != null
        ? folded.changed(gate.before(at))
        : folded.valueAfter;
  }

  boolean isEqual(Object a, Object b) {
    return values.same(values.replaceEqualDeep(a, b), a);
  }
}
