package dev.sanguine.query;

import dev.sanguine.env.Development;
import dev.sanguine.env.Environment;
import dev.sanguine.env.Listener;
import dev.sanguine.env.Predicate;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Supply;
import dev.sanguine.env.Table;
import dev.sanguine.env.Task;
import dev.sanguine.env.Thenable;
import dev.sanguine.env.Values;
import dev.sanguine.law.IntentLog;
import dev.sanguine.law.RecordQueries;
import dev.sanguine.query.callbacks.Convert;
import dev.sanguine.query.options.CancelOptions;
import dev.sanguine.query.options.DefaultOptions;
import dev.sanguine.query.options.FetchOptions;
import dev.sanguine.query.options.MutationFilters;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryClientConfig;
import dev.sanguine.query.options.QueryFilters;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.options.SetDataOptions;
import dev.sanguine.query.options.SkipToken;
import dev.sanguine.query.pattern.HandWrites;
import dev.sanguine.query.state.PlainObjects;
import dev.sanguine.query.state.QueryState;
import jsinterop.annotations.JsConstructor;
import jsinterop.annotations.JsIgnore;
import jsinterop.annotations.JsOptional;
import jsinterop.annotations.JsType;

/**
 * The door of the cache: reads and writes data by key, fetches, invalidates, mutates. If filters are expected a bare
 * key may stand, which means every query whose key starts with it.
 */
@JsType
public class QueryClient {
  @JsIgnore
  public final Environment environment;
  /** One of those that {@link HandWrites} names. */
  @JsIgnore
  public final String onMutateWrites;
  /** All intents; null before the first. */
  @JsIgnore
  public IntentLog log;
  /** As the law sees it; null as long as {@link #log} is. */
  @JsIgnore
  public ClientLaw law;
  /** What holds requests back and sends several as one; null without the feature. */
  @JsIgnore
  public Pacing pacing;

  /** What it does about changes that others were faster than; null without that feature. */
  @JsIgnore
  public Conflicts conflicts;

  private final QueryCache queryCache;
  private final MutationCache mutationCache;
  /** The options that hold if those of a key's beginning and of the call, over them, say nothing else. */
  private DefaultOptions standard;
  /** By the hash of a key: the key, and its options; null while no key has any. */
  private Table<String, Seq<Object>> ofQueries;

  private Table<String, Seq<Object>> ofMutations;
  private double mounts;
  private double ticks;
  private Task stop;

  @JsConstructor
  public QueryClient(@JsOptional QueryClientConfig config) {
    QueryClientConfig c = config != null ? config : new QueryClientConfig();
    environment = c.environment != null ? c.environment : Environment.standard();
    standard = c.defaultOptions != null ? c.defaultOptions : new DefaultOptions();
    queryCache = c.queryCache != null ? c.queryCache : new QueryCache(null);
    mutationCache = c.mutationCache != null ? c.mutationCache : new MutationCache(null);
    queryCache.env = environment;
    mutationCache.env = environment;
    onMutateWrites = OwnOptions.onMutateWrites(c, environment);
    if (c.features != null) {
      c.features.each(feature -> feature.install(this));
    }
  }

  /** Begins to follow focus and network; counted, so that each mount wants its unmount. */
  public void mount() {
    if (++mounts == 1) {
      Task stopFocus = environment.focus.subscribe(resumeThen(() -> queryCache.onFocus()));
      Task stopOnline = environment.online.subscribe(resumeThen(() -> queryCache.onOnline()));
      stop = () -> {
        stopFocus.run();
        stopOnline.run();
      };
    }
  }

  private Listener<Object> resumeThen(Task wake) {
    return back -> {
      if (values().isTruthy(back)) {
        resumePausedMutations().done(resumed -> wake.run());
      }
    };
  }

  public void unmount() {
    if (--mounts == 0) {
      stop.run();
    }
  }

  /** How many of the queries are fetching. */
  public int isFetching(@JsOptional Object filters) {
    QueryFilters fetching = PlainObjects.copy(filters(filters));
    fetching.fetchStatus = "fetching";
    return queryCache.findAll(fetching).size();
  }

  /** How many of the mutations are pending. */
  public int isMutating(@JsOptional MutationFilters filters) {
    MutationFilters pending = PlainObjects.copy(filters);
    pending.status = "pending";
    return mutationCache.findAll(pending).size();
  }

