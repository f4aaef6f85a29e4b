package dev.sanguine.client;

/** What became of a request that ended with an error; for {@link Mutation#outcome}. */
public enum Outcome {
  /** The server has not made the change. */
  FAILED("failed"),
  /** The server has not made the change, because somebody else was faster; for clients with the feature {@code conflicts}. */
  CONFLICT("conflict"),
  /** Nobody knows: the server may have made the change. */
  UNKNOWN("unknown");

  final String word;

  Outcome(String word) {
    this.word = word;
  }
}
