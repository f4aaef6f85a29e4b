package dev.sanguine.testkit;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Task;
import dev.sanguine.env.TimerProvider;

/** Timers on a clock that is moved by hand; those of one time fire in the order in which they were set. */
final class VirtualTimers implements TimerProvider {
  private static final double START = 1767225600000.0;

  private static final class Timer {
    final int id;
    final Task task;
    final double every;
    double due;

    Timer(int id, Task task, double due, double every) {
      this.id = id;
      this.task = task;
      this.due = due;
      this.every = every;
    }
  }

  private final Seq<Timer> timers = new Seq<>();
  private double now = START;
  private int ids;

  double now() {
    return now;
  }

  int left() {
    return timers.size();
  }

  void moveTo(double time) {
    now = Math.max(now, time);
  }

  /** Time goes by and no timer notices: each fires so much later, as in a page that is frozen meanwhile. */
  void standStill(double milliseconds) {
    now += milliseconds;
    timers.each(timer -> timer.due += milliseconds);
  }

  /** Fires the first timer that is due until then; false if there is none. */
  boolean runNext(double until) {
    Timer next = null;
    for (int i = 0; i < timers.size(); i++) {
      Timer timer = timers.get(i);
      if (timer.due <= until && (next == null || timer.due < next.due)) {
        next = timer;
      }
    }
    if (next == null) {
      return false;
    }
    moveTo(next.due);
    timers.remove(next);
    if (next.every > 0) {
      next.due += next.every;
      timers.add(next);
    }
    next.task.run();
    return true;
  }

  @Override
  public Object setTimeout(Task task, double delay) {
    return add(task, delay, 0);
  }

  @Override
  public void clearTimeout(Object id) {
    for (int i = 0; i < timers.size(); i++) {
      if (id instanceof Double && timers.get(i).id == (Double) id) {
        timers.removeAt(i);
        return;
      }
    }
  }

  @Override
  public Object setInterval(Task task, double delay) {
    return add(task, delay, Math.max(delay, 1));
  }

  @Override
  public void clearInterval(Object id) {
    clearTimeout(id);
  }

  private Object add(Task task, double delay, double every) {
    timers.add(new Timer(++ids, task, now + Math.max(delay, 0), every));
    return (double) ids;
  }
}
