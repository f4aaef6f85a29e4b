package dev.sanguine.testkit;

import dev.sanguine.json.Json;

/** What a client shows, as text. */
final class Views {
  private Views() {}

  static String text(Object view) {
    return view == null ? "nothing" : Json.stringify(view);
  }
}
