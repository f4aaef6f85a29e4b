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
  private final BaseGate fold;
  private final Object data;
  private final Values values;
  private final Errors errors;

  StreamedPiece(BaseGate fold, Object data) {
    this.fold = fold;
    this.data = data;
    values = fold.values;
    errors = fold.errors;
  }

  void passOver() {
    fold.parts.each(this::passOverWhatWouldUndo);
    passOverWhatIsSeen();
  }

  /** What is older than a change that the value holds, and would undo it there, is not done to it. */
  private void passOverWhatWouldUndo(FoldedChange newer) {
    int at = fold.parts.find(newer);
    for (int i = 0; newer.isIn == Holds.YES && i < at; i++) {
      FoldedChange older = fold.parts.get(i);
      if (older.isIn == Holds.UNKNOWN && !older.mayBeInBase && undoes(older, newer)) {
        fold.passOver(older, true);
      }
    }
  }

  private boolean undoes(FoldedChange older, FoldedChange newer) {
    Object value = fold.applied(older, data);
    return newer.change.isIdempotent()
        ? isDoneTo(data, newer) && !isDoneTo(value, newer)
        : seenIn(newer, value) != seenIn(newer, data);
  }

  /** True if the change, done to the value, makes nothing else of it. */
  private boolean isDoneTo(Object value, FoldedChange part) {
    Object again =
        errors.attempt(() -> part.change.apply(value, values, fold.query.shape()), error -> value);
    return values.same(values.replaceEqualDeep(value, again), value);
  }

  private Holds seenIn(FoldedChange part, Object value) {
    return Containment.of(
        values,
        fold.query.shape(),
        part.intent.makesRecords,
        false,
        fold.before(fold.parts.find(part)),
        part.out,
        value);
  }

  private void passOverWhatIsSeen() {
    // The value with the changes that it lacks: a later change is looked for in what it would be
    // done to.
    Object completed = data;
    for (int i = 0; i < fold.parts.size(); i++) {
      FoldedChange part = fold.parts.get(i);
      boolean isAsked =
          part.isIn == Holds.UNKNOWN && !part.mayBeInBase && !part.change.isIdempotent();
      if (isAsked && seenIn(part, completed) == Holds.YES) {
        fold.passOver(part, true);
        part.wasWrittenIn = true;
      } else if (part.isIn != Holds.YES && !part.mayBeInBase) {
        completed = fold.applied(part, completed);
      }
    }
  }
}
