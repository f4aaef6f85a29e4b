package dev.sanguine.query;

import dev.sanguine.env.Binding;
import dev.sanguine.env.Thenable;
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
    options._type = "infinite";
    super.setOptions(options);
  }

  @Override
  public QueryResult getOptimisticResult(QueryOptions options) {
    options._type = "infinite";
    return super.getOptimisticResult(options);
  }

  public Thenable<Object> fetchNextPage(@JsOptional FetchOptions options) {
    return fetch(InfiniteFetch.towards("forward", options, client.environment.values));
  }

  public Thenable<Object> fetchPreviousPage(@JsOptional FetchOptions options) {
    return fetch(InfiniteFetch.towards("backward", options, client.environment.values));
  }

  @Override
  public QueryResult createResult(Query query, QueryOptions options) {
    QueryResult result = super.createResult(query, options);
    QueryState state = query.getState();
    String direction = InfiniteFetch.directionOf(state.fetchMeta, client.environment.values);
    boolean forward = "forward".equals(direction);
    boolean backward = "backward".equals(direction);
    Records.bindPages(result, this);
    result.hasNextPage = InfiniteFetch.hasNext(options, state.data, client.environment.values);
    result.hasPreviousPage = InfiniteFetch.hasPrevious(options, state.data, client.environment.values);
    result.isFetchNextPageError = result.isError && forward;
    result.isFetchingNextPage = result.isFetching && forward;
    result.isFetchPreviousPageError = result.isError && backward;
    result.isFetchingPreviousPage = result.isFetching && backward;
    result.isRefetchError = result.isRefetchError && !forward && !backward;
    result.isRefetching = result.isRefetching && !result.isFetchingNextPage && !result.isFetchingPreviousPage;
    return result;
  }
}
