package dev.sanguine.query;

import dev.sanguine.env.AbortSignal;
import dev.sanguine.env.Supply;

/** One fetch as a {@link FetchBehavior} sees it; it may replace {@code fetchFn}. */
public class FetchContext {
  public FetchOptions fetchOptions;
  public QueryOptions options;
  public Object queryKey;
  public QueryClient client;
  public QueryState state;
  public Supply fetchFn;
  Supply getSignal;

  public AbortSignal signal() {
    return (AbortSignal) getSignal.get();
  }
}
