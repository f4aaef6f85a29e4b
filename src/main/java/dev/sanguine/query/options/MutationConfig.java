package dev.sanguine.query.options;

import dev.sanguine.query.MutationCache;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.state.MutationState;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** What a mutation is made of. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class MutationConfig {
  public QueryClient client;
  public MutationCache mutationCache;
  public int mutationId;
  public MutationOptions options;
  public MutationState state;
}
