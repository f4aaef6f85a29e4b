package dev.sanguine.client;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Listener;
import dev.sanguine.env.Mapping;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Supply;
import dev.sanguine.env.Task;
import dev.sanguine.env.Test;
import dev.sanguine.env.Thenable;
import dev.sanguine.query.CacheEvent;
import dev.sanguine.query.CancelOptions;
import dev.sanguine.query.DefaultOptions;
import dev.sanguine.query.DehydrateOptions;
import dev.sanguine.query.HydrateOptions;
import dev.sanguine.query.Hydration;
import dev.sanguine.query.InfiniteQueryObserver;
import dev.sanguine.query.MutationCache;
import dev.sanguine.query.MutationFilters;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.QueryClientConfig;
import dev.sanguine.query.QueryFilters;
import dev.sanguine.query.QueryObserver;
import dev.sanguine.query.QueryOptions;
import dev.sanguine.query.Updater;
import org.jspecify.annotations.Nullable;

/**
 * The door of the cache, typed: reads and writes data by key, fetches, invalidates, mutates. It holds nothing itself, so
 * several of them may stand over one engine, beside JavaScript that uses the same.
 *
 * <p>On the JVM every call must be made on the environment's thread; another thread is refused with an
 * IllegalStateException and changes nothing. {@code dev.sanguine.jvm.JvmClient} is for those.
 *
 * <p>What is read is the view: the confirmed value with the pending changes over it.
 */
public final class Client {
  private final QueryClient engine;

  /** A client with a cache of its own in this world. */
  public Client(Environment environment) {
    this(new QueryClient(new QueryClientConfig().environment(environment)));
  }

  /** A client over an engine that is there already: that of the page, or one with hooks of its own. */
  public Client(QueryClient engine) {
    this.engine = engine;
  }

  public QueryClient engine() {
    return engine;
  }

  public Environment environment() {
    return engine.environment;
  }

  // Reading and writing

  /** The data of exactly this key; null where there is none. */
  public <T> @Nullable T getQueryData(QueryKey<T> key) {
    return key.typed(engine.getQueryData(key.raw()));
  }

  /**
   * Makes the value the confirmed one; it counts as fetched now. Pending changes stay over it, and a view that was read
   * before and is put back means the confirmed value that was under it.
   *
   * @return what the query shows then
   */
  public <T> T setQueryData(QueryKey<T> key, T value) {
    T shown = key.typed(engine.setQueryData(key.raw(), key.plain(value), null));
    return shown == null ? value : shown;
  }

  /**
   * Makes what the function makes of the confirmed value (null where there is none) the confirmed one; null changes
   * nothing.
   *
   * @return what the query shows then; null where nothing was changed
   */
  public <T> @Nullable T updateQueryData(QueryKey<T> key, Mapping<@Nullable T, @Nullable T> change) {
    Updater updater = old -> key.plain(change.of(key.typed(old)));
    return key.typed(engine.setQueryData(key.raw(), updater, null));
  }

  /** The entry of exactly this key; null where there is none. */
  public <T> @Nullable CachedQuery<T> getQuery(QueryKey<T> key) {
    QueryFilters exactly = QueryFilters.of(key.raw());
    dev.sanguine.query.Query found = engine.getQueryCache().find(exactly);
    return found == null ? null : new CachedQuery<>(found, key);
  }

  /** The entries that the filters match, in the order in which they came. */
  public <T> Seq<CachedQuery<T>> getQueries(Filters<T> filters) {
    return engine.getQueryCache().findAll(filters.raw()).map(query -> new CachedQuery<>(query, filters));
  }

  // Fetching

  /**
   * The data: from the cache while it is fresh, else fetched. A fetch that is under way is joined. Failed attempts are
   * not tried again unless the query says so.
   */
  public <T> Future<T> fetchQuery(Source<T> source) {
    QueryOptions options = engine.defaultQueryOptions(source.options());
    Thenable<Object> data = source.isInfinite() ? engine.infiniteQuery(options) : engine.query(options);
    return this.<Object>fetching(options, data).map(source::typed);
  }