  /** The data of exactly this key; undefined if there is none. */
  public Object getQueryData(Object queryKey) {
    Query query = find(queryKey);
    return query == null ? values().undefined() : read(query);
  }

  private Object read(Query query) {
    queryCache.handWrites.doAgain();
    Object data = query.current().data;
    queryCache.handWrites.noteRead(query, data);
    return data;
  }

  /** The cached data, or what a fetch brings. */
  public Thenable<Object> ensureQueryData(QueryOptions options) {
    QueryOptions defaulted = defaultQueryOptions(options);
    Object cached = queryCache.build(this, defaulted, null).current().data;
    if (values().isUndefined(cached)) {
      return fetchQuery(options);
    }
    if (values().isTruthy(options.revalidateIfStale)) {
      prefetchQuery(defaulted);
    }
    return environment.deferreds.resolve(cached);
  }

  /** Pairs of key and data. */
  public Seq<Seq<Object>> getQueriesData(Object filters) {
    return queryCache.findAll(filters).map(query -> Seq.of(query.queryKey, read(query)));
  }

  /**
   * Writes data by hand; an updater (a function) is given the confirmed value. Undefined changes nothing.
   *
   * @return what the query shows then
   */
  public Object setQueryData(
      Object queryKey, Object dataOrUpdater, @JsOptional SetDataOptions options) {
    return queryCache.handWrites.set(this, queryKey, dataOrUpdater, options);
  }

  /** Writes the data of every query that the filters mean; pairs of key and data. */
  @SuppressWarnings("unchecked")
  public Seq<Seq<Object>> setQueriesData(
      Object filters, Object dataOrUpdater, @JsOptional SetDataOptions options) {
    return (Seq<Seq<Object>>) environment.notify.batch(() -> queryCache
        .findAll(filters)
        .map(
            query -> Seq.of(query.queryKey, setQueryData(query.queryKey, dataOrUpdater, options))));
  }

  public QueryState getQueryState(Object queryKey) {
    Query query = find(queryKey);
    return query == null ? Options.<QueryState>absent(values()) : query.current();
  }

  public void removeQueries(@JsOptional Object filters) {
    queryCache.removeAll(queryCache.findAll(filters));
  }

  /** Back to the first state; what is observed is fetched again. */
  public Thenable<Object> resetQueries(
      @JsOptional Object filters, @JsOptional FetchOptions options) {
    return batch(() -> {
      Seq<Query> found = queryCache.findAll(filters);
      found.each(Query::reset);
      return refetch(
          found.filter(query -> queryCache.get(query.queryHash) == query && query.isActive()),
          options);
    });
  }

  /** Cancels fetches; queries go back to the state before them unless {@code revert} is false. */
  public Thenable<Object> cancelQueries(
      @JsOptional Object filters, @JsOptional CancelOptions options) {
    CancelOptions revert = new CancelOptions();
    revert.revert = true;
    CancelOptions defaulted = PlainObjects.over(revert, options);
    return queryCache.handWrites.callers.awaited(
        batch(() -> Promises.whenSettled(environment.deferreds.all(
            queryCache.findAll(filters).map(query -> query.cancel(defaulted))))));
  }

  /** Marks queries stale and fetches those that {@code refetchType} says: the active ones, by default. */
  public Thenable<Object> invalidateQueries(
      @JsOptional Object filters, @JsOptional FetchOptions options) {
    QueryFilters refetch = PlainObjects.copy(filters(filters));
    return batch(() -> {
      queryCache.findAll(refetch).each(Query::invalidate);
      if ("none".equals(refetch.refetchType)) {
        return environment.deferreds.resolve(values().undefined());
      }
      refetch.type = refetch.refetchType != null
          ? refetch.refetchType
          : refetch.type != null ? refetch.type : "active";
      return refetchQueries(refetch, options);
    });
  }

  public Thenable<Object> refetchQueries(
      @JsOptional Object filters, @JsOptional FetchOptions options) {
    return refetch(queryCache.findAll(filters), options);
  }

