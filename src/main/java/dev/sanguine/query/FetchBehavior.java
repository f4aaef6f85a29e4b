package dev.sanguine.query;

import jsinterop.annotations.JsType;
import jsinterop.annotations.JsPackage;

/** A hook that may replace how a query is fetched. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "SanguineFetchBehavior")
public interface FetchBehavior {
  void onFetch(FetchContext context, Query query);
}
