package dev.sanguine.law;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Values;
import dev.sanguine.records.Containment;
import dev.sanguine.records.Holds;
import dev.sanguine.records.RecordShape;

/** What can be seen of a query's changes in a value, and which changes would undo others there. */
final class VisibleChanges {
  private final BaseGate fold;
  private final Values values;
  private final RecordShape shape;
  private final IntentOwner calling;

  VisibleChanges(BaseGate fold) {
    this.fold = fold;
    values = fold.values;
    shape = fold.query.shape();
    calling = fold.log.calling;
  }

  /** Whether the value holds the change in this place; {@code isMadeOfBase} as {@link Containment} has it. */
  Holds in(FoldedChange folded, boolean isMadeOfBase, int at, Object value) {
    return Containment.of(
        values, shape, isUnnamed(folded), isMadeOfBase, fold.before(at), done(folded, at), value);
  }

  /** The change edits records that are there, and the value has in all of them what it makes. */
  boolean isEditIn(FoldedChange folded, int at, Object value) {
    return Containment.ofEdits(values, shape, fold.before(at), done(folded, at), value)
        == Holds.YES;
  }

  /** The base holds the change in the places in which it makes a difference to the value. */
  boolean isBaseWithoutIt(FoldedChange folded, Object value) {
    return Containment.of(
            values, shape, isUnnamed(folded), false, value, fold.applied(folded, value), fold.base)
        == Holds.YES;
  }

  /** The mutation whose callback runs has issued it. */
  boolean isOwn(FoldedChange folded) {
    return folded.intent.owner == calling;
  }

  /** It makes a record that may have another id in a value which the server sent; a callback of another one sends its own. */
  boolean isUnnamed(FoldedChange folded) {
    boolean isNamed = folded.change.answer != null && folded.change.answer.names != null;
    boolean mayBeSent = isOwn(folded) || calling == null && folded.intent.owner.attempts > 0;
    return folded.intent.makesRecords && !isNamed && mayBeSent;
  }

  /** The older changes that would undo one there that the value holds: that one covers them as long as it is pending. */
  Seq<FoldedChange> olderThan(Seq<FoldedChange> contained, Object value) {
    Seq<FoldedChange> found = new Seq<>();
    for (int i = 0; i < fold.changes.size(); i++) {
      FoldedChange newer = fold.changes.get(i);
      for (int k = 0; k < i && contained.has(newer); k++) {
        FoldedChange older = fold.changes.get(k);
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
        fold.fold.makeAgainFrom(0);
      }
    }
    return undoes;
  }

  private boolean undoes(FoldedChange older, int at, Object value) {
    FoldedChange newer = fold.changes.get(at);
    return Containment.undoes(
        values,
        shape,
        isUnnamed(newer),
        fold.before(at),
        done(newer, at),
        value,
        fold.applied(older, value));
  }

  /** The base holds the newer one, and would not with the older one over it. */
  boolean wouldHide(FoldedChange older, FoldedChange newer) {
    Object base = fold.base;
    Object over = older.changed(base);
    return isEqual(newer.changed(base), base) && !isEqual(newer.changed(over), over);
  }

  /**
   * The value after the change, without what its mutation's answer says besides; also of one that is passed over, which makes
   * no difference in the view.
   */
  Object done(FoldedChange folded, int at) {
    return folded.mayBeInBase || folded.change.answer != null
        ? folded.changed(fold.before(at))
        : folded.out;
  }

  boolean isEqual(Object a, Object b) {
    return values.same(values.replaceEqualDeep(a, b), a);
  }
}
