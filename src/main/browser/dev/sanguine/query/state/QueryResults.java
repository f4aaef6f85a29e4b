package dev.sanguine.query.state;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Values;
import dev.sanguine.query.InfiniteQueryObserver;
import dev.sanguine.query.Query;
import dev.sanguine.query.QueryObserver;
import dev.sanguine.query.callbacks.PropertyReadListener;
import jsinterop.annotations.JsType;

/** What an observer shows of a query. See QueryResults.js. */
@SuppressWarnings("unusable-by-js")
@JsType(isNative = true, namespace = "sanguine", name = "QueryResults")
public final class QueryResults {
  private QueryResults() {}

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

  public static native QueryResult paged(
      QueryResult result,
      InfiniteQueryObserver observer,
      Object direction,
      boolean hasNextPage,
      boolean hasPreviousPage);

  public static native Object pages(Seq<Object> pages, Seq<Object> params, Values values);

  public static native Object placeholder(Object option, Object lastData, Query last);

  public static native boolean differs(
      QueryResult a, QueryResult b, Object names, boolean andError, Values values);

  public static native QueryResult tracked(
      QueryObserver observer, QueryResult result, PropertyReadListener onRead);
}
