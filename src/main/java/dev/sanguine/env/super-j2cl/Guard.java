package dev.sanguine.env;

/** Where a client is entered; a page has one thread. */
public final class Guard {
  private Guard() {}

  public static void check(Environment environment) {}
}
