package dev.sanguine.query;

import dev.sanguine.env.Values;
import jsinterop.annotations.JsType;

/** Makes and compares what queries show: literals, see Shapes.js. */
@SuppressWarnings("unusable-by-js")
@JsType(isNative = true, namespace = "sanguine", name = "Shapes")
final class Shapes {
  private Shapes() {}

  static native QueryResult queryResult(QueryObserver observer, Query query, QueryState state, QueryState began,
      String status, Object data, Object error, double errorUpdatedAt, boolean isPlaceholderData, boolean isStale,
      boolean isEnabled);

  static native Action failed(int failureCount, Object error);

  static native Action success(Object data, SetDataOptions options);

  static native Action setState(QueryState state);

  static native boolean reverts(CancelOptions options);

  static native boolean isSilent(CancelOptions options);

  static native Object placeholder(Object option, Query last);

  static native boolean differs(QueryResult a, QueryResult b, Object names, boolean andError, Values values);

  static native QueryResult tracked(QueryObserver observer, QueryResult result, Tracked onRead);
}
