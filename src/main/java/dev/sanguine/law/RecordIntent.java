package dev.sanguine.law;

import jsinterop.annotations.JsType;

/**
 * The changes of one record, in every list and detail that shows it, and in those that are built later. A list that says
 * which records belong to it gains or loses the record by them.
 */
@JsType
public abstract class RecordIntent {
  /** Writes the fields over the record. */
  public abstract void merge(Object fields);

  /** Replaces the record by what the function makes of it; undefined (null in Java) leaves it as it is. */
  public abstract void update(Updater updater);

  /** Adds {@code by} to the record's number; an absent one counts as 0, and what is no number stays. */
  public abstract void increment(String field, double by);

  /** Takes the record out of every list. The data of its own page stays: what becomes of that is the program's to say. */
  public abstract void remove();
}
