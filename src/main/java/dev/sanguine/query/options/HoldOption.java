package dev.sanguine.query.options;

import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** The option {@code hold} of a mutation, in full. Absent members are null. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class HoldOption {
  /** For how many ms the change can be undone before it is sent. */
  public Object ms;
  /** What leaving the page does: "send" (by default), or "cancel". */
  public String onLeave;
}
