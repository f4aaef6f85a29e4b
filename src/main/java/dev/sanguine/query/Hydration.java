package dev.sanguine.query;

import dev.sanguine.env.Development;
import dev.sanguine.env.Environment;
import dev.sanguine.env.OrderedSet;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Thenable;
import dev.sanguine.env.Values;
import dev.sanguine.law.Intent;
import dev.sanguine.law.IntentState;
import dev.sanguine.query.callbacks.Convert;
import dev.sanguine.query.callbacks.Decide;
import dev.sanguine.query.callbacks.MutationPredicate;
import dev.sanguine.query.callbacks.QueryPredicate;
import dev.sanguine.query.fetching.SynchronousValue;
import dev.sanguine.query.options.DehydrateOptions;
import dev.sanguine.query.options.FetchSettings;
import dev.sanguine.query.options.HydrateOptions;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.MutationScope;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.state.Dehydrated;
import dev.sanguine.query.state.DehydratedMutation;
import dev.sanguine.query.state.DehydratedQuery;
import dev.sanguine.query.state.DehydratedState;
import dev.sanguine.query.state.MutationState;
import dev.sanguine.query.state.PlainObjects;
import dev.sanguine.query.state.QueryState;
import dev.sanguine.query.state.States;
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
  public static DehydratedState dehydrate(
      QueryClient client, @JsOptional DehydrateOptions options) {
    DehydrateOptions ofClient =
        PlainObjects.over(new DehydrateOptions(), client.getDefaultOptions().dehydrate);
    DehydrateOptions ofCall = PlainObjects.over(new DehydrateOptions(), options);
    QueryPredicate ofQuery = ofCall.shouldDehydrateQuery != null
        ? ofCall.shouldDehydrateQuery
        : ofClient.shouldDehydrateQuery;
    MutationPredicate ofMutation = ofCall.shouldDehydrateMutation != null
        ? ofCall.shouldDehydrateMutation
        : ofClient.shouldDehydrateMutation;
    Convert serialize =
        ofCall.serializeData != null ? ofCall.serializeData : ofClient.serializeData;
    Decide redact =
        ofCall.shouldRedactErrors != null ? ofCall.shouldRedactErrors : ofClient.shouldRedactErrors;
    Seq<Mutation> mutations = client
        .getMutationCache()
        .getAll()
        .filter(mutation -> ofMutation != null
            ? ofMutation.test(mutation)
            : defaultShouldDehydrateMutation(mutation))
        // The callbacks of one that is confirmed run still: it must not be sent again.
        .filter(mutation -> !mutation.isConfirmedInCallbacks() && !mutation.isForgotten());
    return Dehydrated.dehydrated(
        inOrderOfIssue(mutations).map(Hydration::dehydrateMutation),
        client
            .getQueryCache()
            .getAll()
            .filter(
                query -> ofQuery != null ? ofQuery.test(query) : defaultShouldDehydrateQuery(query))
            .map(query -> dehydrateQuery(query, serialize, redact)));
  }

  /** The mutations, with those whose changes are pending in the order of these: one that was sent again was issued anew. */
  private static Seq<Mutation> inOrderOfIssue(Seq<Mutation> mutations) {
    Seq<Mutation> inOrder = mutations.filter(Hydration::hasPendingChanges);
    inOrder.sort((a, b) -> issuedAt(a) - issuedAt(b));
    return mutations.map(mutation -> hasPendingChanges(mutation) ? inOrder.removeAt(0) : mutation);
  }

  private static double issuedAt(Mutation mutation) {
    return mutation.intent().changes.get(0).serial;
  }

  private static boolean hasPendingChanges(Mutation mutation) {
    Intent intent = mutation.intent();
    return intent != null && intent.isPending() && intent.changes.size() > 0;
  }

  private static DehydratedMutation dehydrateMutation(Mutation mutation) {
    DehydratedMutation written =
        Dehydrated.dehydrated(mutation.options, mutation.settledState(), mutation.idempotencyKey());
    if (written.scope != null) {
      // Told by the variables, it is a function, which cannot be written down.
      MutationScope scope = new MutationScope();
      scope.id = MutationCache.idOfScope(mutation);
      written.scope = scope;
    }
    Seq<String> awaits = mutation.awaitedIds();
    if (awaits.size() > 0) {
      written.awaits = mutation.environment().values.listOf(awaits.map(id -> id));
    }
    Seq<Object> mayBeIn =
        mutation.intent() == null ? new Seq<>() : mutation.intent().mayBeIn();
    if (mayBeIn.size() > 0) {
      written.mayBeIn = mutation.environment().values.listOf(mayBeIn);
    }
    boolean isUnknown = mutation.intent() != null && mutation.intent().state == IntentState.UNKNOWN;
    if (isUnknown
        || mutation.intent() != null && mutation.attempts() > 0 && attemptsOf(written.state) == 0) {
      written.outcome = "unknown";
    }
    if (mutation.client.conflicts != null) {
      mutation.client.conflicts.write(mutation, written);
    }
    return written;
  }

  /** How often the change was sent, as far as its state tells: one that is sent again by a person begins anew. */
  private static int attemptsOf(MutationState state) {
    return state.failureCount + (state.status.equals("pending") && !state.isPaused ? 1 : 0);
  }

  public static DehydratedQuery dehydrateQuery(
      Query query, @JsOptional Convert serializeData, @JsOptional Decide shouldRedactErrors) {
    QueryState state = States.copy(query.confirmed());
    // Who takes it in does not have what was sent, and would not ask for it while the value counts
    // as fresh.
    state.isInvalidated |= query.gate() != null && query.gate().lacksWhatWasSent()
        || query.run != null && query.run.isResync;
    if (!query.lacksData()) {
      state.data = Options.converted(serializeData, state.data);
    }
    return Dehydrated.dehydrated(
        query,
        query.environment().clock.now(),
        state,
        state.status.equals("pending") && query.run != null
            ? promise(query, serializeData, shouldRedactErrors)
            : null);
  }

  /** Takes a dehydrated state in; what the cache already knows newer stays. What is no state is passed over. */
  public static void hydrate(
      QueryClient client, Object dehydratedState, @JsOptional HydrateOptions options) {
    DehydratedState state = DehydratedStateReader.state(dehydratedState, client.environment.values);
    HydrateOptions ofClient = PlainObjects.copy(client.getDefaultOptions().hydrate);
    HydrateOptions ofCall = PlainObjects.copy(
        options == null
            ? Options.<HydrateOptions>absent(client.environment.values)
            : options.defaultOptions);
    Convert deserialize =
        ofCall.deserializeData != null ? ofCall.deserializeData : ofClient.deserializeData;
    MutationCache mutations = client.getMutationCache();
    Seq<DehydratedMutation> restored = new Seq<>();
    Seq<Mutation> built = new Seq<>();
    OrderedSet<String> taken = new OrderedSet<>();
    if (state.mutations.size() > 0) {
      mutations.getAll().each(mutation -> taken.add(mutation.idempotencyKey()));
    }
    state.mutations.each(written -> {
      String key = written.idempotencyKey;
      // Taken in once more it is the same change.
      if (key == null || !taken.has(key)) {
        if (key != null) {
          taken.add(key);
        }
        MutationOptions own = Dehydrated.optionsOf(written);
        Mutation mutation = mutations.build(
            client,
            ofClient.mutations == null && ofCall.mutations == null
                ? own
                : PlainObjects.merge(
                    new MutationOptions(), ofClient.mutations, ofCall.mutations, own),
            written.state);
        if (key != null) {
          mutation.asOwner().idempotencyKey = key;
        }
        int attempts =
            Math.max(attemptsOf(written.state), "unknown".equals(written.outcome) ? 1 : 0);
        if (attempts > 0) {
          mutation.asOwner().attempts = attempts;
        }
        if (written.awaits != null) {
          mutation.expectIds(client.environment.values.items(written.awaits));
        }
        restored.add(written);
        built.add(mutation);
      }
    });
    QueryOptions defaults =
        PlainObjects.merge(new QueryOptions(), ofClient.queries, ofCall.queries, null);
    QueryCache queries = client.getQueryCache();
    Seq<?> writtenQueries = state.queries;
    writtenQueries.each(entry -> {
      // Most of what a page brings with each navigation is there: asked for here, and nothing else
      // is done about it.
      if (DehydratedStateReader.isQuery(entry)
          && !(deserialize == null && isThere((DehydratedQuery) entry, queries))) {
        hydrateQuery(client, (DehydratedQuery) entry, deserialize, defaults);
      }
    });
    for (int i = 0; i < built.size(); i++) {
      DehydratedMutation written = restored.get(i);
      built
          .get(i)
          .restore(
              "unknown".equals(written.outcome), client.environment.values.items(written.mayBeIn));
      if (client.conflicts != null) {
        client.conflicts.read(built.get(i), written);
      }
    }
    built.each(Mutation::failIfOrphaned);
  }

  /** Whether the cache has the query already, with data that is as new, and nothing more is to come. */
  private static boolean isThere(DehydratedQuery written, QueryCache queries) {
    Query query = queries.get(written.queryHash);
    return query != null
        && written.promise == null
        && !(written.state.dataUpdatedAt > query.confirmed().dataUpdatedAt);
  }

  private static void hydrateQuery(
      QueryClient client, DehydratedQuery written, Convert deserialize, QueryOptions defaults) {
    Environment env = client.environment;
    Values values = env.values;
    QueryState state = written.state;
    Object data = state.data;
    boolean settled = false;
    if (written.promise != null) {
      Seq<Object> early = SynchronousValue.getNow(written.promise);
      settled = early.size() > 0 && !values.isUndefined(early.get(0));
      data = settled && values.isUndefined(data) ? early.get(0) : data;
    }
    if (!values.isUndefined(data)) {
      data = Options.converted(deserialize, data);
    }
    double writtenAt = Options.number(written.dehydratedAt, Double.NaN);
    Query query = client.getQueryCache().get(written.queryHash);
    QueryState known = query == null ? States.queryState() : query.confirmed();
    boolean busy = query != null && known.status.equals("pending");
    boolean fetching = known.fetchStatus.equals("fetching");
    if (query == null) {
      QueryState next = filled(States.whole(state, known), written, data, false, values);
      next.fetchStatus = "idle";
      query = client.getQueryCache().build(client, Dehydrated.optionsOf(defaults, written), next);
      if (query.gate() != null) {
        // Intents were waiting for this query: what it comes with may hold them already.
        query.folded.rebase(known);
        UnaskedValues.takeUnlessOlder(query, next);
      }
    } else if (state.dataUpdatedAt > known.dataUpdatedAt
        || settled && writtenAt > known.dataUpdatedAt) {
      UnaskedValues.takeUnlessOlder(
          query, filled(States.withoutFetch(state, known), written, data, fetching, values));
    }
    // A state that does not say when it was written counts as older.
    if (written.promise != null
        && !settled
        && !busy
        && !fetching
        && writtenAt > query.confirmed().dataUpdatedAt) {
      query
          .fetch(
              null,
              FetchSettings.initial(env.deferreds
                  .resolve(written.promise)
                  .then(value -> Options.converted(deserialize, value))))
          .otherwise(Promises.IGNORE);
    }
  }

  /** The state with the data; a query that was pending when it was written down has arrived, if there is any. */
  private static QueryState filled(
      QueryState next, DehydratedQuery written, Object data, boolean fetching, Values values) {
    boolean arrived = written.state.status.equals("pending") && !values.isUndefined(data);
    next.data = data;
    if (arrived) {
      next.status = "success";
      next.dataUpdatedAt = Options.number(written.dehydratedAt, 0);
    }
    if (arrived && !fetching) {
      next.fetchStatus = "idle";
    }
    return next;
  }

  private static Thenable<Object> promise(
      Query query, Convert serializeData, Decide shouldRedactErrors) {
    Environment env = query.environment();
    Thenable<Object> promise = query
        .run
        .promise
        .then(data -> Options.converted(serializeData, data))
        .then(null, error -> {
          if (shouldRedactErrors != null && Options.isFalse(shouldRedactErrors.decide(error))) {
            return env.deferreds.reject(error);
          }
          if (Development.on()) {
            env.errors.report(
                "A query that was dehydrated as pending ended up rejecting. [" + query.queryHash
                    + "]: " + error + "; The error will be redacted in production builds");
          }
          return env.deferreds.reject(env.errors.create("redacted"));
        });
    promise.done(null, Promises.IGNORE);
    return promise;
  }
}
