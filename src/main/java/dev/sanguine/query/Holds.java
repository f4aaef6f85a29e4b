package dev.sanguine.query;

/** Whether a value holds a change. */
enum Holds {
  YES,
  NO,
  UNKNOWN
}
