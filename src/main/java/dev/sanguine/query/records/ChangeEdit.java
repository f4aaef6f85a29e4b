package dev.sanguine.query.records;

import dev.sanguine.law.Change;
import dev.sanguine.law.ChangeKind;
import dev.sanguine.records.RecordEdit;

/** A change of an intent, as what it makes of its record. What the record is elsewhere is only found out if a list asks. */
final class ChangeEdit extends RecordEdit {
  private final KnownRecord known;
  private final Change change;
  private boolean isKnown;
  private Object before;
  private Object after;

  ChangeEdit(KnownRecord known, Change change) {
    super(known.type, idOf(known, change), change.kind == ChangeKind.ADD);
    this.known = known;
    this.change = change;
  }

  /** The server's id, if the record was made under one of the client's own. */
  private static Object idOf(KnownRecord known, Change change) {
    return change.answer == null || change.answer.names == null
        ? known.id
        : change.answer.names.update(known.id);
  }

  @Override
  protected Object inPlace(Object record) {
    // It is there already: the record that is shown stands for the new one.
    return change.kind == ChangeKind.ADD
        ? known.addedOver(change, record)
        : known.after(change, record);
  }

  @Override
  protected Object before() {
    find();
    return before;
  }

  @Override
  protected Object after() {
    find();
    return after;
  }

  private void find() {
    if (!isKnown) {
      isKnown = true;
      before = known.before(change);
      after = known.after(change, before);
    }
  }
}
