package shop.orders;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;
import dev.sanguine.env.Task;

/** The problems of rows that end by themselves: by time, or because the server turns out to have made the change. */
final class Troubles {
  private static final double TICK_MS = 1_000;

  private final Environment environment;
  private final OrderRows rows;
  private final Task changed;
  /** By view key. */
  private final Table<String, Wait> waits = new Table<>();
  /** View keys of orders with a change of which nobody knows. */
  private final Seq<String> open = new Seq<>();

  private boolean ticks;

  /** An order that may be tried again later. */
  private static final class Wait {
    final String key;
    final double until;

    Wait(String key, double until) {
      this.key = key;
      this.until = until;
    }
  }

  /**
   * @param changed is called when rows have changed
   */
  Troubles(Environment environment, OrderRows rows, Task changed) {
    this.environment = environment;
    this.rows = rows;
    this.changed = changed;
  }

  /** The problem as it stands now; from here on it ends by itself. */
  Problem begin(String key, Problem problem, double wait) {
    open.remove(key);
    if (problem.open) {
      open.add(key);
    }
    waits.remove(key);
    if (wait > 0) {
      waits.put(key, new Wait(key, environment.clock.now() + wait));
      tickLater();
    }
    return problem.waiting(Waits.text(wait));
  }

  private void tickLater() {
    if (!ticks) {
      ticks = true;
      environment.timeouts.setTimeout(this::tick, TICK_MS);
    }
  }

  private void tick() {
    ticks = false;
    waits.values().each(this::count);
    if (waits.size() > 0) {
      tickLater();
    }
    changed.run();
  }

  private void count(Wait wait) {
    Problem problem = rows.state(wait.key).problem;
    String left = Waits.text(wait.until - environment.clock.now());
    if (problem == null || left == null) {
      waits.remove(wait.key);
    }
    if (problem != null && (left == null || !left.equals(problem.wait))) {
      rows.setState(wait.key, rows.state(wait.key).with(problem.waiting(left)));
    }
  }

  /**
   * Takes away the problems of changes that the server turns out to have made.
   *
   * @return their rows as they were
   */
  Seq<OrderRow> takeMade() {
    Seq<OrderRow> made = new Seq<>();
    Seq<String> still = new Seq<>();
    for (int i = 0; i < open.size(); i++) {
      String key = open.get(i);
      OrderRow row = rows.row(key);
      Problem problem = rows.state(key).problem;
      boolean isMade = row != null
          && problem != null
          && row.state.pending == 0
          && row.status().equals(problem.target);
      if (isMade) {
        rows.setState(key, row.state.with(null));
        made.add(row);
      } else if (problem != null && problem.open) {
        still.add(key);
      }
    }
    open.clear();
    still.each(open::add);
    return made;
  }
}
