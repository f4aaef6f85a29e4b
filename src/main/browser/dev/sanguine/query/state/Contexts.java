package dev.sanguine.query.state;

import dev.sanguine.env.Supply;
import dev.sanguine.query.MutationCache;
import dev.sanguine.query.Query;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.callbacks.ConfirmedState;
import dev.sanguine.query.options.MutationConfig;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryConfig;
import dev.sanguine.query.options.QueryOptions;
import jsinterop.annotations.JsMethod;
import jsinterop.annotations.JsType;

/** What functions of the app, and constructors, are given. See Contexts.js. */
@SuppressWarnings("unusable-by-js")
@JsType(isNative = true, namespace = "sanguine", name = "Contexts")
public final class Contexts {
  private Contexts() {}

  public static native QueryConfig queryConfig(
      QueryClient client,
      Object queryKey,
      String queryHash,
      QueryOptions options,
      QueryState state,
      QueryOptions defaultOptions);

  public static native MutationConfig mutationConfig(
      QueryClient client,
      MutationCache mutationCache,
      int mutationId,
      MutationOptions options,
      MutationState state);

  public static native MutationContext mutationContext(QueryClient client, MutationOptions options);

  @JsMethod(name = "intentContext")
  public static native MutationContext mutationContext(
      QueryClient client, MutationOptions options, String idempotencyKey, Supply getSignal);

  public static native FetchContext context(
      QueryClient client, Object queryKey, Object meta, Supply getSignal, Object of);

  public static native Object fetchOf(QueryFunctionContext context);

  public static native boolean isCancelled(QueryFunctionContext context);

  public static native OverlappingChange overlap(
      Object base, Object before, Object after, Object answer);

  public static native Query confirmed(Query query, ConfirmedState state);
}
