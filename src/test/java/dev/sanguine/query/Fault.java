package dev.sanguine.query;

import jsinterop.annotations.JsOverlay;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** A failure that may say of itself what became of the request, or the status of its answer. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class Fault {
  public String outcome;
  /** What the server has, if the answer tells. */
  public Object theirs;
  /** What a change of several records failed in, and what it brought. */
  public Object failed;

  public Object answer;
  /** As HTTP clients tell it; absent if no answer came. */
  public Object status;

  @JsOverlay
  public static Fault lost() {
    Fault fault = new Fault();
    fault.outcome = "unknown";
    return fault;
  }

  /** An answer of this status. */
  @JsOverlay
  public static Fault status(double status) {
    Fault fault = new Fault();
    fault.status = status;
    return fault;
  }

  @JsOverlay
  public final Fault saying(String outcome) {
    this.outcome = outcome;
    return this;
  }
}
