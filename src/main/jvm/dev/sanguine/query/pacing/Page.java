package dev.sanguine.query.pacing;

import dev.sanguine.query.Pacing;

/** The page of a client: a program on the JVM has none, and is never left. */
final class Page {
  private Page() {}

  static PageLife life() {
    return listener -> () -> {};
  }

  /** JavaScript's name for what Java asks of {@link Pacing}. */
  static void addMembers(Pacing pacing) {}
}
