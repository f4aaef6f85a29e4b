package dev.sanguine.env;

/** Where a client is entered: on the JVM calls from another thread than the client's are refused. */
public final class ThreadGuard {
  private ThreadGuard() {}

  /** Throws what the environment's guard throws; does nothing if it has none. */
  public static void check(Environment environment) {
    if (environment.guard != null) {
      environment.guard.run();
    }
  }
}
