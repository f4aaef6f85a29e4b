package dev.sanguine.testkit;

/** A way in which a step can be carried out, beyond the plainest: one step in so many, none if the number is 0. */
enum Trait {
  // Of a write.
  /** It makes a record under a temporary id, and what is done to that record meanwhile waits for the real one. */
  NAMES_LATER(4),
  /** It is written plainly although documents under temporary ids are, or were, on the way. */
  PLAIN_BESIDE_NAMES(3),
  /** Its id is a number if those of the query are texts, or the other way round. */
  OTHER_ID_TYPE(8),
  /** Its function reads what its own intent has changed before it sends. */
  READS_FIRST(10),
  /** Its callbacks, those of the cache or its function write what the answer says. */
  WRITES_BACK(6),
  /** Its callbacks fetch, and wait for that. */
  READS_BACK(10),
  /** The documented pattern stands beside its intent: snapshot in onMutate, put back in onError. */
  SNAPSHOTS(8),
  /** It is sent as one request with others that wait in its scope. */
  COALESCES(2),
  /** It waits for a pause, too. */
  DEBOUNCED(4),
  /** It can be undone for a while. */
  HELD(5),

  // Of a reload.
  /** What is in flight is written down too, not only what is paused. */
  STORES_IN_FLIGHT(3),
  /** What has failed is written down too. */
  STORES_FAILED(3),
  /** Some of what was written down is lost. */
  STORAGE_LOSES(4),
  /** The new page knows how to send some of the writes only. */
  FORGETS_DEFAULTS(4),

  // Of the wire.
  /** An answer is lost with an error that says nothing of itself. */
  PLAIN_ERROR(2),
  /** A replica answers that lags. */
  LAGS(6);

  static final Trait[] ALL = values();

  final int oneIn;

  Trait(int oneIn) {
    this.oneIn = oneIn;
  }

  /** Its place in a number that holds several. */
  int bit() {
    return 1 << ordinal();
  }
}
