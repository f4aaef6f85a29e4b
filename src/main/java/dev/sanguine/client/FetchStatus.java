package dev.sanguine.client;

/** What a query is doing. */
public enum FetchStatus {
  /** A request is under way, or waits for its next attempt. */
  FETCHING("fetching"),
  /** A request waits for the network. */
  PAUSED("paused"),
  /** Nothing. */
  IDLE("idle");

  final String word;

  FetchStatus(String word) {
    this.word = word;
  }

  static FetchStatus of(String word) {
    return word.equals("fetching") ? FETCHING : word.equals("paused") ? PAUSED : IDLE;
  }
}
