package dev.sanguine.client;

import dev.sanguine.query.Query;
import dev.sanguine.query.state.QueryState;
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

  /** {@return the stable text of its key} */
  public String hash() {
    return query.queryHash;
  }

  /** {@return what is shown: the confirmed value with the pending changes over it; null if there is none} */
  public @Nullable T data() {
    return type.typed(state().data);
  }

  /** {@return what it has} */
  public Status status() {
    return Status.of(state().status);
  }

  /** {@return what it is doing} */
  public FetchStatus fetchStatus() {
    return FetchStatus.of(state().fetchStatus);
  }

  /** {@return what the last fetch failed with; null after one that did not} */
  public @Nullable Object error() {
    return Plain.orNull(state().error);
  }

  /** {@return when the confirmed value came, in ms since 1970; 0 if none did} */
  public double dataUpdatedAt() {
    return state().dataUpdatedAt;
  }

  /** {@return how often data came} */
  public int dataUpdateCount() {
    return state().dataUpdateCount;
  }

  /** {@return when the last fetch failed, in ms since 1970; 0 if none did} */
  public double errorUpdatedAt() {
    return state().errorUpdatedAt;
  }

  /** {@return how many attempts of the running fetch failed} */
  public int failureCount() {
    return state().fetchFailureCount;
  }

  /** {@return whether it was marked stale by hand} */
  public boolean isInvalidated() {
    return state().isInvalidated;
  }

  /** {@return whether it is stale for those who observe it; if nobody does, whether it has no data or was marked} */
  public boolean isStale() {
    return query.isStale();
  }

  /** {@return whether an enabled observer watches it} */
  public boolean isActive() {
    return query.isActive();
  }

  /** {@return the query of the engine} */
  public Query engine() {
    return query;
  }

  private QueryState state() {
    return query.getState();
  }
}
