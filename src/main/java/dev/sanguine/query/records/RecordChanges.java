package dev.sanguine.query.records;

import dev.sanguine.env.Development;
import dev.sanguine.env.Errors;
import dev.sanguine.env.Values;
import dev.sanguine.law.Change;
import dev.sanguine.law.ChangeKind;
import dev.sanguine.law.Intent;
import dev.sanguine.law.RecordIntent;
import dev.sanguine.law.RecordTarget;
import dev.sanguine.law.Updater;
import jsinterop.annotations.JsType;

/** What {@code intent.record} gives: each call writes one change of that record down. */
@JsType(namespace = "sanguine", name = "RecordChanges")
final class RecordChanges extends RecordIntent {
  private final Intent intent;
  private final RecordTarget record;
  private final Values values;
  private final Errors errors;

  RecordChanges(Intent intent, RecordTarget record, RecordIndex index) {
    this.intent = intent;
    this.record = record;
    values = index.values;
    errors = index.errors;
  }

  @Override
  public void merge(Object fields) {
    if (!values.isRecord(fields)) {
      refuse("merge: " + fields + " is no record", "give an object with the fields to write");
    }
    intent.write(record, ChangeKind.MERGE, fields);
  }

  @Override
  public void update(Updater updater) {
    if (!values.isFunction(updater)) {
      refuse("update: " + updater + " is no function", "give a function of the record");
    }
    intent.write(record, ChangeKind.FUNCTION, updater);
  }

  @Override
  public void increment(String field, double by) {
    if (Double.isNaN(by)) {
      refuse("increment: " + by + " is no number", "say by how much " + field + " grows");
    }
    Change change = intent.write(record, ChangeKind.INCREMENT, by);
    change.field = field;
  }

  @Override
  public void remove() {
    intent.write(record, ChangeKind.REMOVE, record.id);
  }

  private void refuse(String what, String remedy) {
    errors.fail(errors.create("intent.record(" + record.type + ", " + record.id + ")." + what
        + Development.hint("; " + remedy)));
  }
}
