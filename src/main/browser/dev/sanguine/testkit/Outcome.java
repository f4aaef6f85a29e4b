package dev.sanguine.testkit;

import dev.sanguine.json.Json;

/** An error that says of itself that the request may have been taken. */
public final class Outcome {
  private Outcome() {}

  public static Object unknown() {
    return Json.object("message", "the answer was lost", "outcome", "unknown");
  }
}
