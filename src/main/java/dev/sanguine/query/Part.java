package dev.sanguine.query;

/** A change as it stands in the fold of one query, with the value after it. */
final class Part {
  final Change change;
  final Fold fold;
  /** The value after this change; what the next one starts from. */
  Object out;
  /** It threw over some value: it is passed over in this query. */
  boolean broken;

  Part(Change change, Fold fold) {
    this.change = change;
    this.fold = fold;
  }

  Intent intent() {
    return change.intent;
  }
}
