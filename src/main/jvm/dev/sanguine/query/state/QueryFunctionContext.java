package dev.sanguine.query.state;

import dev.sanguine.env.AbortSignal;
import dev.sanguine.env.Supply;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.fetching.FetchRun;

/** What a query function is given. */
public class QueryFunctionContext {
  public QueryClient client;
  public Object queryKey;
  public Object meta;
  /** Infinite queries only: the page that is wanted, and whether it lies forward or backward. */
  public Object pageParam;

  public String direction;
  public Supply getSignal;
  public FetchRun run;

  /** Aborted when the fetch is cancelled; asking for it says that the request can be given up. */
  public AbortSignal signal() {
    return (AbortSignal) getSignal.get();
  }
}
