package dev.sanguine.query;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;
import dev.sanguine.env.Values;
import jsinterop.annotations.JsConstructor;
import jsinterop.annotations.JsIgnore;
import jsinterop.annotations.JsOptional;
import jsinterop.annotations.JsType;

/** The options that hold where a call says nothing else: the client's, those of a key's beginning, the call's, in turn. */
@JsType
public abstract class Defaults {
  @JsIgnore public final Environment environment;

  private DefaultOptions standard;
  /** By the hash of a key: the key, and its options. */
  private final Table<String, Seq<Object>> ofQueries = new Table<>();
  private final Table<String, Seq<Object>> ofMutations = new Table<>();

  @JsConstructor
  protected Defaults(Environment environment, DefaultOptions standard) {
    this.environment = environment;
    this.standard = standard != null ? standard : new DefaultOptions();
  }

  public DefaultOptions getDefaultOptions() {
    return standard;
  }

  public void setDefaultOptions(DefaultOptions options) {
    standard = options;
  }

  /** Options for every query whose key starts with this one. */
  public void setQueryDefaults(Object queryKey, QueryOptions options) {
    ofQueries.put(values().hashKey(queryKey), Seq.of(queryKey, options));
  }

  public QueryOptions getQueryDefaults(Object queryKey) {
    return Records.gather(new QueryOptions(), of(ofQueries, queryKey));
  }

  /** Options for every mutation whose key starts with this one. */
  public void setMutationDefaults(Object mutationKey, MutationOptions options) {
    ofMutations.put(values().hashKey(mutationKey), Seq.of(mutationKey, options));
  }

  public MutationOptions getMutationDefaults(Object mutationKey) {
    return Records.gather(new MutationOptions(), of(ofMutations, mutationKey));
  }

  public QueryOptions defaultQueryOptions(QueryOptions options) {
    if (values().isTruthy(options._defaulted)) {
      return options;
    }
    QueryOptions result =
        Records.merge(new QueryOptions(), standard.queries, defaultsOf(options.queryKey), options);
    result._defaulted = true;
    if (!values().isTruthy(result.queryHash)) {
      result.queryHash = Options.hash(values(), result.queryKey, result);
    }
    if (values().isUndefined(result.refetchOnReconnect)) {
      result.refetchOnReconnect = !"always".equals(result.networkMode);
    }
    if (values().isUndefined(result.throwOnError)) {
      result.throwOnError = values().isTruthy(result.suspense);
    }
    if (result.networkMode == null && result.persister != null) {
      result.networkMode = "offlineFirst";
    }
    if (values().same(result.queryFn, SkipToken.TOKEN)) {
      result.enabled = false;
    }
    return result;
  }

  public MutationOptions defaultMutationOptions(@JsOptional MutationOptions options) {
    if (options != null && values().isTruthy(options._defaulted)) {
      return options;
    }
    MutationOptions ofKey =
        options == null || options.mutationKey == null ? null : getMutationDefaults(options.mutationKey);
    MutationOptions result = Records.merge(new MutationOptions(), standard.mutations, ofKey, options);
    result._defaulted = true;
    return result;
  }

  /** The defaults of a key for a query that is built, null where none are set. */
  @JsIgnore
  QueryOptions defaultsOf(Object queryKey) {
    return ofQueries.size() > 0 ? getQueryDefaults(queryKey) : null;
  }

  /** The hash that a key has under the defaults. */
  @JsIgnore
  String hash(Object key) {
    return ofQueries.size() == 0 && (standard.queries == null || standard.queries.queryKeyHashFn == null)
        ? values().hashKey(key)
        : defaultQueryOptions(QueryOptions.of(key)).queryHash;
  }

  private Seq<Object> of(Table<String, Seq<Object>> entries, Object key) {
    return entries.values().filter(entry -> values().partialMatchKey(key, entry.get(0))).map(entry -> entry.get(1));
  }

  private Values values() {
    return environment.values;
  }
}
