package dev.sanguine.query.state;

import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** What a query knows: data, error, and where its fetch stands. A plain object; a change makes a new one. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class QueryState {
  /** The value that is shown: the last confirmed one with the pending intents folded over it. */
  public Object data;
  /** How often data came, from whatever source. */
  public int dataUpdateCount;
  /** When the data came, in ms since 1970; 0 if none did. */
  public double dataUpdatedAt;

  public Object error;
  public int errorUpdateCount;
  public double errorUpdatedAt;
  /** Attempts of the running fetch that failed. */
  public int fetchFailureCount;

  public Object fetchFailureReason;
  public Object fetchMeta;
  /** Marked stale by hand. */
  public boolean isInvalidated;
  /** pending, error or success. */
  public String status;
  /** fetching, paused or idle. */
  public String fetchStatus;
}
