package dev.sanguine.query;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;
import dev.sanguine.env.Values;

/** The options that hold where a call says nothing else: the client's, those of a key's beginning, the call's, in turn. */
final class Defaults {
  DefaultOptions options;

  private final QueryClient client;
  private final Table<String, Entry> ofQueries = new Table<>();
  private final Table<String, Entry> ofMutations = new Table<>();

  private static final class Entry {
    final Object key;
    final Object options;

    Entry(Object key, Object options) {
      this.key = key;
      this.options = options;
    }
  }

  Defaults(QueryClient client, DefaultOptions options) {
    this.client = client;
    this.options = options != null ? options : new DefaultOptions();
  }

  boolean hasQueryDefaults() {
    return ofQueries.size() > 0;
  }

  void setQuery(Object key, QueryOptions options) {
    ofQueries.put(values().hashKey(key), new Entry(key, options));
  }

  void setMutation(Object key, MutationOptions options) {
    ofMutations.put(values().hashKey(key), new Entry(key, options));
  }

  QueryOptions ofQuery(Object key) {
    return (QueryOptions) gather(ofQueries, key, new QueryOptions());
  }

  MutationOptions ofMutation(Object key) {
    return (MutationOptions) gather(ofMutations, key, new MutationOptions());
  }

  QueryOptions query(QueryOptions call) {
    if (Options.isTrue(call._defaulted)) {
      return call;
    }
    QueryOptions result = Records.merge(new QueryOptions(), options.queries,
        hasQueryDefaults() ? client.getQueryDefaults(call.queryKey) : null, call);
    result._defaulted = true;
    if (result.queryHash == null || result.queryHash.isEmpty()) {
      result.queryHash = Options.hash(values(), result.queryKey, result);
    }
    if (values().isUndefined(result.refetchOnReconnect)) {
      result.refetchOnReconnect = !"always".equals(result.networkMode);
    }
    if (values().isUndefined(result.throwOnError)) {
      result.throwOnError = Options.truthy(values(), result.suspense);
    }
    if (result.networkMode == null && result.persister != null) {
      result.networkMode = "offlineFirst";
    }
    if (result.queryFn == SkipToken.TOKEN) {
      result.enabled = false;
    }
    return result;
  }

  /** The hash that a key has under the defaults. */
  String hash(Object key) {
    return ofQueries.size() == 0 && (options.queries == null || options.queries.queryKeyHashFn == null)
        ? values().hashKey(key)
        : query(QueryOptions.of(key)).queryHash;
  }

  MutationOptions mutation(MutationOptions call) {
    if (call != null && Options.isTrue(call._defaulted)) {
      return call;
    }
    MutationOptions ofKey = call != null && call.mutationKey != null ? client.getMutationDefaults(call.mutationKey) : null;
    MutationOptions result = Records.merge(new MutationOptions(), options.mutations, ofKey, call);
    result._defaulted = true;
    return result;
  }

  private Object gather(Table<String, Entry> entries, Object key, Object into) {
    Object result = into;
    Seq<Entry> all = entries.values();
    for (int i = 0; i < all.size(); i++) {
      if (values().partialMatchKey(key, all.get(i).key)) {
        result = Records.over(result, all.get(i).options);
      }
    }
    return result;
  }

  private Values values() {
    return client.environment.values;
  }
}
