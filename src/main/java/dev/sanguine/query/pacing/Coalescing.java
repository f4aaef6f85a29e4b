package dev.sanguine.query.pacing;

/** The option {@code coalesce}: what a mutation does to the record of its scope, as far as merging goes. */
enum Coalescing {
  /** It changes the record; the variables of the later call take the place of those that wait. */
  LATEST,
  /** It changes the record; the fields of the later call are put over those that wait. */
  MERGE,
  /** It changes the record; the app's function makes one call of two. */
  FUNCTION,
  /** It makes the record: changes that come while it waits become part of it. */
  INSERT,
  /** It deletes the record: changes that wait need not be sent. */
  DELETE;

  static Coalescing of(Object option) {
    return "latest".equals(option)
        ? LATEST
        : "merge".equals(option)
            ? MERGE
            : "insert".equals(option) ? INSERT : "delete".equals(option) ? DELETE : null;
  }
}
