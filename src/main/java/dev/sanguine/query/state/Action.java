package dev.sanguine.query.state;

import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** One change of a query's or a mutation's state. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class Action {
  public String type;
  public Object data;
  public Object error;
  public Object state;
  public Object meta;
  public Object variables;
  public Object context;
  public Object dataUpdatedAt;
  public boolean manual;
  public boolean isPaused;
  public int failureCount;
}
