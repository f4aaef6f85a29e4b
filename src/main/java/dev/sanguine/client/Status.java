package dev.sanguine.client;

/** What a query has. */
public enum Status {
  /** No data yet. */
  PENDING("pending"),
  /** The last fetch failed; data from before it may be there. */
  ERROR("error"),
  /** Data. */
  SUCCESS("success");

  final String word;

  Status(String word) {
    this.word = word;
  }

  static Status of(String word) {
    return word.equals("pending") ? PENDING : word.equals("error") ? ERROR : SUCCESS;
  }
}
