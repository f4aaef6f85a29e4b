package dev.sanguine.query.state;

import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** A change that was under way while a value was fetched: what it stands on, and what it made. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class OverlappingChange {
  /** The confirmed value of the query. */
  public Object base;
  /** The value without the change, and with it. */
  public Object before;

  public Object after;
  /** What the mutation brought; null while it is under way. */
  public Object answer;
}
