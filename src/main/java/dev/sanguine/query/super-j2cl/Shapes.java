package dev.sanguine.query;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Thenable;
import dev.sanguine.env.Values;
import jsinterop.annotations.JsMethod;
import jsinterop.annotations.JsType;

/** Makes and compares what queries show: literals, see Shapes.js. */
@SuppressWarnings("unusable-by-js")
@JsType(isNative = true, namespace = "sanguine", name = "Shapes")
final class Shapes {
  private Shapes() {}

  static native QueryResult queryResult(
      QueryObserver observer,
      Query query,
      QueryState state,
      QueryState began,
      String status,
      Object data,
      Object error,
      double errorUpdatedAt,
      boolean isPlaceholderData,
      boolean isStale,
      boolean isEnabled);

  static native Action action(String type);

  static native Action failed(int failureCount, Object error);

  static native Action success(Object data, SetDataOptions options);

  static native Action fetch(Object meta);

  static native Action error(Object error);

  static native OverlappingChange overlap(Object base, Object before, Object after, Object answer);

  static native Action setState(QueryState state);

  static native Action pending(Object context, Object variables, boolean isPaused);

  static native Action answered(Object data);

  static native Object meta(FetchOptions options);

  static native Object initialPromise(FetchOptions options);

  @JsMethod(name = "queryEvent")
  static native CacheEvent event(String type, Query query);

  @JsMethod(name = "mutationEvent")
  static native CacheEvent event(String type, Mutation mutation);

  static native CacheEvent observed(Object observer);

  static native CacheEvent changed(Action action);

  static native Object reverts(CancelOptions options);

  static native Object isSilent(CancelOptions options);

  static native QueryResult paged(
      QueryResult result,
      InfiniteQueryObserver observer,
      Object direction,
      boolean hasNextPage,
      boolean hasPreviousPage);

  static native Object direction(Object meta, Values values);

  static native Object directionOf(FetchOptions options, Values values);

  static native FetchOptions initial(Thenable<Object> initialPromise);

  static native FetchOptions towards(String direction, FetchOptions options, Values values);

  static native Object pages(Seq<Object> pages, Seq<Object> params, Values values);

  static native DehydratedState untrusted(Object state);

  static native boolean isQuery(Object written);

  static native DehydratedState dehydrated(
      Seq<DehydratedMutation> mutations, Seq<DehydratedQuery> queries);

  @JsMethod(name = "dehydratedMutation")
  static native DehydratedMutation dehydrated(
      MutationOptions options, MutationState state, String idempotencyKey);

  @JsMethod(name = "dehydratedQuery")
  static native DehydratedQuery dehydrated(
      Query query, double now, QueryState state, Thenable<Object> promise);

  @JsMethod(name = "mutationOptions")
  static native MutationOptions optionsOf(DehydratedMutation written);

  @JsMethod(name = "queryOptions")
  static native QueryOptions optionsOf(QueryOptions defaults, DehydratedQuery written);

  static native Query confirmed(Query query, ConfirmedState state);

  static native Object placeholder(Object option, Object lastData, Query last);

  static native boolean differs(
      QueryResult a, QueryResult b, Object names, boolean andError, Values values);

  static native QueryResult tracked(
      QueryObserver observer, QueryResult result, PropertyReadListener onRead);
}
