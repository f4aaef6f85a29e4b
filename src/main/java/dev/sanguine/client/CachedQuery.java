package dev.sanguine.client;

import dev.sanguine.query.Query;
import dev.sanguine.query.QueryState;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the cache. Reads the query as it is at each call.
 *
 * @param <T> the type of the data
 */
public final class CachedQuery<T> {
  private final Query query;
  private final Target<T> type;

  CachedQuery(Query query, Target<T> type) {
    this.query = query;
    this.type = type;
  }

  /** The stable text of its key. */
  public String hash() {
    return query.queryHash;
  }

  /** What is shown: the confirmed value with the pending changes over it; null where there is none. */
  public @Nullable T data() {
    return type.typed(state().data);
  }

  public Status status() {
    return Status.of(state().status);
  }

  public FetchStatus fetchStatus() {
    return FetchStatus.of(state().fetchStatus);
  }

  /** What the last fetch failed with; null after one that did not. */
  public @Nullable Object error() {
    return Plain.orNull(state().error);
  }

  /** When the confirmed value came, in ms since 1970; 0 where none did. */
  public double dataUpdatedAt() {
    return state().dataUpdatedAt;
  }

  /** How often data came. */
  public int dataUpdateCount() {
    return state().dataUpdateCount;
  }

  /** When the last fetch failed, in ms since 1970; 0 where none did. */
  public double errorUpdatedAt() {
    return state().errorUpdatedAt;
  }

  /** How many attempts of the running fetch failed. */
  public int failureCount() {
    return state().fetchFailureCount;
  }

  /** Whether it was marked stale by hand. */
  public boolean isInvalidated() {
    return state().isInvalidated;
  }

  /** Whether it is stale for those who observe it; where nobody does, whether it has no data or was marked. */
  public boolean isStale() {
    return query.isStale();
  }

  /** Whether an enabled observer watches it. */
  public boolean isActive() {
    return query.isActive();
  }

  /** The query of the engine. */
  public Query engine() {
    return query;
  }

  private QueryState state() {
    return query.getState();
  }
}
