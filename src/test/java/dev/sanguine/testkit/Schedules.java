package dev.sanguine.testkit;

/** How many schedules are played on the JVM, and what the first traces add up to on any runtime. */
final class Schedules {
  static final int COUNT = 20000;
  static final int TRACES = 344105;

  private Schedules() {}
}
