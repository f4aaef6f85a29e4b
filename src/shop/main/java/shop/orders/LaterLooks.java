package shop.orders;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Task;

/**
 * A change that was given up may still reach the server, after the fetch that asked what became of it. So the page looks a
 * few times more, ever later.
 */
final class LaterLooks {
  /** After the change was given up. */
  private static final double[] AT_MS = {3_000, 10_000, 30_000, 90_000};

  private final Environment environment;
  private final Task look;
  private Object timer;

  LaterLooks(Environment environment, Task look) {
    this.environment = environment;
    this.look = look;
  }

  /**
   * Begins anew: a change was given up just now.
   *
   * @param wait milliseconds for which the server asked to be left alone; 0 for none
   */
  void begin(double wait) {
    if (timer != null) {
      environment.timeouts.clearTimeout(timer);
    }
    plan(0, wait);
  }

  private void plan(int next, double wait) {
    timer = null;
    if (next < AT_MS.length) {
      double since = next == 0 ? -wait : AT_MS[next - 1];
      timer = environment.timeouts.setTimeout(() -> lookAndPlan(next + 1), AT_MS[next] - since);
    }
  }

  private void lookAndPlan(int next) {
    plan(next, 0);
    look.run();
  }
}
