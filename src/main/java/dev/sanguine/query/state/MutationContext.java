package dev.sanguine.query.state;

import dev.sanguine.env.AbortSignal;
import dev.sanguine.query.QueryClient;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** What every callback of a mutation is given last. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class MutationContext {
  public QueryClient client;
  public Object meta;
  public Object mutationKey;
  /** Aborted when the mutation is cancelled. */
  public AbortSignal signal;
  /** The same over all attempts of one mutation. */
  public String idempotencyKey;
}
