package dev.sanguine.env;

/**
 * What stands in where no environment is handed in. On the JVM there is no default world: focus and network are always
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

  static TimerProvider timers() {
    throw new IllegalStateException("no timers here: hand in an environment (JvmEnvironment, VirtualEnvironment)");
  }

  /** Makes the method one that can be taken off its object; Java method references need nothing for that. */
  static void bind(Object self, String method) {}

  static void warnOfSwitchedTimers(Object previous, Object next) {
    throw new IllegalStateException("timers were replaced while some were set; replace them before the first query");
  }
}
