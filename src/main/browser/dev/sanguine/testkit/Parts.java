package dev.sanguine.testkit;

import dev.sanguine.env.Errors;
import dev.sanguine.env.Values;
import dev.sanguine.js.JsErrors;
import dev.sanguine.js.JsValues;

/** What a virtual world takes from the runtime it runs on: how values compare, how errors are thrown. */
final class Parts {
  private Parts() {}

  static Values values() {
    return new JsValues();
  }

  static Errors errors() {
    return new JsErrors();
  }
}
