package dev.sanguine.query.pacing;

import dev.sanguine.query.MutationRun;

/** A change that can be undone still. */
final class Hold {
  final MutationRun run;
  /** In ms since 1970. */
  final double until;

  final boolean cancelsOnLeave;
  Object timer;

  Hold(MutationRun run, double until, boolean cancelsOnLeave) {
    this.run = run;
    this.until = until;
    this.cancelsOnLeave = cancelsOnLeave;
  }
}
