package dev.sanguine.records;

/** Whether a value holds a change. */
public enum Holds {
  YES,
  NO,
  UNKNOWN
}
