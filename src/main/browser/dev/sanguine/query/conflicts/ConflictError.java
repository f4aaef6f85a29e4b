package dev.sanguine.query.conflicts;

import jsinterop.annotations.JsOverlay;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** What a mutation fails with whose change nobody has decided about: a JavaScript Error with properties. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Error")
final class ConflictError {
  String name;
  String outcome;
  Object cause;
  double status;
  Object base;
  Object mine;
  Object theirs;

  ConflictError(String message) {}

  @JsOverlay
  static ConflictError of(String message, Object cause) {
    ConflictError error = new ConflictError(message);
    error.name = "ConflictError";
    error.outcome = "conflict";
    error.cause = cause;
    return error;
  }
}
