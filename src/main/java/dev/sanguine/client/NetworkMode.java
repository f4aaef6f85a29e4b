package dev.sanguine.client;

/** What a request does if there is no network. */
public enum NetworkMode {
  /** It waits for the network; the default. */
  ONLINE("online"),
  /** It is sent all the same, and fails if it must. */
  ALWAYS("always"),
  /** Its first attempt is sent all the same; retries wait for the network. */
  OFFLINE_FIRST("offlineFirst");

  final String word;

  NetworkMode(String word) {
    this.word = word;
  }
}
