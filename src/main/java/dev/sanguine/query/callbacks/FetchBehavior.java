package dev.sanguine.query.callbacks;

import dev.sanguine.query.Query;
import dev.sanguine.query.state.FetchContext;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** A hook that may replace how a query is fetched. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "SanguineFetchBehavior")
public interface FetchBehavior {
  void onFetch(FetchContext context, Query query);
}
