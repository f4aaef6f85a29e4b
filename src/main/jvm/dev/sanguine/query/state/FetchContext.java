package dev.sanguine.query.state;

import dev.sanguine.env.Supply;
import dev.sanguine.query.callbacks.FetchBehavior;
import dev.sanguine.query.options.FetchOptions;
import dev.sanguine.query.options.QueryOptions;

/** One fetch as a {@link FetchBehavior} sees it; it may replace {@code fetchFn}. */
public class FetchContext extends QueryFunctionContext {
  public FetchOptions fetchOptions;
  public QueryOptions options;
  public QueryState state;
  public Supply fetchFn;
}
