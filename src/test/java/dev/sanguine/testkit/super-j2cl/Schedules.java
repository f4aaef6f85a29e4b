package dev.sanguine.testkit;

/** How many schedules are played in a browser, and what the first traces add up to on any runtime. */
final class Schedules {
  static final int COUNT = 2000;
  static final int TRACES = 344105;

  private Schedules() {}
}
