package dev.sanguine.query;

import dev.sanguine.env.Supply;
import jsinterop.annotations.JsMethod;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** Makes and copies the engine's records: plain JavaScript objects, see Records.js and, for states, States.js. */
@JsType(isNative = true, namespace = "sanguine", name = "Records")
final class Records {
  private Records() {}

  @JsMethod(namespace = "sanguine.States")
  static native QueryState queryState();

  @JsMethod(namespace = "sanguine.States")
  static native MutationState mutationState();

  @JsMethod(namespace = "sanguine.States", name = "admitQuery")
  static native QueryState admit(QueryState state);

  @JsMethod(namespace = "sanguine.States", name = "admitMutation")
  static native MutationState admit(MutationState state);

  static native <T> T merge(T first, T second, T third, T fourth);

  static native <T> T copy(T record);

  @JsMethod(namespace = "sanguine.States")
  static native QueryState idle(QueryState state);

  @JsMethod(namespace = "sanguine.States", name = "copyOfQuery")
  static native QueryState copy(QueryState state);

  @JsMethod(namespace = "sanguine.States", name = "copyOfMutation")
  static native MutationState copy(MutationState state);

  static native QueryConfig queryConfig(
      QueryClient client,
      Object queryKey,
      String queryHash,
      QueryOptions options,
      QueryState state,
      QueryOptions defaultOptions);

  static native MutationConfig mutationConfig(
      QueryClient client,
      MutationCache mutationCache,
      int mutationId,
      MutationOptions options,
      MutationState state);

  @JsMethod(namespace = "sanguine.States")
  static native MutationResult result(MutationState state, MutationObserver observer);

  @JsMethod(namespace = JsPackage.GLOBAL, name = "Object.assign")
  static native void assign(Object into, Object record);

  static native <T> T over(T first, T second);

  static native QueryState partOf(QueryState state);

  @JsMethod(namespace = "sanguine.States")
  static native QueryState withoutFetch(QueryState written, QueryState known);

  @JsMethod(namespace = "sanguine.States")
  static native QueryState whole(QueryState state, QueryState from);

  static native boolean shallowEqual(Object a, Object b);

  static native MutationContext mutationContext(QueryClient client, MutationOptions options);

  @JsMethod(name = "intentContext")
  static native MutationContext mutationContext(
      QueryClient client, MutationOptions options, String idempotencyKey, Supply getSignal);

  static native FetchContext context(
      QueryClient client, Object queryKey, Object meta, Supply getSignal, Object of);

  static native Object fetchOf(QueryFunctionContext context);

  static native boolean isCancelled(QueryFunctionContext context);
}
