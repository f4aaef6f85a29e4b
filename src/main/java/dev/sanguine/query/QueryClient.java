package dev.sanguine.query;

import dev.sanguine.env.Bag;
import dev.sanguine.env.Environment;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Supply;
import dev.sanguine.env.Task;
import dev.sanguine.env.Then;
import dev.sanguine.env.Thenable;
import dev.sanguine.env.Values;
import jsinterop.annotations.JsConstructor;
import jsinterop.annotations.JsIgnore;
import jsinterop.annotations.JsOptional;
import jsinterop.annotations.JsType;

/**
 * The door of the cache: reads and writes data by key, fetches, invalidates, mutates. Where filters are expected a bare
 * key may stand, which means every query whose key starts with it.
 */
@JsType
public class QueryClient {
  @JsIgnore public final Environment environment;

  final IntentLog log;
  private final QueryCache queryCache;
  private final MutationCache mutationCache;
  private final Defaults defaults;
  private int mounts;
  private Task stopFocus;
  private Task stopOnline;

  @JsConstructor
  public QueryClient(@JsOptional QueryClientConfig config) {
    QueryClientConfig c = config != null ? config : new QueryClientConfig();
    environment = c.environment != null ? c.environment : Environment.standard();
    queryCache = c.queryCache != null ? c.queryCache : new QueryCache(null);
    mutationCache = c.mutationCache != null ? c.mutationCache : new MutationCache(null);
    queryCache.live(environment);
    mutationCache.live(environment);
    defaults = new Defaults(environment.values, c.defaultOptions);
    log = new IntentLog(this);
  }

  /** Begins to follow focus and network; counted, so that each mount wants its unmount. */
  public void mount() {
    if (++mounts != 1) {
      return;
    }
    stopFocus = environment.focus.subscribe(focused -> {
      if (Options.isTrue(focused)) {
        resumePausedMutations().then(done -> {
          queryCache.onFocus();
          return null;
        }, null);
      }
    });
    stopOnline = environment.online.subscribe(online -> {
      if (Options.isTrue(online)) {
        resumePausedMutations().then(done -> {
          queryCache.onOnline();
          return null;
        }, null);
      }
    });
  }

  public void unmount() {
    if (--mounts == 0) {
      stopFocus.run();
      stopOnline.run();
    }
  }

  /** How many of the queries are fetching. */
  public int isFetching(@JsOptional Object filters) {
    QueryFilters fetching = Records.merge(new QueryFilters(), filters(filters), null, null);
    fetching.fetchStatus = "fetching";
    return queryCache.findAll(fetching).size();
  }

  /** How many of the mutations are pending. */
  public int isMutating(@JsOptional MutationFilters filters) {
    MutationFilters pending = Records.merge(new MutationFilters(), filters, null, null);
    pending.status = "pending";
    return mutationCache.findAll(pending).size();
  }

  /** The data of exactly this key; undefined where there is none. */
  public Object getQueryData(Object queryKey) {
    Query query = find(queryKey);
    return query == null ? values().undefined() : query.getState().data;
  }

  /** The cached data, or what a fetch brings. */
  public Thenable<Object> ensureQueryData(QueryOptions options) {
    QueryOptions defaulted = defaultQueryOptions(options);
    Query query = queryCache.build(this, defaulted, null);
    Object cached = query.getState().data;
    if (values().isUndefined(cached)) {
      return fetchQuery(options);
    }
    if (Options.truthy(values(), options.revalidateIfStale)
        && query.isStaleByTime(Options.of(defaulted.staleTime, query))) {
      prefetchQuery(defaulted);
    }
    return environment.deferreds.resolve(cached);
  }

  /** Pairs of key and data. */
  public Seq<Seq<Object>> getQueriesData(Object filters) {
    Seq<Query> found = queryCache.findAll(filters);
    Seq<Seq<Object>> pairs = new Seq<>();
    for (int i = 0; i < found.size(); i++) {
      pairs.add(Seq.of(found.get(i).queryKey, found.get(i).getState().data));
    }
    return pairs;
  }

  /**
   * Writes data by hand; an updater (a function) is given the confirmed value. Undefined changes nothing.
   *
   * @return what the query shows then
   */
  public Object setQueryData(Object queryKey, Object dataOrUpdater, @JsOptional SetDataOptions options) {
    QueryOptions defaulted = defaultQueryOptions(QueryOptions.of(queryKey));
    Query query = queryCache.get(defaulted.queryHash);
    Object data = dataOrUpdater;
    if (values().isFunction(dataOrUpdater)) {
      data = ((Updater) dataOrUpdater).update(query == null ? values().undefined() : query.confirmed().data);
    } else {
      // A view that is put back means the confirmed value under it.
      Views.Under under = log.views.of(data);
      if (under != null && query != null) {
        data = (query.fold == null ? new Fold(query) : query.fold).under(under);
      }
    }
    if (values().isUndefined(data)) {
      return values().undefined();
    }
    Query target = queryCache.build(this, defaulted, null);
    SetDataOptions set = new SetDataOptions();
    set.updatedAt = options == null ? values().undefined() : options.updatedAt;
    set.manual = true;
    Object kept = target.setData(data, set);
    return target.fold == null ? kept : target.getState().data;
  }

