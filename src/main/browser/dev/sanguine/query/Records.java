package dev.sanguine.query;

import dev.sanguine.env.Supply;
import dev.sanguine.query.options.MutationConfig;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryConfig;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.state.FetchContext;
import dev.sanguine.query.state.MutationContext;
import dev.sanguine.query.state.MutationResult;
import dev.sanguine.query.state.MutationState;
import dev.sanguine.query.state.QueryFunctionContext;
import dev.sanguine.query.state.QueryState;
import jsinterop.annotations.JsMethod;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** Makes and copies the engine's records: plain JavaScript objects, see Records.js and, for states, States.js. */
@JsType(isNative = true, namespace = "sanguine", name = "Records")
public final class Records {
  private Records() {}

  @JsMethod(namespace = "sanguine.States")
  public static native QueryState queryState();

  @JsMethod(namespace = "sanguine.States")
  public static native MutationState mutationState();

  @JsMethod(namespace = "sanguine.States", name = "admitQuery")
  public static native QueryState admit(QueryState state);

  @JsMethod(namespace = "sanguine.States", name = "admitMutation")
  public static native MutationState admit(MutationState state);

  public static native <T> T merge(T first, T second, T third, T fourth);

  public static native <T> T copy(T record);

  @JsMethod(namespace = "sanguine.States")
  public static native QueryState idle(QueryState state);

  @JsMethod(namespace = "sanguine.States", name = "copyOfQuery")
  public static native QueryState copy(QueryState state);

  @JsMethod(namespace = "sanguine.States", name = "copyOfMutation")
  public static native MutationState copy(MutationState state);

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

  @JsMethod(namespace = "sanguine.States")
  public static native MutationResult result(MutationState state, MutationObserver observer);

  @JsMethod(namespace = JsPackage.GLOBAL, name = "Object.assign")
  public static native void assign(Object into, Object record);

  public static native <T> T over(T first, T second);

  public static native QueryState partOf(QueryState state);

  @JsMethod(namespace = "sanguine.States")
  public static native QueryState withoutFetch(QueryState written, QueryState known);

  @JsMethod(namespace = "sanguine.States")
  public static native QueryState whole(QueryState state, QueryState from);

  public static native boolean shallowEqual(Object a, Object b);

  public static native MutationContext mutationContext(QueryClient client, MutationOptions options);

  @JsMethod(name = "intentContext")
  public static native MutationContext mutationContext(
      QueryClient client, MutationOptions options, String idempotencyKey, Supply getSignal);

  public static native FetchContext context(
      QueryClient client, Object queryKey, Object meta, Supply getSignal, Object of);

  public static native Object fetchOf(QueryFunctionContext context);

  public static native boolean isCancelled(QueryFunctionContext context);
}
