package dev.sanguine.query;

import dev.sanguine.env.Binding;
import dev.sanguine.env.Thenable;
import dev.sanguine.env.Values;
import dev.sanguine.query.fetching.InfiniteFetch;
import dev.sanguine.query.options.FetchOptions;
import dev.sanguine.query.options.FetchSettings;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.state.QueryResult;
import dev.sanguine.query.state.QueryResults;
import dev.sanguine.query.state.QueryState;
import jsinterop.annotations.JsConstructor;
import jsinterop.annotations.JsOptional;
import jsinterop.annotations.JsType;

/** Watches a query whose data is pages; fetches the next and the previous one. */
@JsType
public class InfiniteQueryObserver extends QueryObserver {
  @JsConstructor
  public InfiniteQueryObserver(QueryClient client, QueryOptions options) {
    super(client, options);
  }

  @Override
  public void bindMethods() {
    super.bindMethods();
    Binding.bind(this, "fetchNextPage", "fetchPreviousPage");
  }

  @Override
  public void setOptions(QueryOptions options) {
    super.setOptions(Options.infinite(options));
  }

  @Override
  public QueryResult getOptimisticResult(QueryOptions options) {
    return super.getOptimisticResult(Options.infinite(options));
  }

  public Thenable<Object> fetchNextPage(@JsOptional FetchOptions options) {
    return fetch(FetchSettings.towards("forward", options, values()));
  }

  public Thenable<Object> fetchPreviousPage(@JsOptional FetchOptions options) {
    return fetch(FetchSettings.towards("backward", options, values()));
  }

  @Override
  public QueryResult createResult(Query query, QueryOptions options) {
    QueryState state = query.current();
    return QueryResults.paged(
        super.createResult(query, options),
        this,
        FetchSettings.direction(state.fetchMeta, values()),
        InfiniteFetch.param(options, state.data, false, values()) != null,
        InfiniteFetch.param(options, state.data, true, values()) != null);
  }

  private Values values() {
    return client.environment.values;
  }
}
