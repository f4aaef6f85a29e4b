package dev.sanguine.client;

import dev.sanguine.env.Listener;
import dev.sanguine.env.Mapping;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Task;
import dev.sanguine.query.state.QueryResult;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Watches several queries at once. Made by {@link Client#observeAll}. Infinite queries are shown, but have to be observed
 * by themselves to fetch further pages.
 *
 * @param <T> the type of what is seen of each
 */
public final class QueriesObserver<T> {
  private final Client client;
  private final dev.sanguine.query.QueriesObserver raw;
  private Seq<? extends Source<? extends T>> sources;
  private Seq<Result<T>> last = new Seq<>();

  QueriesObserver(Client client, Seq<? extends Source<? extends T>> sources) {
    this.client = client;
    this.sources = sources.copy();
    raw =
        new dev.sanguine.query.QueriesObserver(client.engine(), sources.map(Source::options), null);
  }

  /** {@return the results, in the order of the queries} A result is the same object until its query's changes. */
  public Seq<Result<T>> current() {
    return typed(raw.getCurrentResult());
  }

  /**
   * Tells the listener of every change of any of them from now on, in the call that makes it; what is returned ends that.
   *
   * @param listener hears of it
   * @return ends that
   */
  public Task subscribe(Listener<? super Seq<Result<T>>> listener) {
    Listener<Seq<QueryResult>> told = results ->
        Guarded.tell(client.environment(), "several queries", () -> listener.on(typed(results)));
    return raw.subscribe(told);
  }

  /**
   * Tells the listener what the function makes of all results, now and whenever that changes. The function must be pure;
   * what equals its result before is shared with that.
   *
   * @param <R> the type of what is made
   * @param combine makes one value of all results
   * @param listener hears of it
   * @return ends that
   */
  public <R> Task subscribe(
      Mapping<Seq<Result<T>>, ? extends R> combine, Listener<? super R> listener) {
    Combined<R> combined = new Combined<>(combine, listener);
    Guarded.tell(client.environment(), "several queries", () -> combined.tell(current()));
    return subscribe(combined::tell);
  }

  /**
   * Watches these queries from now on; those that were watched already go on being watched.
   *
   * @param sources what is watched, in order
   */
  public void setSources(Seq<? extends Source<? extends T>> sources) {
    this.sources = sources.copy();
    raw.setQueries(sources.map(Source::options), null);
  }

  /** Stops watching; all listeners are gone. */
  public void destroy() {
    raw.destroy();
  }

  @SuppressWarnings("unchecked")
  private Seq<Result<T>> typed(Seq<QueryResult> results) {
    Seq<Result<T>> before = last;
    last = results.mapAt((result, i) -> {
      Result<T> same = before.first(each -> each.raw == result);
      return same != null ? same : new Result<>(result, (Source<T>) sources.get(i));
    });
    return last;
  }

  private final class Combined<R> {
    private final Mapping<Seq<Result<T>>, ? extends R> combine;
    private final Listener<? super R> listener;
    private @Nullable Object value;
    private boolean told;

    Combined(Mapping<Seq<Result<T>>, ? extends R> combine, Listener<? super R> listener) {
      this.combine = combine;
      this.listener = listener;
    }

    @SuppressWarnings("unchecked")
    void tell(Seq<Result<T>> results) {
      Object next = combine.of(results);
      if (!told || !Objects.equals(value, next)) {
        Object shared = told ? client.environment().values.replaceEqualDeep(value, next) : next;
        boolean changed = !told || shared != value;
        told = true;
        value = shared;
        if (changed) {
          listener.on((R) shared);
        }
      }
    }
  }
}
