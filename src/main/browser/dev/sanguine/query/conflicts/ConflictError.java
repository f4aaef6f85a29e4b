package dev.sanguine.query.conflicts;

import jsinterop.annotations.JsOverlay;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** What a mutation fails with that was not sent: a JavaScript Error that says what became of the change. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Error")
final class ConflictError {
  String name;
  String outcome;

  ConflictError(String message) {}

  @JsOverlay
  static Object of(String message) {
    ConflictError error = new ConflictError(message);
    error.name = "ConflictError";
    error.outcome = "conflict";
    return error;
  }
}
