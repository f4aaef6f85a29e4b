package dev.sanguine.client;

import dev.sanguine.env.Listener;
import dev.sanguine.env.Mapping;
import dev.sanguine.env.Thenable;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.state.QueryFunctionContext;
import org.jspecify.annotations.Nullable;

/**
 * A value of the server: its key, how it is fetched, and how long it is good.
 *
 * <pre>{@code
 * Query<Order> order = Query.of(QueryKey.<Order>of("order", 12))
 *     .queryFn(context -> orders.findById(12, Call.plain().signal(context.signal())))
 *     .staleTime(60_000);
 * }</pre>
 *
 * @param <T> the type of the data
 */
public final class Query<T> extends QuerySettings<T, Query<T>> {
  private Query(
      QueryKey<T> key, @Nullable Query<T> before, @Nullable Listener<QueryOptions> change) {
    super(key, before, change);
  }

  /**
   * A query without a function: it shows what is set by hand, until {@link #queryFn} or the defaults of its key give it
   * one.
   *
   * @param <T> the type of the data
   * @param key the key, meant exactly
   * @return the query
   */
  public static <T> Query<T> of(QueryKey<T> key) {
    return new Query<>(key, null, into -> into.queryKey = key.raw());
  }

  /**
   * Options of no key, for {@link Client#setDefaultOptions} and {@link Client#setQueryDefaults}.
   *
   * @return the query
   */
  public static Query<Object> defaults() {
    return new Query<>(QueryKey.of(), null, null);
  }

  /**
   * How the data is fetched. What the function throws, or its thenable rejects with, is the failure of the attempt. If
   * it asks for the context's signal, the fetch is given up when nobody wants it any more. Data must not be null.
   *
   * @param function fetches
   * @return the query with that option
   */
  public Query<T> queryFn(Mapping<QueryFunctionContext, ? extends Thenable<? extends T>> function) {
    return with(into -> into.queryFn = (dev.sanguine.query.callbacks.QueryFunction) function::of);
  }

  /**
   * The same for data that is at hand when the function returns.
   *
   * @param function fetches
   * @return the query with that option
   */
  public Query<T> queryValue(Mapping<QueryFunctionContext, ? extends T> function) {
    return with(into -> into.queryFn =
        (dev.sanguine.query.callbacks.QueryFunction) context -> key.plain(function.of(context)));
  }

  @Override
  Query<T> next(Listener<QueryOptions> change) {
    return new Query<>(key, this, change);
  }

  @Override
  boolean isInfinite() {
    return false;
  }
}
