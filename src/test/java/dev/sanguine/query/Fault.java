package dev.sanguine.query;

import jsinterop.annotations.JsOverlay;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** A failure that may say of itself that nobody knows what became of the request. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class Fault {
  public String outcome;

  @JsOverlay
  static Fault lost() {
    Fault fault = new Fault();
    fault.outcome = "unknown";
    return fault;
  }
}
