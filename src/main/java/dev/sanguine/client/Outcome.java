package dev.sanguine.client;

/** What became of a request that ended with an error; for {@link Mutation#outcome}. */
public enum Outcome {
  /** The server has not made the change. */
  FAILED("failed"),
  /** Nobody knows: the server may have made the change. */
  UNKNOWN("unknown");

  final String word;

  Outcome(String word) {
    this.word = word;
  }
}
