package dev.sanguine.client;

import dev.sanguine.query.QueryResult;
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

  /** The data, or the placeholder in its place; null where there is none. */
  public @Nullable T data() {
    return data;
  }

  /** The data, or what is given where there is none. */
  public T dataOr(T otherwise) {
    return data == null ? otherwise : data;
  }

  public Status status() {
    return Status.of(raw.status);
  }

  public FetchStatus fetchStatus() {
    return FetchStatus.of(raw.fetchStatus);
  }

  /** There is no data yet. */
  public boolean isPending() {
    return raw.isPending;
  }

  public boolean isSuccess() {
    return raw.isSuccess;
  }

  /** The last fetch failed, or the function of {@link Source#select} threw. */
  public boolean isError() {
    return raw.isError;
  }

  /** The first fetch is under way. */
  public boolean isLoading() {
    return raw.isLoading;
  }

  /** A fetch is under way. */
  public boolean isFetching() {
    return raw.isFetching;
  }

  /** A fetch is under way, and there is data. */
  public boolean isRefetching() {
    return raw.isRefetching;
  }

  /** A fetch waits for the network. */
  public boolean isPaused() {
    return raw.isPaused;
  }

  /** The last fetch failed, and there is no data. */
  public boolean isLoadingError() {
    return raw.isLoadingError;
  }

  /** The last fetch failed, and there is data. */
  public boolean isRefetchError() {
    return raw.isRefetchError;
  }

  public boolean isStale() {
    return raw.isStale;
  }

  /** The data is a placeholder. */
  public boolean isPlaceholderData() {
    return raw.isPlaceholderData;
  }

  /** A fetch has ended, well or not. */
  public boolean isFetched() {
    return raw.isFetched;
  }

  /** A fetch has ended since the observer began to listen. */
  public boolean isFetchedAfterMount() {
    return raw.isFetchedAfterMount;
  }

  public boolean isEnabled() {
    return raw.isEnabled;
  }

  /** What the last fetch failed with; null where it did not. */
  public @Nullable Object error() {
    return Plain.orNull(raw.error);
  }

  /** How many attempts of the running fetch failed; after a failed fetch how many there were. */
  public int failureCount() {
    return raw.failureCount;
  }

  /** What the last attempt failed with; null where it did not. */
  public @Nullable Object failureReason() {
    return Plain.orNull(raw.failureReason);
  }

  /** When the confirmed data came, in ms since 1970; 0 where none did. */
  public double dataUpdatedAt() {
    return raw.dataUpdatedAt;
  }

  /** When the last fetch failed, in ms since 1970; 0 where none did. */
  public double errorUpdatedAt() {
    return raw.errorUpdatedAt;
  }

  /** How many fetches failed. */
  public int errorUpdateCount() {
    return raw.errorUpdateCount;
  }

  /** Infinite queries: there is a further page. */
  public boolean hasNextPage() {
    return raw.hasNextPage;
  }

  /** Infinite queries: there is a page before the first one. */
  public boolean hasPreviousPage() {
    return raw.hasPreviousPage;
  }

  /** Infinite queries: the further page is being fetched. */
  public boolean isFetchingNextPage() {
    return raw.isFetchingNextPage;
  }

  /** Infinite queries: the page before the first one is being fetched. */
  public boolean isFetchingPreviousPage() {
    return raw.isFetchingPreviousPage;
  }

  /** Infinite queries: the further page could not be fetched. */
  public boolean isFetchNextPageError() {
    return raw.isFetchNextPageError;
  }

  /** Infinite queries: the page before the first one could not be fetched. */
  public boolean isFetchPreviousPageError() {
    return raw.isFetchPreviousPageError;
  }

  /** The result of the engine. */
  public QueryResult engine() {
    return raw;
  }
}
