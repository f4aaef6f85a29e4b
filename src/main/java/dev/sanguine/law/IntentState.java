package dev.sanguine.law;

/** What has become of an intent. */
public enum IntentState {
  /** It waits for being sent. */
  QUEUED("queued"),
  SENT("sent"),
  CONFIRMED("confirmed"),
  FAILED("failed"),
  /** The server has refused it, because somebody else was first; only with the feature {@code conflicts}. */
  CONFLICT("conflict"),
  /** Nobody knows whether the server has made the change. */
  UNKNOWN("unknown");

  /** The word by which apps know it. */
  public final String word;

  IntentState(String word) {
    this.word = word;
  }
}
