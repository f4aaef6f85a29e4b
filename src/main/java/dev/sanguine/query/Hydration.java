package dev.sanguine.query;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Thenable;
import dev.sanguine.env.Values;
import jsinterop.annotations.JsOptional;
import jsinterop.annotations.JsType;

/**
 * Writes a client's state down as plain data and takes it in again, on another client, in another process. Only
 * confirmed values are written, never a change that is under way. What is taken in is untrusted.
 */
@JsType
public final class Hydration {
  private Hydration() {}

  public static boolean defaultShouldDehydrateQuery(Query query) {
    return query.confirmed().status.equals("success");
  }

  public static boolean defaultShouldDehydrateMutation(Mutation mutation) {
    return mutation.state.isPaused;
  }

  /** The state of the queries and mutations that the options (those of the call, of the client, the defaults) pick. */
  public static DehydratedState dehydrate(QueryClient client, @JsOptional DehydrateOptions options) {
    DehydrateOptions merged = Records.merge(new DehydrateOptions(), client.getDefaultOptions().dehydrate, options, null);
    DehydratedState dehydrated = new DehydratedState();
    QueryPredicate ofQuery = merged.shouldDehydrateQuery;
    MutationPredicate ofMutation = merged.shouldDehydrateMutation;
    dehydrated.mutations = client.getMutationCache().getAll()
        .filter(mutation -> ofMutation != null ? ofMutation.test(mutation) : defaultShouldDehydrateMutation(mutation))
        .map(Hydration::dehydrateMutation);
    dehydrated.queries = client.getQueryCache().getAll()
        .filter(query -> ofQuery != null ? ofQuery.test(query) : defaultShouldDehydrateQuery(query))
        .map(query -> dehydrateQuery(query, merged.serializeData, merged.shouldRedactErrors));
    return dehydrated;
  }

  public static DehydratedQuery dehydrateQuery(
      Query query, @JsOptional Convert serializeData, @JsOptional Decide shouldRedactErrors) {
    Environment env = query.world();
    DehydratedQuery dehydrated = new DehydratedQuery();
    dehydrated.dehydratedAt = env.clock.now();
    QueryState state = Records.copy(query.confirmed());
    if (!env.values.isUndefined(state.data)) {
      state.data = Options.converted(serializeData, state.data);
    }
    dehydrated.state = state;
    dehydrated.queryKey = query.queryKey;
    dehydrated.queryHash = query.queryHash;
    if (state.status.equals("pending") && query.run != null) {
      dehydrated.promise = promise(query, serializeData, shouldRedactErrors);
    }
    dehydrated.meta = query.options.meta;
    dehydrated.queryType = query.getQueryType();
    return Records.present(dehydrated);
  }

  /** Takes a dehydrated state in; what the cache already knows newer stays. What is no state is passed over. */
  public static void hydrate(QueryClient client, Object dehydratedState, @JsOptional HydrateOptions options) {
    Environment env = client.environment;
    DehydratedState state = Untrusted.state(dehydratedState, env.values);
    if (state == null) {
      return;
    }
    HydrateOptions ofClient = Records.over(new HydrateOptions(), client.getDefaultOptions().hydrate);
    HydrateOptions ofCall = Records.over(new HydrateOptions(), options == null ? null : options.defaultOptions);
    Convert deserialize = ofCall.deserializeData != null ? ofCall.deserializeData : ofClient.deserializeData;
    Seq<Mutation> restored = state.mutations.map(written -> {
      MutationOptions own = new MutationOptions();
      own.mutationKey = written.mutationKey;
      own.meta = written.meta;
      own.scope = written.scope;
      return client.getMutationCache().build(client, Records.merge(
          new MutationOptions(), ofClient.mutations, ofCall.mutations, Records.present(own)), written.state);
    });
    QueryOptions defaults = Records.merge(new QueryOptions(), ofClient.queries, ofCall.queries, null);
    state.queries.each(written -> hydrateQuery(client, written, deserialize, defaults));
    restored.each(Mutation::restore);
  }

