package dev.sanguine.query;

import dev.sanguine.env.Bag;
import dev.sanguine.env.Guard;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;
import jsinterop.annotations.JsConstructor;
import jsinterop.annotations.JsOptional;
import jsinterop.annotations.JsType;

/** All queries of a client, in the order in which they came. Listeners hear of every change as a {@link CacheEvent}. */
@JsType
public class QueryCache extends Cache {
  public QueryCacheConfig config;

  private final Table<String, Query> queries = new Table<>();
  /** Queries filed by a hash function of their own: an exact filter must ask each of them. */
  private final Bag<Query> oddlyHashed = new Bag<>();
  private final Bag<Query> busy = new Bag<>();
  private final KeyIndex index = new KeyIndex(this);
  private int births;

  @JsConstructor
  public QueryCache(@JsOptional QueryCacheConfig config) {
    this.config = config != null ? config : new QueryCacheConfig();
  }

  /** The query of these options, made where there is none yet. */
  public Query build(QueryClient client, QueryOptions options, @JsOptional QueryState state) {
    Object queryKey = options.queryKey;
    String hash = options.queryHash != null ? options.queryHash : Options.hash(env.values, queryKey, options);
    Query query = get(hash);
    if (query == null) {
      QueryConfig config = new QueryConfig();
      config.client = client;
      config.queryKey = queryKey;
      config.queryHash = hash;
      config.options = client.defaultQueryOptions(options);
      config.state = state;
      config.defaultOptions = client.defaultsOf(queryKey);
      query = new Query(config);
      add(query);
    }
    return query;
  }

  public void add(Query query) {
    if (!queries.has(query.queryHash)) {
      queries.put(query.queryHash, query);
      query.birth = ++births;
      index.add(query);
      if (query.options.queryKeyHashFn != null) {
        oddlyHashed.add(query);
      }
      say("added", query, null, null);
      query.takeUpIntents();
    }
  }

  public void remove(Query query) {
    Query filed = queries.get(query.queryHash);
    if (filed != null) {
      query.destroy();
      if (filed == query) {
        queries.remove(query.queryHash);
        index.remove(query);
        oddlyHashed.remove(query);
        busy.remove(query);
      }
      say("removed", query, null, null);
    }
  }

  public void clear() {
    env.notify.run(() -> getAll().each(this::remove));
  }

  /** The query that is filed under this hash; null (undefined) where there is none. */
  public Query get(String queryHash) {
    return queries.get(queryHash);
  }

  public Seq<Query> getAll() {
    Guard.check(env);
    return queries.values();
  }

  /** The first query that the filters mean; a key in them is meant exactly unless they say {@code exact: false}. */
  public Query find(Object filters) {
    QueryFilters given = Options.filters(env.values, filters);
    boolean exact = isExact(given, true);
    return candidates(given, exact).first(query -> Matching.query(env.values, given, exact, query));
  }

  public Seq<Query> findAll(@JsOptional Object filters) {
    Guard.check(env);
    if (filters == null) {
      return getAll();
    }
    QueryFilters given = Options.filters(env.values, filters);
    boolean exact = isExact(given, false);
    return candidates(given, exact).filter(query -> Matching.query(env.values, given, exact, query));
  }

  public void onFocus() {
    env.notify.run(() -> getAll().each(Query::onFocus));
  }

  public void onOnline() {
    env.notify.run(() -> getAll().each(Query::onOnline));
  }

  /** Whether filters that say nothing of it mean their key exactly is for the caller to say. */
  private boolean isExact(QueryFilters filters, boolean unlessSaid) {
    return filters.exact == null ? unlessSaid : Options.truthy(env.values, filters.exact);
  }

  private Seq<Query> candidates(QueryFilters filters, boolean exact) {
    Object key = filters.queryKey;
    if (env.values.isKey(key)) {
      return exact ? exactly(key) : index.candidates(key);
    }
    if ("fetching".equals(filters.fetchStatus) || "paused".equals(filters.fetchStatus)) {
      return Query.inOrder(busy.items());
    }
    return getAll();
  }

  private Seq<Query> exactly(Object key) {
    Seq<Query> candidates = oddlyHashed.items();
    Query filed = get(env.values.hashKey(key));
    if (filed != null && !oddlyHashed.has(filed)) {
      candidates.add(filed);
    }
    return Query.inOrder(candidates);
  }

  /** Told by a query whose fetch status changed. */
  void isBusy(Query query, boolean now) {
    if (!now) {
      busy.remove(query);
    } else if (get(query.queryHash) == query) {
      busy.add(query);
    }
  }

  @Override
  void about(CacheEvent event, Object subject) {
    event.query = (Query) subject;
  }
}
