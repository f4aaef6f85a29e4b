package dev.sanguine.law;

import dev.sanguine.records.RecordIds;

/** The record that a change is about, in every query that shows it: a target beside keys and filters. */
public final class RecordTarget {
  public final String type;
  public final Object id;

  public RecordTarget(String type, Object id) {
    this.type = type;
    this.id = id;
  }

  /** True if the other one means the same record. */
  boolean isSame(RecordTarget other) {
    return other != null
        && type.equals(other.type)
        && RecordIds.text(id).equals(RecordIds.text(other.id));
  }
}