  /** Writes the data of every query that the filters mean; pairs of key and data. */
  public Seq<Seq<Object>> setQueriesData(Object filters, Object dataOrUpdater, @JsOptional SetDataOptions options) {
    Seq<Seq<Object>> pairs = new Seq<>();
    environment.notify.run(() -> {
      Seq<Query> found = queryCache.findAll(filters);
      for (int i = 0; i < found.size(); i++) {
        Object key = found.get(i).queryKey;
        pairs.add(Seq.of(key, setQueryData(key, dataOrUpdater, options)));
      }
    });
    return pairs;
  }

  public QueryState getQueryState(Object queryKey) {
    Query query = find(queryKey);
    return query == null ? Options.<QueryState>absent(values()) : query.getState();
  }

  public void removeQueries(@JsOptional Object filters) {
    environment.notify.run(() -> {
      Seq<Query> found = queryCache.findAll(filters);
      for (int i = 0; i < found.size(); i++) {
        queryCache.remove(found.get(i));
      }
    });
  }

  /** Back to the first state; what is observed is fetched again. */
  public Thenable<Object> resetQueries(@JsOptional Object filters, @JsOptional FetchOptions options) {
    return batch(() -> {
      Seq<Query> found = queryCache.findAll(filters);
      Bag<Query> again = new Bag<>();
      for (int i = 0; i < found.size(); i++) {
        again.add(found.get(i));
        found.get(i).reset();
      }
      QueryFilters active = new QueryFilters();
      active.type = "active";
      active.predicate = again::has;
      return refetchQueries(active, options);
    });
  }

  /** Cancels fetches; queries go back to the state before them unless {@code revert} is false. */
  public Thenable<Object> cancelQueries(@JsOptional Object filters, @JsOptional CancelOptions options) {
    CancelOptions revert = new CancelOptions();
    revert.revert = true;
    CancelOptions defaulted = Records.merge(revert, options, null, null);
    Seq<Object> settled = new Seq<>();
    environment.notify.run(() -> {
      Seq<Query> found = queryCache.findAll(filters);
      for (int i = 0; i < found.size(); i++) {
        settled.add(found.get(i).cancel(defaulted));
      }
    });
    return environment.deferreds.all(settled).then(nothing(), null).then(null, nothing());
  }

  /** Marks queries stale and fetches those that {@code refetchType} says: the active ones, by default. */
  public Thenable<Object> invalidateQueries(@JsOptional Object filters, @JsOptional FetchOptions options) {
    QueryFilters given = filters(filters);
    return batch(() -> {
      Seq<Query> found = queryCache.findAll(given);
      for (int i = 0; i < found.size(); i++) {
        found.get(i).invalidate();
      }
      if (given != null && "none".equals(given.refetchType)) {
        return environment.deferreds.resolve(values().undefined());
      }
      QueryFilters refetch = Records.merge(new QueryFilters(), given, null, null);
      refetch.type = refetch.refetchType != null ? refetch.refetchType : refetch.type != null ? refetch.type : "active";
      return refetchQueries(refetch, options);
    });
  }

  public Thenable<Object> refetchQueries(@JsOptional Object filters, @JsOptional FetchOptions options) {
    FetchOptions fetch = Records.merge(new FetchOptions(), options, null, null);
    if (values().isUndefined(fetch.cancelRefetch)) {
      fetch.cancelRefetch = true;
    }
    boolean throwing = Options.truthy(values(), fetch.throwOnError);
    Seq<Object> fetched = new Seq<>();
    environment.notify.run(() -> {
      Seq<Query> found = queryCache.findAll(filters);
      for (int i = 0; i < found.size(); i++) {
        Query query = found.get(i);
        if (!query.isDisabled() && !query.isStatic()) {
          Thenable<Object> promise = query.fetch(null, fetch);
          Thenable<Object> heard = throwing ? promise : promise.then(null, Quiet.ERROR);
          if (!query.getState().fetchStatus.equals("paused")) {
            fetched.add(heard);
          }
        }
      }
    });
    return environment.deferreds.all(fetched).then(nothing(), null);
  }

