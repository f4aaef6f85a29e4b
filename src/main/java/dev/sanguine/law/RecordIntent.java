package dev.sanguine.law;

import dev.sanguine.env.Development;
import dev.sanguine.env.Values;
import dev.sanguine.records.RecordIds;
import jsinterop.annotations.JsIgnore;
import jsinterop.annotations.JsType;

/**
 * The changes of one record, in every list and detail that shows it, and in those that are built later. A list that says
 * which records belong to it gains or loses the record by them.
 */
@JsType
public final class RecordIntent {
  private final Intent intent;
  private final RecordTarget record;
  private final Values values;

  @JsIgnore
  public RecordIntent(Intent intent, RecordTarget record) {
    this.intent = intent;
    this.record = record;
    values = intent.log.host.values;
  }

  /** Writes the fields over the record. */
  public void merge(Object fields) {
    if (!values.isRecord(fields)) {
      refuse("merge: " + fields + " is no record", "give an object with the fields to write");
    }
    intent.log.records.checkFields(record, fields);
    intent.write(record, ChangeKind.MERGE, fields);
  }

  /** Replaces the record by what the function makes of it; undefined (null in Java) leaves it as it is. */
  public void update(Updater updater) {
    if (!values.isFunction(updater)) {
      refuse("update: " + updater + " is no function", "give a function of the record");
    }
    intent.write(record, ChangeKind.FUNCTION, updater);
  }

  /** Adds {@code by} to the record's number; an absent one counts as 0, and what is no number stays. */
  public void increment(String field, double by) {
    if (Double.isNaN(values.number(by))) {
      refuse("increment: " + by + " is no number", "say by how much " + field + " grows");
    }
    intent.write(record, ChangeKind.INCREMENT, by).field = field;
  }

  /** Takes the record out of every list. The data of its own page stays: what becomes of that is the program's to say. */
  public void remove() {
    intent.write(record, ChangeKind.REMOVE, record.id);
  }

  private void refuse(String what, String remedy) {
    intent.log.host.errors.fail(intent.log.host.errors.create("intent.record(" + record.type + ", "
        + RecordIds.text(record.id) + ")." + what + Development.hint("; " + remedy)));
  }
}
