package dev.sanguine.log;

import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** How a log keeps its events. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class EventLogOptions {
  /** How many events are kept at most, 2 or more; 1000 if absent. Half as many at least, once so many were there. */
  public Double limit;
}