  /** The data, from the cache while it is fresh, through {@code select} where that is given. */
  public Thenable<Object> query(QueryOptions options) {
    return environment.deferreds.create((resolve, reject) -> {
      QueryOptions defaulted = withoutRetry(options);
      Query query = queryCache.build(this, defaulted, null);
      if (query.isStaleByTime(Options.of(defaulted.staleTime, query))) {
        resolve.on(query.fetch(defaulted, null).then(data -> selected(defaulted, data), null));
      } else {
        resolve.on(selected(defaulted, query.getState().data));
      }
    });
  }

  public Thenable<Object> fetchQuery(QueryOptions options) {
    QueryOptions defaulted = withoutRetry(options);
    Query query = queryCache.build(this, defaulted, null);
    return query.isStaleByTime(Options.of(defaulted.staleTime, query))
        ? query.fetch(defaulted, null)
        : environment.deferreds.resolve(query.getState().data);
  }

  /** Fetches; never rejects. */
  public Thenable<Object> prefetchQuery(QueryOptions options) {
    return fetchQuery(options).then(nothing(), null).then(null, nothing());
  }

  public Thenable<Object> infiniteQuery(QueryOptions options) {
    options._type = "infinite";
    return query(options);
  }

  public Thenable<Object> fetchInfiniteQuery(QueryOptions options) {
    options._type = "infinite";
    return fetchQuery(options);
  }

  public Thenable<Object> prefetchInfiniteQuery(QueryOptions options) {
    return fetchInfiniteQuery(options).then(nothing(), null).then(null, nothing());
  }

  public Thenable<Object> ensureInfiniteQueryData(QueryOptions options) {
    options._type = "infinite";
    return ensureQueryData(options);
  }

  /** Runs a mutation without an observer; rejects with the final error, after its change was taken back. */
  @JsIgnore
  public Thenable<Object> mutate(MutationOptions options, Object variables) {
    return mutationCache.build(this, options, null).execute(variables);
  }

  public Thenable<Object> resumePausedMutations() {
    return environment.online.isOnline() ? mutationCache.resumePausedMutations()
        : environment.deferreds.resolve(values().undefined());
  }

  public QueryCache getQueryCache() {
    return queryCache;
  }

  public MutationCache getMutationCache() {
    return mutationCache;
  }

  public DefaultOptions getDefaultOptions() {
    return defaults.options;
  }

  public void setDefaultOptions(DefaultOptions options) {
    defaults.options = options;
  }

  /** Options for every query whose key starts with this one. */
  public void setQueryDefaults(Object queryKey, QueryOptions options) {
    defaults.setQuery(queryKey, options);
  }

  public QueryOptions getQueryDefaults(Object queryKey) {
    return defaults.ofQuery(queryKey);
  }

  /** Options for every mutation whose key starts with this one. */
  public void setMutationDefaults(Object mutationKey, MutationOptions options) {
    defaults.setMutation(mutationKey, options);
  }

  public MutationOptions getMutationDefaults(Object mutationKey) {
    return defaults.ofMutation(mutationKey);
  }

  public QueryOptions defaultQueryOptions(QueryOptions options) {
    return defaults.query(this, options);
  }

  public MutationOptions defaultMutationOptions(@JsOptional MutationOptions options) {
    return defaults.mutation(this, options);
  }

  public void clear() {
    queryCache.clear();
    mutationCache.clear();
    log.clear();
  }

  /** The defaults of a key for a query that is built, null where none are set. */
  @JsIgnore
  QueryOptions defaultsOf(Object queryKey) {
    return defaults.hasQueryDefaults() ? getQueryDefaults(queryKey) : null;
  }

  /** A key by which a server knows a request that it has had before. */
  @JsIgnore
  String newKey() {
    StringBuilder key = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      int part = (int) Math.floor(environment.randomness.next() * 0x7fffffff);
      key.append(i == 0 ? "" : "-").append(Integer.toString(part, 36));
    }
    return key.toString();
  }

  @JsIgnore
  String hash(Object queryKey) {
    return defaults.hash(this, queryKey);
  }

  private Object selected(QueryOptions options, Object data) {
    return options.select != null ? options.select.convert(data) : data;
  }

  private QueryOptions withoutRetry(QueryOptions options) {
    QueryOptions defaulted = defaultQueryOptions(options);
    if (values().isUndefined(defaulted.retry)) {
      defaulted.retry = false;
    }
    return defaulted;
  }

  private Query find(Object queryKey) {
    return queryCache.get(hash(queryKey));
  }

  private QueryFilters filters(Object filters) {
    return Options.filters(values(), filters);
  }

  private Then<Object> nothing() {
    Object undefined = values().undefined();
    return value -> undefined;
  }

  @SuppressWarnings("unchecked")
  private Thenable<Object> batch(Supply body) {
    return (Thenable<Object>) environment.notify.batch(body);
  }

  private Values values() {
    return environment.values;
  }
}