  private Thenable<Object> refetch(Seq<Query> queries, FetchOptions options) {
    FetchOptions fetch = Options.replacing(options);
    return batch(() -> environment
        .deferreds
        .all(queries.filter(query -> !query.isDisabled() && !query.isStatic()).map(query -> {
          Thenable<Object> promise = query.fetch(null, fetch);
          boolean paused = query.current().fetchStatus.equals("paused");
          if (paused || !values().isTruthy(fetch.throwOnError)) {
            promise = promise.otherwise(Promises.IGNORE);
          }
          return paused ? null : promise;
        }))
        .done(Promises.IGNORE));
  }

  /** The data, from the cache while it is fresh, through {@code select} if that is given. */
  public Thenable<Object> query(QueryOptions options) {
    return environment.deferreds.create((resolve, reject) -> {
      QueryOptions defaulted = triedOnce(options);
      Query query = queryCache.build(this, defaulted, null);
      // Read here: inlined into the function below, the compiler reads it before its declaration.
      Convert select = defaulted.select;
      Listener<Object> give = data ->
          environment.errors.guard(() -> resolve.on(Options.converted(select, data)), reject);
      if (query.isStaleByTime(Options.valueFor(defaulted.staleTime, query))) {
        query.fetch(defaulted, null).done(give, reject);
      } else {
        give.on(query.current().data);
      }
    });
  }

  /** The options, without retries unless they say some. */
  private QueryOptions triedOnce(QueryOptions options) {
    QueryOptions defaulted = defaultQueryOptions(options);
    if (values().isUndefined(defaulted.retry)) {
      defaulted.retry = false;
    }
    return defaulted;
  }

  public Thenable<Object> fetchQuery(QueryOptions options) {
    QueryOptions defaulted = triedOnce(options);
    Query query = queryCache.build(this, defaulted, null);
    return query.isStaleByTime(Options.valueFor(defaulted.staleTime, query))
        ? query.fetch(defaulted, null)
        : environment.deferreds.resolve(query.current().data);
  }

  /** Fetches; never rejects. */
  public Thenable<Object> prefetchQuery(QueryOptions options) {
    return Promises.whenSettled(fetchQuery(options));
  }

  public Thenable<Object> infiniteQuery(QueryOptions options) {
    return query(Options.infinite(options));
  }

  public Thenable<Object> fetchInfiniteQuery(QueryOptions options) {
    return fetchQuery(Options.infinite(options));
  }

  public Thenable<Object> prefetchInfiniteQuery(QueryOptions options) {
    return Promises.whenSettled(fetchInfiniteQuery(options));
  }

  public Thenable<Object> ensureInfiniteQueryData(QueryOptions options) {
    return ensureQueryData(Options.infinite(options));
  }

  /** Runs a mutation without an observer; rejects with the final error, after its change was taken back. */
  @JsIgnore
  public Thenable<Object> mutate(MutationOptions options, Object variables) {
    return mutationCache.build(this, options, null).execute(variables);
  }

  public Thenable<Object> resumePausedMutations() {
    return environment.online.isOnline()
        ? mutationCache.resumePausedMutations()
        : environment.deferreds.resolve(values().undefined());
  }

  public QueryCache getQueryCache() {
    return queryCache;
  }

  public MutationCache getMutationCache() {
    return mutationCache;
  }

  public void clear() {
    queryCache.clear();
    mutationCache.clear();
    queryCache.handWrites.clear();
    if (log != null) {
      log.clear();
    }
  }

  public DefaultOptions getDefaultOptions() {
    return standard;
  }

  public void setDefaultOptions(DefaultOptions options) {
    standard = options;
  }

  /** Options for every query whose key starts with this one. */
  public void setQueryDefaults(Object queryKey, QueryOptions options) {
    OwnOptions.checkRecords(this, queryKey, options);
    if (ofQueries == null) {
      ofQueries = new Table<>();
    }
    ofQueries.put(values().hashKey(queryKey), Seq.of(queryKey, options));
  }

  public QueryOptions getQueryDefaults(Object queryKey) {
    return gathered(new QueryOptions(), ofQueries, queryKey);
  }

  /** Null if no key has defaults: every query keeps what it is given. */
  QueryOptions defaultsOf(Object queryKey) {
    return ofQueries != null ? getQueryDefaults(queryKey) : null;
  }

