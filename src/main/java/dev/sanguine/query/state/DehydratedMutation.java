package dev.sanguine.query.state;

import dev.sanguine.query.options.MutationScope;
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
  /** A list of the temporary ids that it waits for: with one of them it must not be sent. Null if it waits for none. */
  public Object awaits;
  /** A list of the hashes of the queries whose stored data may hold its change already. Null if there are none. */
  public Object mayBeIn;
  /**
   * "unknown" if the server may have made the change: it failed without an answer, or waits to be sent again. "conflict" if
   * somebody else was first. Null otherwise.
   */
  public String outcome;
  /** What the feature {@code conflicts} keeps of it; null if that is nothing. */
  public Object conflict;
}
