package dev.sanguine.query;

import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** One mutation as plain data. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class DehydratedMutation {
  public Object mutationKey;
  public MutationState state;
  public MutationScope scope;
  public Object meta;
  /** Of one with an intent: it is sent again under the same key, and taken in once. */
  public String idempotencyKey;
}