  /** The data: from the cache however old it is, else fetched. */
  public <T> Future<T> ensureQueryData(QuerySettings<T, ?> query) {
    QueryOptions options = engine.defaultQueryOptions(query.options());
    Thenable<Object> data = query.isInfinite() ? engine.ensureInfiniteQueryData(options) : engine.ensureQueryData(options);
    return this.<Object>fetching(options, data).map(query::typed);
  }

  /** Fetches where the data is not fresh; never fails. */
  public Future<@Nullable Void> prefetchQuery(QuerySettings<?, ?> query) {
    QueryOptions options = engine.defaultQueryOptions(query.options());
    return fetching(options, query.isInfinite() ? engine.prefetchInfiniteQuery(options) : engine.prefetchQuery(options));
  }

  /**
   * Marks queries stale and fetches those that are observed, unless the filters say otherwise. A key means every query
   * that starts with it. Has its value when the fetches are over, and never fails.
   */
  public Future<@Nullable Void> invalidateQueries(Target<?> target) {
    return nothing(engine.invalidateQueries(target.raw(), null));
  }

  /** Fetches them, also what is fresh, in the place of fetches that are under way. As {@link #invalidateQueries}. */
  public Future<@Nullable Void> refetchQueries(Target<?> target) {
    return nothing(engine.refetchQueries(target.raw(), null));
  }

  /** Gives their fetches up; they go back to the state before. Has its value when that is done. */
  public Future<@Nullable Void> cancelQueries(Target<?> target) {
    return nothing(engine.cancelQueries(target.raw(), null));
  }

  /** Puts them back to their initial data, or none; what is observed is fetched. As {@link #invalidateQueries}. */
  public Future<@Nullable Void> resetQueries(Target<?> target) {
    return nothing(engine.resetQueries(target.raw(), null));
  }

  /** Takes them out of the cache. Pending changes stay with their keys, and show again if data comes. */
  public void removeQueries(Target<?> target) {
    engine.removeQueries(target.raw());
  }

  /** How many of them are fetching. */
  public int isFetching(Target<?> target) {
    return engine.isFetching(target.raw());
  }

  // Observing

  /** An observer; it fetches and watches from its first listener on. */
  public <T> Observer<T> observe(Source<T> source) {
    return new Observer<>(source.isInfinite() ? new InfiniteQueryObserver(engine, source.options())
        : new QueryObserver(engine, source.options()), source);
  }

  /** An observer of several queries at once. */
  public <T> QueriesObserver<T> observeAll(Seq<? extends Source<? extends T>> sources) {
    return new QueriesObserver<>(this, sources);
  }

  /** An observer that starts mutations and shows the latest. */
  public <V extends @Nullable Object, A extends @Nullable Object> MutationObserver<V, A> observe(
      Mutation<V, A> mutation) {
    return new MutationObserver<>(this, mutation);
  }

  // Changing

  /**
   * Sends a change. What it changes at once shows before this returns.
   *
   * @return the answer; fails with the final error, after its changes were taken back and all callbacks were called
   */
  public <V extends @Nullable Object, A extends @Nullable Object> Future<A> mutate(
      Mutation<V, A> mutation, V variables) {
    dev.sanguine.query.Mutation started = engine.getMutationCache().build(engine, mutation.options(), null);
    return answer(started.execute(variables), started::cancel);
  }

  /** How many mutations are pending. */
  public int isMutating() {
    return engine.isMutating(null);
  }

  /** How many mutations are pending whose key starts with these parts. */
  public int isMutating(Object... parts) {
    MutationFilters filters = new MutationFilters();
    filters.mutationKey = QueryKey.of(parts).raw();
    return engine.isMutating(filters);
  }

  /** Lets every paused mutation go on; has its value when all are settled. Does nothing without a network. */
  public Future<@Nullable Void> resumePausedMutations() {
    return nothing(engine.resumePausedMutations());
  }

  // Defaults

  /** What holds where neither a call nor the defaults of its key say otherwise; replaces what was set before. */
  public void setDefaultOptions(Query<Object> queries, Mutation<Object, Object> mutations) {
    DefaultOptions options = new DefaultOptions();
    options.queries = queries.options();
    options.mutations = mutations.options();
    engine.setDefaultOptions(options);
  }

