package dev.sanguine.env;

/**
 * What stands in if no environment is handed in. On the JVM there is no default world: focus and network are always
 * there, and timers must come with the environment.
 */
final class Platform {
  private Platform() {}

  static FocusManager.Setup focus() {
    return setFocused -> null;
  }

  static OnlineManager.Setup online() {
    return setOnline -> null;
  }

  static boolean isVisible() {
    return true;
  }

  static EnvironmentManager.IsServer server() {
    return () -> false;
  }

  /** Runs in a task of its own what it is given. */
  static NotifyManager.Notify soon(TimeoutManager timeouts) {
    return task -> timeouts.setTimeout(task, 0);
  }

  static void call(NotifyManager.Notify notify, Task task) {
    notify.run(task);
  }

  /** Runs what it is given. */
  static NotifyManager.Notify direct() {
    return Task::run;
  }

  static TimerProvider timers() {
    return null;
  }

  static Environment given(Environment standard) {
    if (standard == null) {
      throw new IllegalStateException(
          "no environment: hand one to the client's config (JvmEnvironment.create(...))");
    }
    return standard;
  }

  static int whole(double number) {
    return (int) number;
  }

  static Supply supply(Task task) {
    return () -> {
      task.run();
      return null;
    };
  }

  /** The listener as a continuation that returns nothing. */
  static <T> Then<T> then(Listener<T> listener) {
    return listener == null
        ? null
        : value -> {
          listener.on(value);
          return null;
        };
  }

  static boolean isThenable(Object value) {
    return value instanceof Thenable;
  }

  static void warnOfSwitchedTimers(Object previous, Object next) {
    throw new IllegalStateException(
        "timers were replaced while some were set; replace them before the first query");
  }
}
