package dev.sanguine.query.records;

import dev.sanguine.law.Change;
import dev.sanguine.law.ChangeKind;
import dev.sanguine.query.Query;
import dev.sanguine.records.Holds;
import dev.sanguine.records.RecordEdit;
import org.jspecify.annotations.Nullable;

/** A change of an intent, as what it makes of its record in one query. What the record is elsewhere is found out if a list asks. */
final class ChangeEdit extends RecordEdit {
  private final KnownRecord known;
  private final Change change;
  private final Query query;
  private boolean isKnown;
  private @Nullable Object before;
  private @Nullable Object after;

  ChangeEdit(KnownRecord known, Change change, Query query) {
    super(
        known.type,
        idOf(known, change),
        change.kind == ChangeKind.ADD || known.isNewTo(query, change));
    this.known = known;
    this.change = change;
    this.query = query;
  }

  /** The server's id, if the record was made under one of the client's own. */
  private static Object idOf(KnownRecord known, Change change) {
    return change.answer == null || change.answer.names == null
        ? known.id
        : change.answer.names.update(known.id);
  }

  @Override
  protected @Nullable Object inPlace(Object record) {
    // It is there already: the record that is shown stands for the new one.
    return change.kind == ChangeKind.ADD
        ? known.addedOver(change, record)
        : known.afterIn(query, change, record);
  }

  @Override
  protected @Nullable Object confirmed() {
    return known.confirmedFor(query);
  }

  @Override
  protected Holds isLacked() {
    return known.isLackedBy(query);
  }

  @Override
  protected @Nullable Object before() {
    find();
    return before;
  }

  @Override
  protected @Nullable Object after() {
    find();
    return after;
  }

  private void find() {
    if (!isKnown) {
      isKnown = true;
      before = known.before(change, query);
      after = known.known(change, before);
    }
  }
}
