package dev.sanguine.law;

/** The record that a change is about, in every query that shows it: a target beside keys and filters. */
public final class RecordTarget {
  public final String type;
  public final Object id;

  public RecordTarget(String type, Object id) {
    this.type = type;
    this.id = id;
  }
}
