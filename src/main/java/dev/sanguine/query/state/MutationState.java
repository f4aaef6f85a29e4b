package dev.sanguine.query.state;

import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** What a mutation knows. A plain object; a change makes a new one. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class MutationState {
  /** What onMutate returned. */
  public Object context;

  public Object data;
  public Object error;
  public int failureCount;
  public Object failureReason;
  public boolean isPaused;
  /** idle, pending, success or error. */
  public String status;

  public Object variables;
  /** When it was submitted, in ms since 1970. */
  public double submittedAt;
  /** Until when it is held, in ms since 1970; 0 or absent if it is not. */
  public double heldUntil;
}
