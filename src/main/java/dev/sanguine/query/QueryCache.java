package dev.sanguine.query;

import dev.sanguine.env.OrderedSet;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;
import dev.sanguine.env.ThreadGuard;
import dev.sanguine.query.index.KeyIndex;
import dev.sanguine.query.index.Matching;
import dev.sanguine.query.options.QueryCacheConfig;
import dev.sanguine.query.options.QueryFilters;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.pattern.HandWrites;
import dev.sanguine.query.state.CacheEvent;
import dev.sanguine.query.state.CacheEvents;
import dev.sanguine.query.state.Contexts;
import dev.sanguine.query.state.PlainObjects;
import dev.sanguine.query.state.QueryState;
import jsinterop.annotations.JsConstructor;
import jsinterop.annotations.JsIgnore;
import jsinterop.annotations.JsOptional;
import jsinterop.annotations.JsType;

/** All queries of a client, in the order in which they came. Listeners hear of every change as a {@link CacheEvent}. */
@JsType
public class QueryCache extends Cache {
  public QueryCacheConfig config;

  private final Table<String, Query> queries = new Table<>();
  private final OrderedSet<Query> busy = new OrderedSet<>();
  /** Finds queries by the beginning of their key; null before anybody looks so, and after most queries left. */
  private KeyIndex byKey;
  /** A query came that is filed by a hash function of its own: no hash tells whether an exact filter means one. */
  private boolean hasOwnHashes;

  private double births;
  /** What is written by hand while mutations are under way, and whose callbacks run. */
  @JsIgnore
  public final HandWrites handWrites = new HandWrites(this);

  /** Records that the server has not named yet; null before the first of them. */
  @JsIgnore
  public AwaitedIds newIds;

  @JsConstructor
  public QueryCache(@JsOptional QueryCacheConfig config) {
    this.config = config != null ? config : new QueryCacheConfig();
  }

  /** The query of these options, made if there is none yet. */
  public Query build(QueryClient client, QueryOptions options, @JsOptional QueryState state) {
    QueryOptions filed = client.filed(options);
    Object queryKey = filed.queryKey;
    String hash =
        filed.queryHash != null ? filed.queryHash : Options.hash(env.values, queryKey, filed);
    Query query = get(hash);
    if (query == null) {
      query = new Query(Contexts.queryConfig(
          client,
          queryKey,
          hash,
          client.defaultQueryOptions(filed),
          state,
          client.defaultsOf(queryKey)));
      add(query);
    }
    return query;
  }

  public void add(Query query) {
    if (!queries.has(query.queryHash)) {
      queries.put(query.queryHash, query);
      query.birth = ++births;
      if (byKey != null) {
        byKey.add(query);
      }
      setBusy(query, !query.confirmed().fetchStatus.equals("idle"));
      hasOwnHashes |= query.options.queryKeyHashFn != null;
      notify(CacheEvents.event("added", query));
      query.takeUpIntents();
      if (newIds != null) {
        newIds.queryCame(query);
      }
    }
  }

  public void remove(Query query) {
    if (get(query.queryHash) == query) {
      query.destroy();
      queries.remove(query.queryHash);
      if (byKey != null) {
        byKey.remove(query);
      }
      busy.remove(query);
      handWrites.noteRemoved(query);
      if (newIds != null) {
        newIds.queryLeft(query);
      }
      notify(CacheEvents.event("removed", query));
    }
  }

  public void clear() {
    removeAll(getAll());
  }

  void removeAll(Seq<Query> leaving) {
    env.notify.run(() -> {
      if (leaving.size() * 2.0 > queries.size()) {
        // To file what stays once more, if anybody looks, is cheaper than to take so many out one
        // by one.
        byKey = null;
      }
      leaving.each(this::remove);
    });
  }

  /** The query that is filed under this hash; null (undefined) if there is none. */
  public Query get(String queryHash) {
    return queries.get(queryHash);
  }

  public Seq<Query> getAll() {
    ThreadGuard.check(env);
    return queries.values();
  }

  /** The first query that the filters mean; a key in them is meant exactly unless they say {@code exact: false}. */
  public Query find(Object filters) {
    QueryFilters exactly = new QueryFilters();
    exactly.exact = true;
    QueryFilters given = PlainObjects.over(exactly, Options.filters(env.values, filters));
    given.queryKey = named(given.queryKey);
    return candidates(given).first(query -> Matching.matchQuery(given, query));
  }

  public Seq<Query> findAll(@JsOptional Object filters) {
    if (filters == null) {
      return getAll();
    }
    ThreadGuard.check(env);
    QueryFilters given = PlainObjects.copy(Options.filters(env.values, filters));
    given.queryKey = named(given.queryKey);
    Seq<Query> found = candidates(given);
    return Matching.meansAll(given)
        ? found
        : found.filter(query -> Matching.matchQuery(given, query));
  }

  /** The key that a query is filed under: with the server's ids in the place of temporary ones that it has named. */
  @JsIgnore
  public Object named(Object queryKey) {
    return newIds == null ? queryKey : newIds.namedKey(queryKey);
  }

  /** The filters with such a key; they themselves if it is theirs. */
  QueryFilters named(QueryFilters filters) {
    Object key = named(filters.queryKey);
    if (env.values.same(key, filters.queryKey)) {
      return filters;
    }
    QueryFilters named = PlainObjects.copy(filters);
    named.queryKey = key;
    return named;
  }

  // Each with a loop of its own: an engine inlines what a loop calls if that is always the same.

  public void onFocus() {
    env.notify.run(() -> getAll().each(Query::onFocus));
  }

  public void onOnline() {
    env.notify.run(() -> getAll().each(Query::onOnline));
  }

  /** The queries to ask, in their order. The filters' key is taken away if all of them have it. */
  private Seq<Query> candidates(QueryFilters filters) {
    Object key = filters.queryKey;
    boolean isExact = env.values.isTruthy(filters.exact);
    Seq<Query> found;
    if (env.values.isKey(key) && isExact && !hasOwnHashes) {
      Query query = get(env.values.hashKey(key));
      return query == null ? new Seq<>() : Seq.of(query);
    }
    if (env.values.isKey(key) && !isExact) {
      found = index().startingWith(key);
      if (found == null) {
        filters.queryKey = null;
        return getAll();
      }
    } else if (filters.fetchStatus != null && !filters.fetchStatus.equals("idle")) {
      found = busy.items();
    } else {
      return getAll();
    }
    // If many are meant, asking all of them in their order is cheaper than sorting.
    if (found.size() * 4.0 > queries.size()) {
      return getAll();
    }
    found.sort((one, other) -> one.birth - other.birth);
    return found;
  }

  private KeyIndex index() {
    if (byKey == null) {
      KeyIndex made = byKey = new KeyIndex(env.values);
      queries.each(made::add);
    }
    return byKey;
  }

  /** Told by a query whose fetch status may have changed. */
  void setBusy(Query query, boolean now) {
    if (!now) {
      busy.remove(query);
    } else if (get(query.queryHash) == query) {
      busy.add(query);
    }
  }
}
