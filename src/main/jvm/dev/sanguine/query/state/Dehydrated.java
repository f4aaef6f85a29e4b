package dev.sanguine.query.state;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Thenable;
import dev.sanguine.query.Query;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryOptions;

/** What is written down of queries and mutations, and what it says when it is read again. */
public final class Dehydrated {
  private Dehydrated() {}

  public static DehydratedState dehydrated(
      Seq<DehydratedMutation> mutations, Seq<DehydratedQuery> queries) {
    DehydratedState dehydrated = new DehydratedState();
    dehydrated.mutations = mutations;
    dehydrated.queries = queries;
    return dehydrated;
  }

  public static DehydratedMutation dehydrated(
      MutationOptions options, MutationState state, String idempotencyKey) {
    DehydratedMutation dehydrated = new DehydratedMutation();
    dehydrated.mutationKey = options.mutationKey;
    dehydrated.state = state;
    dehydrated.scope = options.scope;
    dehydrated.meta = options.meta;
    dehydrated.idempotencyKey = idempotencyKey;
    return dehydrated;
  }

  public static DehydratedQuery dehydrated(
      Query query, double now, QueryState state, Thenable<Object> promise) {
    DehydratedQuery dehydrated = new DehydratedQuery();
    dehydrated.dehydratedAt = now;
    dehydrated.state = state;
    dehydrated.queryKey = query.queryKey;
    dehydrated.queryHash = query.queryHash;
    dehydrated.meta = query.getMeta();
    dehydrated.queryType = query.queryType;
    dehydrated.promise = promise;
    return dehydrated;
  }

  /** The options of a mutation that was written down. */
  public static MutationOptions optionsOf(DehydratedMutation written) {
    MutationOptions options = new MutationOptions();
    options.mutationKey = written.mutationKey;
    options.meta = written.meta;
    options.scope = written.scope;
    return options;
  }

  /** The options of a query that was written down. */
  public static QueryOptions optionsOf(QueryOptions defaults, DehydratedQuery written) {
    QueryOptions options = PlainObjects.over(new QueryOptions(), defaults);
    options.queryKey = written.queryKey;
    options.queryHash = written.queryHash;
    options.meta = written.meta;
    options._type = written.queryType;
    return options;
  }
}
