package dev.sanguine.testkit;

import dev.sanguine.json.Json;

/** The plain errors by which a platform says that a request may have been taken, and that say nothing of it themselves. */
final class LostAnswers {
  static final int KINDS = 5;

  private LostAnswers() {}

  static Object of(int kind) {
    switch (kind) {
      case 0:
        return Json.object("name", "TypeError", "message", "Failed to fetch");
      case 1:
        return Json.object("name", "TimeoutError", "message", "timed out");
      case 2:
        return Json.object("name", "AbortError", "message", "stopped");
      case 3:
        return Json.object("name", "SyntaxError", "message", "the body can't be read");
      default:
        return Json.object("message", "unavailable", "response", Json.object("status", 503));
    }
  }
}
