package dev.sanguine.env;

/** Where a client is entered: on the JVM calls from another thread than the client's are refused. */
public final class Guard {
  private Guard() {}

  /** Throws what the environment's guard throws; does nothing where it has none. */
  public static void check(Environment environment) {
    if (environment.guard != null) {
      environment.guard.run();
    }
  }
}
