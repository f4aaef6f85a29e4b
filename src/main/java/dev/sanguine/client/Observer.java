package dev.sanguine.client;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Listener;
import dev.sanguine.env.Task;
import dev.sanguine.env.Thenable;
import dev.sanguine.query.InfiniteQueryObserver;
import dev.sanguine.query.QueryObserver;
import dev.sanguine.query.state.QueryResult;
import org.jspecify.annotations.Nullable;

/**
 * Watches a query: while somebody listens, it fetches when the data is stale, polls if that was asked for, and keeps
 * the data from being collected. Made by {@link Client#observe}.
 *
 * @param <T> the type of what is seen
 */
public final class Observer<T> {
  private final Environment environment;
  private final QueryObserver raw;
  private Source<T> source;
  private @Nullable Result<T> last;

  Observer(Environment environment, QueryObserver raw, Source<T> source) {
    this.environment = environment;
    this.raw = raw;
    this.source = source;
  }

  /** {@return what is seen now; the same object until that changes} */
  public Result<T> current() {
    return typed(raw.getCurrentResult());
  }

  /**
   * Tells the listener of every change from now on, in the call that makes the change; the state of this moment is {@link
   * #current}.
   * The first listener may start a fetch. What a listener throws is reported, and stops nothing.
   *
   * @param listener hears of it
   * @return ends that; when the last listener has left, a fetch that asked for its signal is given up
   */
  public Task subscribe(Listener<? super Result<T>> listener) {
    Listener<QueryResult> told = result -> Guarded.tell(
        environment, raw.getCurrentQuery().queryHash, () -> listener.on(typed(result)));
    return raw.subscribe(told);
  }

  /**
   * Watches this from now on, which may be of another key.
   *
   * @param source what to watch
   */
  public void setSource(Source<T> source) {
    if (source.isInfinite() != this.source.isInfinite()) {
      throw new IllegalArgumentException("the observer of " + raw.getCurrentQuery().queryHash
          + " can't change between a query and an infinite query; observe that anew");
    }
    this.source = source;
    last = null;
    raw.setOptions(source.options());
  }

  /**
   * {@return fetches, in the place of a fetch that is under way; gives the result then, also if the fetch failed}
   */
  public Future<Result<T>> refetch() {
    return then(raw.refetch(null));
  }

  /**
   * Fetches the next page of an infinite query; gives the result then.
   *
   * @return the outcome to come
   * @throws IllegalStateException if the query is not infinite
   */
  public Future<Result<T>> fetchNextPage() {
    return then(infinite().fetchNextPage(null));
  }

  /**
   * Fetches the page before the first one of an infinite query; gives the result then.
   *
   * @return the outcome to come
   * @throws IllegalStateException if the query is not infinite
   */
  public Future<Result<T>> fetchPreviousPage() {
    return then(infinite().fetchPreviousPage(null));
  }

  /** Stops watching; all listeners are gone. */
  public void destroy() {
    raw.destroy();
  }

  /** {@return the observer of the engine} */
  public QueryObserver engine() {
    return raw;
  }

  private InfiniteQueryObserver infinite() {
    if (!source.isInfinite()) {
      throw new IllegalStateException("the query " + raw.getCurrentQuery().queryHash
          + " has no pages; observe an InfiniteQuery");
    }
    return (InfiniteQueryObserver) raw;
  }

  private Future<Result<T>> then(Thenable<Object> result) {
    return Futures.of(raw.getCurrentQuery(), result).map(done -> typed((QueryResult) done));
  }

  private Result<T> typed(QueryResult result) {
    if (last == null || last.raw != result) {
      last = new Result<>(result, source);
    }
    return last;
  }
}