  private static void hydrateQuery(
      QueryClient client, DehydratedQuery written, Convert deserialize, QueryOptions defaults) {
    Environment env = client.environment;
    Values values = env.values;
    Seq<Object> early = Settled.now(written.promise);
    boolean settled = early.size() > 0;
    Object raw = settled && values.isUndefined(written.state.data) ? early.get(0) : written.state.data;
    Object data = values.isUndefined(raw) ? raw : Options.converted(deserialize, raw);
    boolean arrived = written.state.status.equals("pending") && !values.isUndefined(data);
    Query query = client.getQueryCache().get(written.queryHash);
    boolean wasPending = query != null && query.confirmed().status.equals("pending");
    boolean wasFetching = query != null && query.confirmed().fetchStatus.equals("fetching");
    QueryState next = Records.over(query == null ? Records.queryState() : query.confirmed(), written.state);
    next.data = data;
    if (arrived) {
      next.status = "success";
      next.dataUpdatedAt = Options.number(written.dehydratedAt, env.clock.now());
    }
    if (query == null) {
      next.fetchStatus = "idle";
      QueryOptions options = Records.over(new QueryOptions(), defaults);
      options.queryKey = written.queryKey;
      options.queryHash = written.queryHash;
      options.meta = written.meta;
      options._type = written.queryType;
      query = client.getQueryCache().build(client, options, next);
      if (query.fold != null) {
        // Intents were waiting for this query: what it comes with may hold them already.
        query.fold.rebase(Records.queryState());
        takeIn(query, next);
      }
    } else if (written.state.dataUpdatedAt > query.confirmed().dataUpdatedAt
        || settled && isNewer(written, query, false)) {
      next.fetchStatus = arrived && !wasFetching ? "idle" : query.confirmed().fetchStatus;
      takeIn(query, next);
    }
    if (written.promise != null && !settled && !wasPending && !wasFetching && isNewer(written, query, true)) {
      FetchOptions fetch = new FetchOptions();
      fetch.initialPromise = env.deferreds.resolve(written.promise)
          .then(value -> Options.converted(deserialize, value));
      query.fetch(null, fetch).done(null, Quiet.LISTENER);
    }
  }

  private static void takeIn(Query query, QueryState next) {
    if (query.fold == null) {
      query.setState(next);
    } else {
      Action action = Query.action("setState");
      action.state = next;
      query.fold.offer(action, 0);
    }
  }

  private static boolean isNewer(DehydratedQuery written, Query query, boolean whereUnknown) {
    return written.dehydratedAt instanceof Double
        ? (Double) written.dehydratedAt > query.confirmed().dataUpdatedAt : whereUnknown;
  }

  private static DehydratedMutation dehydrateMutation(Mutation mutation) {
    DehydratedMutation dehydrated = new DehydratedMutation();
    dehydrated.mutationKey = mutation.options.mutationKey;
    dehydrated.state = mutation.state;
    dehydrated.scope = mutation.options.scope;
    dehydrated.meta = mutation.options.meta;
    return Records.present(dehydrated);
  }

  private static Thenable<Object> promise(Query query, Convert serializeData, Decide shouldRedactErrors) {
    Environment env = query.world();
    Thenable<Object> promise = query.run.promise
        .then(data -> Options.converted(serializeData, data))
        .then(null, error -> {
          if (shouldRedactErrors != null && Options.isFalse(shouldRedactErrors.decide(error))) {
            return env.errors.fail(error);
          }
          if (Dev.on()) {
            env.errors.report("A query that was dehydrated as pending ended up rejecting. [" + query.queryHash + "]: "
                + error + "; The error will be redacted in production builds", null);
          }
          return env.errors.fail(env.errors.create("redacted"));
        });
    promise.done(null, Quiet.LISTENER);
    return promise;
  }
}
