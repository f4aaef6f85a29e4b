package dev.sanguine.query.state;

import dev.sanguine.env.AbortSignal;
import dev.sanguine.env.Supply;
import dev.sanguine.query.MutationCache;
import dev.sanguine.query.Query;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.StoredQuery;
import dev.sanguine.query.callbacks.ConfirmedState;
import dev.sanguine.query.fetching.FetchRun;
import dev.sanguine.query.options.MutationConfig;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryConfig;
import dev.sanguine.query.options.QueryOptions;

/** What functions of the app, and constructors, are given. */
public final class Contexts {
  private Contexts() {}

  public static QueryConfig queryConfig(
      QueryClient client,
      Object queryKey,
      String queryHash,
      QueryOptions options,
      QueryState state,
      QueryOptions defaultOptions) {
    QueryConfig config = new QueryConfig();
    config.client = client;
    config.queryKey = queryKey;
    config.queryHash = queryHash;
    config.options = options;
    config.state = state;
    config.defaultOptions = defaultOptions;
    return config;
  }

  public static MutationConfig mutationConfig(
      QueryClient client,
      MutationCache mutationCache,
      int mutationId,
      MutationOptions options,
      MutationState state) {
    MutationConfig config = new MutationConfig();
    config.client = client;
    config.mutationCache = mutationCache;
    config.mutationId = mutationId;
    config.options = options;
    config.state = state;
    return config;
  }

  public static MutationContext mutationContext(QueryClient client, MutationOptions options) {
    MutationContext context = new MutationContext();
    context.client = client;
    context.meta = options.meta;
    context.mutationKey = options.mutationKey;
    return context;
  }

  /** The same for a mutation with an intent. */
  public static MutationContext mutationContext(
      QueryClient client, MutationOptions options, String idempotencyKey, Supply getSignal) {
    MutationContext context = mutationContext(client, options);
    context.signal = (AbortSignal) getSignal.get();
    context.idempotencyKey = idempotencyKey;
    return context;
  }

  /** What functions of the app are given; the members of a whole fetch are still to be set. */
  public static FetchContext context(
      QueryClient client, Object queryKey, Object meta, Supply getSignal, Object of) {
    FetchContext context = new FetchContext();
    context.client = client;
    context.queryKey = queryKey;
    context.meta = meta;
    context.getSignal = getSignal;
    context.run = (FetchRun) of;
    return context;
  }

  /** The fetch that the context was made for, to be handed on; null if an app made the context. */
  public static Object fetchOf(QueryFunctionContext context) {
    return context.run;
  }

  /** True if that fetch was cancelled, whether or not anybody asked for its signal. */
  public static boolean isCancelled(QueryFunctionContext context) {
    return context.run != null && context.run.aborted;
  }

  public static OverlappingChange overlap(Object base, Object before, Object after, Object answer) {
    OverlappingChange overlap = new OverlappingChange();
    overlap.base = base;
    overlap.before = before;
    overlap.after = after;
    overlap.answer = answer;
    return overlap;
  }

  /** The query as storage may see it, with the confirmed value instead of the view. */
  public static Query confirmed(Query query, ConfirmedState state) {
    return StoredQuery.of(query);
  }
}
