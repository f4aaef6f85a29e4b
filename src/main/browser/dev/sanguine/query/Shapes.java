package dev.sanguine.query;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Thenable;
import dev.sanguine.env.Values;
import dev.sanguine.query.callbacks.ConfirmedState;
import dev.sanguine.query.callbacks.PropertyReadListener;
import dev.sanguine.query.options.CancelOptions;
import dev.sanguine.query.options.FetchOptions;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.options.SetDataOptions;
import dev.sanguine.query.state.Action;
import dev.sanguine.query.state.CacheEvent;
import dev.sanguine.query.state.DehydratedMutation;
import dev.sanguine.query.state.DehydratedQuery;
import dev.sanguine.query.state.DehydratedState;
import dev.sanguine.query.state.MutationState;
import dev.sanguine.query.state.OverlappingChange;
import dev.sanguine.query.state.QueryResult;
import dev.sanguine.query.state.QueryState;
import jsinterop.annotations.JsMethod;
import jsinterop.annotations.JsType;

/** Makes and compares what queries show: literals, see Shapes.js. */
@SuppressWarnings("unusable-by-js")
@JsType(isNative = true, namespace = "sanguine", name = "Shapes")
public final class Shapes {
  private Shapes() {}

  public static native QueryResult queryResult(
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

  public static native Action action(String type);

  public static native Action failed(int failureCount, Object error);

  public static native Action success(Object data, SetDataOptions options);

  public static native Action fetch(Object meta);

  public static native Action error(Object error);

  public static native OverlappingChange overlap(
      Object base, Object before, Object after, Object answer);

  public static native Action setState(QueryState state);

  public static native Action pending(Object context, Object variables, boolean isPaused);

  public static native Action answered(Object data);

  public static native Object meta(FetchOptions options);

  public static native Object initialPromise(FetchOptions options);

  @JsMethod(name = "queryEvent")
  public static native CacheEvent event(String type, Query query);

  @JsMethod(name = "mutationEvent")
  public static native CacheEvent event(String type, Mutation mutation);

  public static native CacheEvent observed(Object observer);

  public static native CacheEvent changed(Action action);

  public static native Object reverts(CancelOptions options);

  public static native Object isSilent(CancelOptions options);

  public static native QueryResult paged(
      QueryResult result,
      InfiniteQueryObserver observer,
      Object direction,
      boolean hasNextPage,
      boolean hasPreviousPage);

  public static native Object direction(Object meta, Values values);

  public static native Object directionOf(FetchOptions options, Values values);

  public static native FetchOptions initial(Thenable<Object> initialPromise);

  public static native FetchOptions towards(String direction, FetchOptions options, Values values);

  public static native Object pages(Seq<Object> pages, Seq<Object> params, Values values);

  public static native DehydratedState untrusted(Object state);

  public static native boolean isQuery(Object written);

  public static native DehydratedState dehydrated(
      Seq<DehydratedMutation> mutations, Seq<DehydratedQuery> queries);

  @JsMethod(name = "dehydratedMutation")
  public static native DehydratedMutation dehydrated(
      MutationOptions options, MutationState state, String idempotencyKey);

  @JsMethod(name = "dehydratedQuery")
  public static native DehydratedQuery dehydrated(
      Query query, double now, QueryState state, Thenable<Object> promise);

  @JsMethod(name = "mutationOptions")
  public static native MutationOptions optionsOf(DehydratedMutation written);

  @JsMethod(name = "queryOptions")
  public static native QueryOptions optionsOf(QueryOptions defaults, DehydratedQuery written);

  public static native Query confirmed(Query query, ConfirmedState state);

  public static native Object placeholder(Object option, Object lastData, Query last);

  public static native boolean differs(
      QueryResult a, QueryResult b, Object names, boolean andError, Values values);

  public static native QueryResult tracked(
      QueryObserver observer, QueryResult result, PropertyReadListener onRead);
}
