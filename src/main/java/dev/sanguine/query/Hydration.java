package dev.sanguine.query;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Thenable;
import dev.sanguine.env.Values;

/**
 * Writes a client's state down as plain data and takes it in again, on another client, in another process. Only
 * confirmed values are written, never a change that is under way. What is taken in is untrusted.
 */
public final class Hydration {
  private Hydration() {}

  public static boolean defaultShouldDehydrateQuery(Query query) {
    return query.confirmed().status.equals("success");
  }

  public static boolean defaultShouldDehydrateMutation(Mutation mutation) {
    return mutation.state.isPaused;
  }

  /** The state of the queries and mutations that the options (those of the call, of the client, the defaults) pick. */
  public static DehydratedState dehydrate(QueryClient client, DehydrateOptions options) {
    DehydrateOptions merged = Records.merge(new DehydrateOptions(), client.getDefaultOptions().dehydrate, options, null);
    DehydratedState dehydrated = new DehydratedState();
    dehydrated.mutations = new Seq<>();
    dehydrated.queries = new Seq<>();
    Seq<Mutation> mutations = client.getMutationCache().getAll();
    for (int i = 0; i < mutations.size(); i++) {
      Mutation mutation = mutations.get(i);
      if (merged.shouldDehydrateMutation != null
          ? merged.shouldDehydrateMutation.test(mutation) : defaultShouldDehydrateMutation(mutation)) {
        dehydrated.mutations.add(dehydrateMutation(mutation));
      }
    }
    Seq<Query> queries = client.getQueryCache().getAll();
    for (int i = 0; i < queries.size(); i++) {
      Query query = queries.get(i);
      if (merged.shouldDehydrateQuery != null
          ? merged.shouldDehydrateQuery.test(query) : defaultShouldDehydrateQuery(query)) {
        dehydrated.queries.add(dehydrateQuery(query, merged.serializeData, merged.shouldRedactErrors));
      }
    }
    return dehydrated;
  }

  public static DehydratedQuery dehydrateQuery(Query query, Convert serializeData, Decide shouldRedactErrors) {
    Environment env = query.world();
    DehydratedQuery dehydrated = new DehydratedQuery();
    dehydrated.dehydratedAt = env.clock.now();
    QueryState state = Records.copy(query.confirmed());
    if (serializeData != null && !env.values.isUndefined(state.data)) {
      state.data = serializeData.convert(state.data);
    }
    dehydrated.state = state;
    dehydrated.queryKey = query.queryKey;
    dehydrated.queryHash = query.queryHash;
    if (state.status.equals("pending") && query.run != null) {
      dehydrated.promise = promise(query, serializeData, shouldRedactErrors);
    }
    if (query.options.meta != null) {
      dehydrated.meta = query.options.meta;
    }
    if (query.getQueryType() != null) {
      dehydrated.queryType = query.getQueryType();
    }
    return dehydrated;
  }

  /** Takes a dehydrated state in; what the cache already knows newer stays. What is no state is passed over. */
  public static void hydrate(QueryClient client, Object dehydratedState, HydrateOptions options) {
    Environment env = client.environment;
    DehydratedState state = Untrusted.state(dehydratedState, env.values);
    if (state == null) {
      return;
    }
    HydrateOptions ofClient = client.getDefaultOptions().hydrate;
    HydrateOptions ofCall = options == null ? null : options.defaultOptions;
    Convert deserialize = ofCall != null && ofCall.deserializeData != null ? ofCall.deserializeData
        : ofClient != null ? ofClient.deserializeData : null;
    Seq<DehydratedMutation> mutations = state.mutations == null ? new Seq<>() : state.mutations;
    Seq<Mutation> restored = new Seq<>();
    for (int i = 0; i < mutations.size(); i++) {
      DehydratedMutation mutation = mutations.get(i);
      MutationOptions own = new MutationOptions();
      if (mutation.mutationKey != null) {
        own.mutationKey = mutation.mutationKey;
      }
      if (mutation.meta != null) {
        own.meta = mutation.meta;
      }
      if (mutation.scope != null) {
        own.scope = mutation.scope;
      }
      restored.add(client.getMutationCache().build(client, Records.merge(new MutationOptions(),
          ofClient == null ? null : ofClient.mutations, ofCall == null ? null : ofCall.mutations, own), mutation.state));
    }
    Seq<DehydratedQuery> queries = state.queries == null ? new Seq<>() : state.queries;
    for (int i = 0; i < queries.size(); i++) {
      hydrateQuery(client, queries.get(i), deserialize,
          Records.merge(new QueryOptions(), ofClient == null ? null : ofClient.queries,
              ofCall == null ? null : ofCall.queries, null));
    }
    for (int i = 0; i < restored.size(); i++) {
      restored.get(i).restore();
    }
  }

  private static void hydrateQuery(
      QueryClient client, DehydratedQuery written, Convert deserialize, QueryOptions defaults) {
    Environment env = client.environment;
    Values values = env.values;
    Object[] early = {values.undefined()};
    boolean settled = written.promise != null && Settled.now(written.promise, early);
    Object raw = values.isUndefined(written.state.data) ? early[0] : written.state.data;
    Object data = values.isUndefined(raw) || deserialize == null ? raw : deserialize.convert(raw);
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
      QueryOptions options = Records.merge(new QueryOptions(), defaults, null, null);
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
      if (!(arrived && !wasFetching)) {
        next.fetchStatus = query.confirmed().fetchStatus;
      } else {
        next.fetchStatus = "idle";
      }
      takeIn(query, next);
    }
    if (written.promise != null && !settled && !wasPending && !wasFetching && isNewer(written, query, true)) {
      FetchOptions fetch = new FetchOptions();
      fetch.initialPromise = env.deferreds.resolve(written.promise)
          .then(value -> deserialize == null ? value : deserialize.convert(value), null);
      query.fetch(null, fetch).then(null, Quiet.ERROR);
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
    if (mutation.options.scope != null) {
      dehydrated.scope = mutation.options.scope;
    }
    if (mutation.options.meta != null) {
      dehydrated.meta = mutation.options.meta;
    }
    return dehydrated;
  }

  private static Thenable<Object> promise(Query query, Convert serializeData, Decide shouldRedactErrors) {
    Environment env = query.world();
    Thenable<Object> promise = query.run.promise()
        .then(data -> serializeData == null ? data : serializeData.convert(data), null)
        .then(null, error -> {
          if (shouldRedactErrors != null && Options.isFalse(shouldRedactErrors.decide(error))) {
            return env.deferreds.reject(error);
          }
          if (Dev.on()) {
            env.errors.report("A query that was dehydrated as pending ended up rejecting. [" + query.queryHash + "]: "
                + error + "; The error will be redacted in production builds", null);
          }
          return env.deferreds.reject(env.errors.create("redacted"));
        });
    promise.then(null, Quiet.ERROR);
    return promise;
  }
}