  /** What holds for queries whose key starts with this one, where a call says nothing else. Later ones win. */
  public void setQueryDefaults(QueryKey<?> prefix, Query<?> options) {
    engine.setQueryDefaults(prefix.raw(), options.options());
  }

  /**
   * What holds for mutations whose key starts with these parts, where a call says nothing else. Mutations that are
   * hydrated after a reload find their function and their changes here.
   */
  public void setMutationDefaults(Mutation<?, ?> options, Object... prefix) {
    engine.setMutationDefaults(QueryKey.of(prefix).raw(), options.options());
  }

  // Life

  /** Begins to follow focus and network: to fetch what is stale, and to let paused mutations go on, when they return. */
  public void mount() {
    engine.mount();
  }

  /** Ends a {@link #mount}; each wants its own. */
  public void unmount() {
    engine.unmount();
  }

  /** Takes every query and mutation out; what is under way is given up. */
  public void clear() {
    engine.clear();
  }

  /** Whether an error says that something was cancelled. */
  public boolean isCancelled(@Nullable Object error) {
    return environment().errors.isCancelled(error);
  }

  // Dehydration

  /**
   * The confirmed data and the paused mutations as one document: {@link dev.sanguine.json.Json#stringify} writes it. Data
   * has to consist of documents.
   */
  public Object dehydrate() {
    return Hydrated.document(Hydration.dehydrate(engine, null));
  }

  /**
   * The same, of the queries that pass the test, their data made into documents by the function.
   *
   * @param serialize makes a document of a query's data
   */
  public Object dehydrate(Test<CachedQuery<Object>> test, Mapping<Object, Object> serialize) {
    Filters<Object> all = Filters.all();
    DehydrateOptions options = new DehydrateOptions();
    options.shouldDehydrateQuery = query -> test.test(new CachedQuery<>(query, all));
    options.serializeData = serialize::of;
    return Hydrated.document(Hydration.dehydrate(engine, options));
  }

  /** Takes a dehydrated state in; what the cache knows newer stays. What is no such state is passed over. */
  public void hydrate(@Nullable Object state) {
    Hydration.hydrate(engine, state, null);
  }

  /**
   * The same, the data made of documents by the function.
   *
   * @param deserialize makes a query's data of a document
   */
  public void hydrate(@Nullable Object state, Mapping<Object, Object> deserialize) {
    HydrateOptions defaults = new HydrateOptions();
    defaults.deserializeData = deserialize::of;
    HydrateOptions options = new HydrateOptions();
    options.defaultOptions = defaults;
    Hydration.hydrate(engine, state, options);
  }

  // Futures

  private <T extends @Nullable Object> Future<T> fetching(QueryOptions options, Thenable<Object> data) {
    return fetching(engine.getQueryCache().get(options.queryHash), data);
  }

  /** A future whose cancelling gives up the fetch that is under way now, and no later one. */
  static <T extends @Nullable Object> Future<T> fetching(dev.sanguine.query.Query query, Thenable<Object> data) {
    Thenable<Object> running = query.getPromise();
    return answer(data, running == null ? null : () -> {
      if (query.getPromise() == running) {
        CancelOptions options = new CancelOptions();
        options.revert = true;
        query.cancel(options);
      }
    });
  }

  /** Runs what starts one mutation; the future cancels that. */
  @SuppressWarnings("unchecked")
  static <A extends @Nullable Object> Future<A> mutating(QueryClient engine, Supply start) {
    MutationCache cache = engine.getMutationCache();
    Seq<dev.sanguine.query.Mutation> added = new Seq<>();
    Listener<CacheEvent> notice = event -> {
      if (event.type.equals("added")) {
        added.add(event.mutation);
      }
    };
    Task stop = cache.subscribe(notice);
    try {
      return answer((Thenable<Object>) start.get(), () -> added.get(0).cancel());
    } finally {
      stop.run();
    }
  }

  @SuppressWarnings("unchecked")
  private static <T extends @Nullable Object> Future<T> answer(Thenable<Object> thenable, @Nullable Task cancel) {
    return new Future<>((Thenable<T>) (Thenable<?>) thenable, cancel);
  }

  private static Future<@Nullable Void> nothing(Thenable<Object> thenable) {
    return answer(thenable, null);
  }
}
