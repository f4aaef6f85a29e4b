package dev.sanguine.query.options;

import dev.sanguine.query.QueryClient;
import dev.sanguine.query.state.QueryState;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** What a query is made of. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class QueryConfig {
  public QueryClient client;
  public Object queryKey;
  public String queryHash;
  public QueryOptions options;
  /** Options of the key, under those of the query. */
  public QueryOptions defaultOptions;

  public QueryState state;
}
