package dev.sanguine.query;

import dev.sanguine.env.Bag;
import dev.sanguine.env.Environment;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Subscribable;
import dev.sanguine.env.Table;
import dev.sanguine.env.Values;
import jsinterop.annotations.JsConstructor;
import jsinterop.annotations.JsOptional;
import jsinterop.annotations.JsType;

/** All queries of a client, in the order in which they came. Listeners hear of every change as a {@link CacheEvent}. */
@JsType
public class QueryCache extends Subscribable {
  public QueryCacheConfig config;

  private final Table<String, Query> queries = new Table<>();
  /** Queries filed by a hash function of their own: an exact filter must ask each of them. */
  private final Bag<Query> oddlyHashed = new Bag<>();
  private final Bag<Query> busy = new Bag<>();
  private KeyIndex index;
  private Environment env;
  private int births;

  @JsConstructor
  public QueryCache(@JsOptional QueryCacheConfig config) {
    this.config = config != null ? config : new QueryCacheConfig();
  }

  /** The query of these options, made where there is none yet. */
  public Query build(QueryClient client, QueryOptions options, @JsOptional QueryState state) {
    Object queryKey = options.queryKey;
    String hash = options.queryHash != null ? options.queryHash : Options.hash(env().values, queryKey, options);
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
      index().add(query);
      if (query.options.queryKeyHashFn != null) {
        oddlyHashed.add(query);
      }
      notify(event("added", query));
      query.takeUpIntents();
    }
  }

  public void remove(Query query) {
    Query filed = queries.get(query.queryHash);
    if (filed != null) {
      query.destroy();
      if (filed == query) {
        queries.remove(query.queryHash);
        index().remove(query);
        oddlyHashed.remove(query);
        busy.remove(query);
      }
      notify(event("removed", query));
    }
  }

  public void clear() {
    env().notify.run(() -> {
      Seq<Query> all = getAll();
      for (int i = 0; i < all.size(); i++) {
        remove(all.get(i));
      }
    });
  }

  /** The query that is filed under this hash; null (undefined) where there is none. */
  public Query get(String queryHash) {
    return queries.get(queryHash);
  }

  public Seq<Query> getAll() {
    return queries.values();
  }

  /** The first query that the filters mean; a key in them is meant exactly unless they say {@code exact: false}. */
  public Query find(Object filters) {
    Seq<Query> found = search(Options.filters(env().values, filters), true, true);
    return found.size() > 0 ? found.get(0) : (Query) env().values.undefined();
  }

  public Seq<Query> findAll(@JsOptional Object filters) {
    return filters == null ? getAll() : search(Options.filters(env().values, filters), false, false);
  }

  public void notify(CacheEvent event) {
    if (hasListeners()) {
      env().notify.run(() -> tell(event));
    }
  }

  public void onFocus() {
    each(Query::onFocus);
  }

  public void onOnline() {
    each(Query::onOnline);
  }

  private interface Visit {
    void visit(Query query);
  }

  private void each(Visit visit) {
    env().notify.run(() -> {
      Seq<Query> all = getAll();
      for (int i = 0; i < all.size(); i++) {
        visit.visit(all.get(i));
      }
    });
  }

  private Seq<Query> search(QueryFilters filters, boolean exactUnlessSaid, boolean firstOnly) {
    Values values = env().values;
    boolean exact = exactUnlessSaid ? filters.exact == null || Options.truthy(values, filters.exact)
        : filters.exact != null && Options.truthy(values, filters.exact);
    Seq<Query> candidates = candidates(filters, exact);
    Seq<Query> found = new Seq<>();
    for (int i = 0; i < candidates.size(); i++) {
      Query query = candidates.get(i);
      if (Matching.query(values, filters, exact, query)) {
        found.add(query);
        if (firstOnly) {
          break;
        }
      }
    }
    return found;
  }

  private Seq<Query> candidates(QueryFilters filters, boolean exact) {
    Object key = filters.queryKey;
    if (env().values.isKey(key)) {
      return exact ? exactly(key) : index().candidates(key);
    }
    if ("fetching".equals(filters.fetchStatus) || "paused".equals(filters.fetchStatus)) {
      Seq<Query> now = busy.items();
      now.sort((a, b) -> a.birth - b.birth);
      return now;
    }
    return getAll();
  }

  private Seq<Query> exactly(Object key) {
    Seq<Query> candidates = oddlyHashed.items();
    Query filed = get(env().values.hashKey(key));
    if (filed != null && !oddlyHashed.has(filed)) {
      candidates.add(filed);
      candidates.sort((a, b) -> a.birth - b.birth);
    }
    return candidates;
  }

  /** Told by a query whose fetch status changed. */
  void isBusy(Query query, boolean now) {
    if (!now) {
      busy.remove(query);
    } else if (get(query.queryHash) == query) {
      busy.add(query);
    }
  }

  void notifyObserver(String type, Query query, Object observer) {
    CacheEvent event = event(type, query);
    event.observer = observer;
    notify(event);
  }

  static CacheEvent event(String type, Query query) {
    CacheEvent event = new CacheEvent();
    event.type = type;
    event.query = query;
    return event;
  }

  Environment env() {
    if (env == null) {
      env = Environment.standard();
    }
    return env;
  }

  void live(Environment env) {
    if (this.env == null) {
      this.env = env;
    }
  }

  private KeyIndex index() {
    if (index == null) {
      index = new KeyIndex(env().values);
    }
    return index;
  }
}
