package dev.sanguine.query.pacing;

import dev.sanguine.env.OrderedSet;
import dev.sanguine.env.TimeoutManager;
import dev.sanguine.query.MutationRun;

/** The changes of one scope that wait for a pause. Once it has come they are due, and with them what joins them until they leave. */
final class Debounce {
  final String scope;
  private final TimeoutManager timeouts;
  private final OrderedSet<MutationRun> waiting = new OrderedSet<>();
  private Object pause;
  private Object longestPause;
  boolean isDue;

  Debounce(String scope, TimeoutManager timeouts) {
    this.scope = scope;
    this.timeouts = timeouts;
  }

  /** One more has come. The longest pause is counted from the first, and is none if it is 0. */
  void add(MutationRun run, double ms, double atMost) {
    waiting.add(run);
    if (isDue) {
      return;
    }
    stop(pause);
    pause = timeouts.setTimeout(this::end, ms);
    if (longestPause == null && atMost > 0) {
      longestPause = timeouts.setTimeout(this::end, atMost);
    }
  }

  /** One leaves, or is over. False if nobody waits any more. */
  boolean remove(MutationRun run) {
    waiting.remove(run);
    if (waiting.size() == 0) {
      stopAll();
      return false;
    }
    return true;
  }

  /** The pause is over: who stands first in the scope goes. */
  void end() {
    stopAll();
    isDue = true;
    waiting.items().each(MutationRun::proceed);
  }

  private void stopAll() {
    stop(pause);
    stop(longestPause);
    pause = null;
    longestPause = null;
  }

  private void stop(Object timer) {
    if (timer != null) {
      timeouts.clearTimeout(timer);
    }
  }
}
