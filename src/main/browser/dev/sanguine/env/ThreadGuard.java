package dev.sanguine.env;

/** Where a client is entered; a page has one thread. */
public final class ThreadGuard {
  private ThreadGuard() {}

  public static void check(Environment environment) {}
}
