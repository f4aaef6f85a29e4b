package dev.sanguine.query.state;

import dev.sanguine.env.Supply;
import dev.sanguine.query.callbacks.Mutate;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** What a mutation observer sees: the mutation's state and what follows from it. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class MutationResult {
  public Object context;
  public Object data;
  public Object error;
  public int failureCount;
  public Object failureReason;
  public boolean isPaused;
  /** idle, pending, success or error. */
  public String status;

  public Object variables;
  public double submittedAt;
  public boolean isPending;
  public boolean isSuccess;
  public boolean isError;
  public boolean isIdle;
  public Mutate mutate;
  public Object reset;
  /** Until when it is held, in ms since 1970; 0 or absent if it is not. */
  public double heldUntil;
  /** As {@code Mutation.undo}, of a client with the feature pacing. */
  public Supply undo;
  /** As {@code Mutation.sendNow}, of a client with the feature pacing. */
  public Supply sendNow;
}
