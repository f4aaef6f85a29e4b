package dev.sanguine.query.options;

import dev.sanguine.query.callbacks.QueryPredicate;
import jsinterop.annotations.JsOverlay;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** Says which queries are meant; all members are optional. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class QueryFilters {
  /** Queries whose key starts with it. */
  public Object queryKey;
  /** The key itself only. */
  public Object exact;
  /** all, active or inactive. */
  public String type;

  public Object stale;
  /** fetching, paused or idle. */
  public String fetchStatus;

  public QueryPredicate predicate;
  /** For invalidation: active, inactive, all or none. */
  public String refetchType;

  @JsOverlay
  public static QueryFilters of(Object queryKey) {
    QueryFilters filters = new QueryFilters();
    filters.queryKey = queryKey;
    return filters;
  }
}
