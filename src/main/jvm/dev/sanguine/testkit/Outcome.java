package dev.sanguine.testkit;

/** An error that says of itself that the request may have been taken. */
public final class Outcome extends RuntimeException {
  private static final long serialVersionUID = 1;

  public final String outcome = "unknown";

  private Outcome() {
    super("the answer was lost");
  }

  public static Object unknown() {
    return new Outcome();
  }
}
