package dev.sanguine.law;

/** What has become of an intent. */
public enum IntentState {
  /** It waits for being sent. */
  QUEUED("queued"),
  SENT("sent"),
  CONFIRMED("confirmed"),
  FAILED("failed"),
  /** Nobody knows whether the server has made the change. */
  UNKNOWN("unknown");

  /** The word by which apps know it. */
  public final String word;

  IntentState(String word) {
    this.word = word;
  }
}
