package dev.sanguine.client;

import dev.sanguine.query.state.QueryResult;
import org.jspecify.annotations.Nullable;

/**
 * What an observer sees of its query at one moment. A change makes a new one.
 *
 * @param <T> the type of the data
 */
public final class Result<T> {
  final QueryResult raw;
  private final @Nullable T data;

  Result(QueryResult raw, Source<T> source) {
    this.raw = raw;
    data = source.typed(raw.data);
  }

  /** {@return the data, or the placeholder in its place; null if there is none} */
  public @Nullable T data() {
    return data;
  }

  /**
   * The data, or what is given if there is none.
   *
   * @param otherwise stands for absent data
   * @return the data
   */
  public T dataOr(T otherwise) {
    return data == null ? otherwise : data;
  }

  /** {@return what the query has} */
  public Status status() {
    return Status.of(raw.status);
  }

  /** {@return what the query is doing} */
  public FetchStatus fetchStatus() {
    return FetchStatus.of(raw.fetchStatus);
  }

  /** {@return true if there is no data yet} */
  public boolean isPending() {
    return raw.isPending;
  }

  /** {@return true if there is data, and the last fetch did not fail} */
  public boolean isSuccess() {
    return raw.isSuccess;
  }

  /** {@return true if the last fetch failed, or the function of {@link Source#select} threw} */
  public boolean isError() {
    return raw.isError;
  }

  /** {@return true if the first fetch is under way} */
  public boolean isLoading() {
    return raw.isLoading;
  }

  /** {@return true if a fetch is under way} */
  public boolean isFetching() {
    return raw.isFetching;
  }

  /** {@return true if a fetch is under way, and there is data} */
  public boolean isRefetching() {
    return raw.isRefetching;
  }

  /** {@return true if a fetch waits for the network} */
  public boolean isPaused() {
    return raw.isPaused;
  }

  /** {@return true if the last fetch failed, and there is no data} */
  public boolean isLoadingError() {
    return raw.isLoadingError;
  }

  /** {@return true if the last fetch failed, and there is data} */
  public boolean isRefetchError() {
    return raw.isRefetchError;
  }

  /** {@return true if the data is stale, or there is none} */
  public boolean isStale() {
    return raw.isStale;
  }

  /** {@return true if the data is a placeholder} */
  public boolean isPlaceholderData() {
    return raw.isPlaceholderData;
  }

  /** {@return true if a fetch has ended, well or not} */
  public boolean isFetched() {
    return raw.isFetched;
  }

  /** {@return true if a fetch has ended since the observer began to listen} */
  public boolean isFetchedAfterMount() {
    return raw.isFetchedAfterMount;
  }

  /** {@return true if the observer fetches by itself} */
  public boolean isEnabled() {
    return raw.isEnabled;
  }

  /** {@return what the last fetch failed with; null if it did not} */
  public @Nullable Object error() {
    return Plain.orNull(raw.error);
  }

  /** {@return how many attempts of the running fetch failed; after a failed fetch how many there were} */
  public int failureCount() {
    return raw.failureCount;
  }

  /** {@return what the last attempt failed with; null if it did not} */
  public @Nullable Object failureReason() {
    return Plain.orNull(raw.failureReason);
  }

  /** {@return when the confirmed data came, in ms since 1970; 0 if none did} */
  public double dataUpdatedAt() {
    return raw.dataUpdatedAt;
  }

  /** {@return when the last fetch failed, in ms since 1970; 0 if none did} */
  public double errorUpdatedAt() {
    return raw.errorUpdatedAt;
  }

  /** {@return how many fetches failed} */
  public int errorUpdateCount() {
    return raw.errorUpdateCount;
  }

  /** {@return true if, of an infinite query, there is a further page} */
  public boolean hasNextPage() {
    return raw.hasNextPage;
  }

  /** {@return true if, of an infinite query, there is a page before the first one} */
  public boolean hasPreviousPage() {
    return raw.hasPreviousPage;
  }

  /** {@return true if, of an infinite query, the further page is being fetched} */
  public boolean isFetchingNextPage() {
    return raw.isFetchingNextPage;
  }

  /** {@return true if, of an infinite query, the page before the first one is being fetched} */
  public boolean isFetchingPreviousPage() {
    return raw.isFetchingPreviousPage;
  }

  /** {@return true if, of an infinite query, the further page could not be fetched} */
  public boolean isFetchNextPageError() {
    return raw.isFetchNextPageError;
  }

  /** {@return true if, of an infinite query, the page before the first one could not be fetched} */
  public boolean isFetchPreviousPageError() {
    return raw.isFetchPreviousPageError;
  }

  /** {@return the result of the engine} */
  public QueryResult engine() {
    return raw;
  }
}
