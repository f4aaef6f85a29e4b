package dev.sanguine.query;

/** A change as it stands in the fold of one query, with the value after it. */
final class Part {
  final Change change;
  final Query query;
  /** The value after this change; what the next one starts from. */
  Object out;
  /** It threw over some value: it is passed over in this query. */
  boolean broken;
  /** Whether it was the answer, not the change, that was at work last. */
  boolean merging;

  Part(Change change, Query query) {
    this.change = change;
    this.query = query;
  }

  Intent intent() {
    return change.intent;
  }
}
