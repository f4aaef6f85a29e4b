package dev.sanguine.query;

import dev.sanguine.env.Thenable;
import dev.sanguine.query.options.CancelOptions;
import dev.sanguine.query.options.FetchOptions;
import dev.sanguine.query.options.QueryConfig;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.options.SetDataOptions;
import dev.sanguine.query.state.Contexts;
import dev.sanguine.query.state.QueryState;
import jsinterop.annotations.JsConstructor;
import jsinterop.annotations.JsOptional;

/** A query of the JVM as storage may see it: its state has the confirmed value, everything else is the query's own. */
public final class StoredQuery extends Query {
  private final Query query;

  @JsConstructor
  private StoredQuery(Query query, QueryConfig config) {
    super(config);
    this.query = query;
    options = query.options;
    queryType = query.queryType;
    resetState = query.resetState;
  }

  public static Query of(Query query) {
    return new StoredQuery(
        query,
        Contexts.queryConfig(
            query.client,
            query.queryKey,
            query.queryHash,
            new QueryOptions(),
            query.confirmed(),
            null));
  }

  @Override
  public QueryState getState() {
    return query == null ? super.getState() : query.confirmed();
  }

  @Override
  public void scheduleGc() {
    // It is in no cache.
  }

  @Override
  public Object getMeta() {
    return query.getMeta();
  }

  @Override
  public Thenable<Object> getPromise() {
    return query.getPromise();
  }

  @Override
  public Object setData(Object data, @JsOptional SetDataOptions set) {
    return query.setData(data, set);
  }

  @Override
  public void setState(QueryState partial) {
    query.setState(partial);
  }

  @Override
  public Thenable<Object> cancel(@JsOptional CancelOptions cancel) {
    return query.cancel(cancel);
  }

  @Override
  public Thenable<Object> fetch(
      @JsOptional QueryOptions fetched, @JsOptional FetchOptions fetchOptions) {
    return query.fetch(fetched, fetchOptions);
  }

  @Override
  public void invalidate() {
    query.invalidate();
  }

  @Override
  public void reset() {
    query.reset();
  }

  @Override
  public boolean isActive() {
    return query.isActive();
  }

  @Override
  public boolean isStale() {
    return query.isStale();
  }

  @Override
  public boolean isStaleByTime(@JsOptional Object staleTime) {
    return query.isStaleByTime(staleTime);
  }

  @Override
  public int getObserversCount() {
    return query.getObserversCount();
  }
}
