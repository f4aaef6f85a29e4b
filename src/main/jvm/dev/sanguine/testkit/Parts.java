package dev.sanguine.testkit;

import dev.sanguine.env.Errors;
import dev.sanguine.env.Values;
import dev.sanguine.jvm.JvmErrors;
import dev.sanguine.jvm.JvmValues;

/** What a virtual world takes from the runtime it runs on: how values compare, how errors are thrown. */
final class Parts {
  private Parts() {}

  static Values values() {
    return new JvmValues();
  }

  static Errors errors() {
    return new JvmErrors();
  }
}