  /** Options for every mutation whose key starts with this one. */
  public void setMutationDefaults(Object mutationKey, MutationOptions options) {
    if (ofMutations == null) {
      ofMutations = new Table<>();
    }
    ofMutations.put(values().hashKey(mutationKey), Seq.of(mutationKey, options));
  }

  /** True if the defaults of some key pass the test. */
  @JsIgnore
  public boolean hasQueryDefaults(Predicate<QueryOptions> test) {
    return ofQueries != null
        && ofQueries.values().some(entry -> test.test((QueryOptions) entry.get(1)));
  }

  public MutationOptions getMutationDefaults(Object mutationKey) {
    return gathered(new MutationOptions(), ofMutations, mutationKey);
  }

  public QueryOptions defaultQueryOptions(QueryOptions options) {
    if (values().isTruthy(options._defaulted)) {
      return filed(options);
    }
    QueryOptions ofKey = defaultsOf(queryCache.named(options.queryKey));
    QueryOptions result = PlainObjects.merge(new QueryOptions(), standard.queries, ofKey, options);
    result._defaulted = true;
    result.queryKey = queryCache.named(result.queryKey);
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
    MutationOptions ofKey = ofMutations == null || options == null || options.mutationKey == null
        ? null
        : getMutationDefaults(options.mutationKey);
    MutationOptions result =
        PlainObjects.merge(new MutationOptions(), standard.mutations, ofKey, options);
    result._defaulted = true;
    return result;
  }

  private <T> T gathered(T into, Table<String, Seq<Object>> defaults, Object key) {
    if (defaults != null) {
      defaults.each(entry -> {
        if (values().partialMatchKey(key, entry.get(0))) {
          PlainObjects.assign(into, entry.get(1));
        }
      });
    }
    return into;
  }

  /** The options under the key that their query is filed under; they themselves if that is theirs. */
  @JsIgnore
  public QueryOptions filed(QueryOptions options) {
    Object queryKey = queryCache.named(options.queryKey);
    if (values().same(queryKey, options.queryKey)) {
      return options;
    }
    QueryOptions filed = PlainObjects.copy(options);
    filed.queryKey = queryKey;
    filed.queryHash = Options.hash(values(), queryKey, options);
    return filed;
  }

  /** The hash that a key has under the defaults. */
  @JsIgnore
  public String hash(Object queryKey) {
    Object key = queryCache.named(queryKey);
    return ofQueries == null
            && (standard.queries == null || standard.queries.queryKeyHashFn == null)
        ? values().hashKey(key)
        : defaultQueryOptions(QueryOptions.of(key)).queryHash;
  }

  /**
   * The server has told of a record without being asked: every query that shows the record, or has to by what the record is
   * now, is brought up to date. Changes that are pending stay over it. A client without the feature records refuses it.
   *
   * @param record the record as the server has it; if its version is older than what is there, it changes nothing
   */
  public void receive(String type, Object record) {
    records().receive(type, record);
  }

  /** The server has told that it has the record no more: it leaves every list. Needs the feature {@code records}. */
  public void receiveRemoval(String type, Object id) {
    records().receiveRemoval(type, id);
  }

  private RecordQueries records() {
    if (log().records == null) {
      environment.errors.fail(environment.errors.create("receive: the client has no records"
          + Development.hint("; make it with the feature: features: [records]")));
    }
    return log.records;
  }

  /** The next of the numbers that say what came before what: larger than all before. */
  @JsIgnore
  public double tick() {
    return ++ticks;
  }

  /** The log, made if there is none yet. */
  @JsIgnore
  public IntentLog log() {
    if (log == null) {
      law = new ClientLaw(this);
      log = new IntentLog(law);
    }
    return log;
  }

  /** A key by which a server knows a request that it has had before. */
  @JsIgnore
  String newKey() {
    Environment env = environment;
    return env.draw() + "-" + env.draw() + "-" + env.draw() + "-" + env.draw();
  }

  /** The query of exactly this key; null (undefined) if there is none. */
  @JsIgnore
  public Query find(Object queryKey) {
    return queryCache.get(hash(queryKey));
  }

  private QueryFilters filters(Object filters) {
    return Options.filters(values(), filters);
  }

  @SuppressWarnings("unchecked")
  private Thenable<Object> batch(Supply body) {
    return (Thenable<Object>) environment.notify.batch(body);
  }

  private Values values() {
    return environment.values;
  }
}
