package dev.sanguine.law;

import dev.sanguine.env.Errors;
import dev.sanguine.env.Values;
import dev.sanguine.records.Containment;
import dev.sanguine.records.Holds;

/**
 * A streamed value as it is by now, in the place of the one before. It was asked for before some of the changes that are under
 * way, so it may hold them or not; it shows at once all the same. What can be seen in it is not done to it again.
 */
final class StreamedPiece {
  private final BaseGate gate;
  private final Object data;
  private final Values values;
  private final Errors errors;

  StreamedPiece(BaseGate gate, Object data) {
    this.gate = gate;
    this.data = data;
    values = gate.values;
    errors = gate.errors;
  }

  void passOver() {
    gate.changes.each(this::passOverWhatWouldUndo);
    passOverWhatIsSeen();
  }

  /** What is older than a change that the value holds, and would undo it there, is not done to it. */
  private void passOverWhatWouldUndo(FoldedChange newer) {
    int at = gate.changes.find(newer);
    for (int i = 0; newer.isIn == Holds.YES && i < at; i++) {
      FoldedChange older = gate.changes.get(i);
      if (older.isIn == Holds.UNKNOWN && !older.mayBeInBase && undoes(older, newer)) {
        gate.passOver(older, true);
      }
    }
  }

  private boolean undoes(FoldedChange older, FoldedChange newer) {
    Object value = gate.applied(older, data);
    return newer.isIdempotent()
        ? isDoneTo(data, newer) && !isDoneTo(value, newer)
        : seenIn(newer, value) != seenIn(newer, data);
  }

  /** True if the change, done to the value, makes nothing else of it. */
  private boolean isDoneTo(Object value, FoldedChange folded) {
    Object again = errors.attempt(() -> folded.apply(value), error -> value);
    return values.same(values.replaceEqualDeep(value, again), value);
  }

  private Holds seenIn(FoldedChange folded, Object value) {
    return Containment.of(
        values,
        gate.query.shape(),
        folded.intent.makesRecords,
        false,
        gate.before(gate.changes.find(folded)),
        folded.valueAfter,
        value);
  }

  private void passOverWhatIsSeen() {
    // The value with the changes that it lacks: a later change is looked for in what it would be
    // done to.
    Object completed = data;
    for (int i = 0; i < gate.changes.size(); i++) {
      FoldedChange folded = gate.changes.get(i);
      boolean isAsked =
          folded.isIn == Holds.UNKNOWN && !folded.mayBeInBase && !folded.isIdempotent();
      if (isAsked && seenIn(folded, completed) == Holds.YES) {
        gate.passOver(folded, true);
        folded.wasWrittenIn = true;
      } else if (folded.isIn != Holds.YES && !folded.mayBeInBase) {
        completed = gate.applied(folded, completed);
      }
    }
  }
}
