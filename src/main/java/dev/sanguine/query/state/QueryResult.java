package dev.sanguine.query.state;

import dev.sanguine.query.callbacks.Refetch;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** What an observer sees of its query at one moment. A plain object; a change makes a new one. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class QueryResult {
  /** pending, error or success. */
  public String status;
  /** fetching, paused or idle. */
  public String fetchStatus;

  public boolean isPending;
  public boolean isSuccess;
  public boolean isError;
  public boolean isInitialLoading;
  public boolean isLoading;
  public Object data;
  public double dataUpdatedAt;
  public Object error;
  public double errorUpdatedAt;
  public int failureCount;
  public Object failureReason;
  public int errorUpdateCount;
  public boolean isFetched;
  public boolean isFetchedAfterMount;
  public boolean isFetching;
  public boolean isRefetching;
  public boolean isLoadingError;
  public boolean isPaused;
  public boolean isPlaceholderData;
  public boolean isRefetchError;
  public boolean isStale;
  public Refetch refetch;
  public boolean isEnabled;
  // Infinite queries only.
  public Refetch fetchNextPage;
  public Refetch fetchPreviousPage;
  public boolean hasNextPage;
  public boolean hasPreviousPage;
  public boolean isFetchNextPageError;
  public boolean isFetchingNextPage;
  public boolean isFetchPreviousPageError;
  public boolean isFetchingPreviousPage;
}
