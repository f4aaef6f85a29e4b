package shop.orders;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Table;
import dev.sanguine.env.Task;

/** How long the server asks to be left alone with an order. */
final class Countdowns {
  private static final double TICK_MS = 1_000;

  private final Environment environment;
  private final Task changed;
  /** By the key of the order, when it may be tried again. */
  private final Table<String, Double> until = new Table<>();

  private boolean ticks;

  /**
   * @param changed is called when a text may be another one
   */
  Countdowns(Environment environment, Task changed) {
    this.environment = environment;
    this.changed = changed;
  }

  /**
   * @param wait milliseconds from now; 0 for none
   */
  void begin(String key, double wait) {
    until.remove(key);
    if (wait > 0) {
      until.put(key, environment.clock.now() + wait);
      tickLater();
    }
  }

  /** What is left, in words; null if nothing is. */
  String text(String key) {
    return until.has(key) ? Waits.text(until.get(key) - environment.clock.now()) : null;
  }

  private void tickLater() {
    if (!ticks) {
      ticks = true;
      environment.timeouts.setTimeout(this::tick, TICK_MS);
    }
  }

  private void tick() {
    ticks = false;
    until.keys().each(key -> {
      if (text(key) == null) {
        until.remove(key);
      }
    });
    if (until.size() > 0) {
      tickLater();
    }
    changed.run();
  }
}
