package dev.sanguine.testkit.editors;

import dev.sanguine.testkit.SeededRandom;

/** How the server and the pages are from the beginning of a schedule to its end. */
final class EditorsSetting {
  /** Records have versions, pages send them, and the server refuses older ones. */
  final boolean hasVersions;
  /** A refusal says what the server has. */
  final boolean tellsTheirs;
  /** What is taken in part is answered with an error. */
  final boolean failsInPart;
  /** The changes of a page leave one after the other. */
  final boolean hasScope;
  /** How often a failed attempt is repeated. */
  final int retries;
  /** What the app decides about conflicts; null if it leaves them to the engine. */
  final String decision;

  EditorsSetting(SeededRandom random) {
    hasVersions = random.below(8) > 0;
    tellsTheirs = random.below(2) == 0;
    failsInPart = random.below(2) == 0;
    hasScope = random.below(3) > 0;
    retries = random.below(4) == 0 ? 1 : 0;
    int app = random.below(8);
    decision = app == 0 ? "mine" : app == 1 ? "theirs" : null;
  }
}
