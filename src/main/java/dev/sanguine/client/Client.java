package dev.sanguine.client;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Mapping;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Thenable;
import dev.sanguine.law.Updater;
import dev.sanguine.query.Feature;
import dev.sanguine.query.InfiniteQueryObserver;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.QueryObserver;
import dev.sanguine.query.TemporaryIds;
import dev.sanguine.query.options.DefaultOptions;
import dev.sanguine.query.options.MutationFilters;
import dev.sanguine.query.options.QueryClientConfig;
import dev.sanguine.query.options.QueryFilters;
import dev.sanguine.query.options.QueryOptions;
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

  /**
   * A client with a cache of its own in this world.
   *
   * @param environment the world that the client lives in
   * @param features what it can do besides
   */
  public Client(Environment environment, Feature... features) {
    this(new QueryClient(new QueryClientConfig().environment(environment).features(features)));
  }

  /**
   * A client over an engine that is there already: that of the page, or one with hooks of its own.
   *
   * @param engine the engine
   */
  public Client(QueryClient engine) {
    this.engine = engine;
  }

  /** {@return the engine under it} */
  public QueryClient engine() {
    return engine;
  }

  /** {@return the world that it lives in} */
  public Environment environment() {
    return engine.environment;
  }

  // Reading and writing

  /**
   * The id by which the server knows a record: for a temporary id that the server has named, the server's. Any other id is
   * returned as it is, also one of a record that is still being made. A query function that does not read its id from the
   * key asks here for it.
   *
   * @param id of a record
   * @return the server's id, or the one that was given
   */
  public Object realId(Object id) {
    return TemporaryIds.realId(engine, id);
  }

  /**
   * The data of exactly this key; null if there is none.
   *
   * @param <T> the type of the data
   * @param key the key, meant exactly
   * @return the data, or null
   */
  public <T> @Nullable T getQueryData(QueryKey<T> key) {
    return key.typed(engine.getQueryData(key.raw()));
  }

  /**
   * Makes the value the confirmed one; it counts as fetched now. Pending changes stay over it, and a view that was read
   * before and is put back means the confirmed value that was under it.
   *
   * @param <T> the type of the data
   * @param key the key, meant exactly
   * @param value the confirmed value from now on
   * @return what the query shows then
   */
  public <T> T setQueryData(QueryKey<T> key, T value) {
    T shown = key.typed(engine.setQueryData(key.raw(), key.plain(value), null));
    return shown == null ? value : shown;
  }

  /**
   * Makes what the function makes of the confirmed value (null if there is none) the confirmed one; null changes
   * nothing.
   *
   * @param <T> the type of the data
   * @param key the key, meant exactly
   * @param change makes the next value of the present one
   * @return what the query shows then; null if nothing was changed
   */
  public <T> @Nullable T updateQueryData(
      QueryKey<T> key, Mapping<@Nullable T, @Nullable T> change) {
    Updater updater = old -> key.plain(change.of(key.typed(old)));
    return key.typed(engine.setQueryData(key.raw(), updater, null));
  }

  /**
   * The entry of exactly this key; null if there is none.
   *
   * @param <T> the type of the data
   * @param key the key, meant exactly
   * @return the entry, or null
   */
  public <T> @Nullable CachedQuery<T> getQuery(QueryKey<T> key) {
    QueryFilters exactly = QueryFilters.of(key.raw());
    dev.sanguine.query.Query found = engine.getQueryCache().find(exactly);
    return found == null ? null : new CachedQuery<>(found, key);
  }

  /**
   * The entries that the filters match, in the order in which they came.
   *
   * @param <T> the type of the data
   * @param filters which queries are meant
   * @return the entries
   */
  public <T> Seq<CachedQuery<T>> getQueries(Filters<T> filters) {
    return engine
        .getQueryCache()
        .findAll(filters.raw())
        .map(query -> new CachedQuery<>(query, filters));
  }

  // Fetching

  /**
   * The data: from the cache while it is fresh, else fetched. A fetch that is under way is joined. Failed attempts are
   * not tried again unless the query says so.
   *
   * @param <T> the type of the data
   * @param source what to fetch
   * @return the outcome to come
   */
  public <T> Future<T> fetchQuery(Source<T> source) {
    QueryOptions options = engine.defaultQueryOptions(source.options());
    Thenable<Object> data =
        source.isInfinite() ? engine.infiniteQuery(options) : engine.query(options);
    return Futures.<Object>of(engine, options, data).map(source::typed);
  }

  /**
   * The data: from the cache however old it is, else fetched.
   *
   * @param <T> the type of the data
   * @param query the query
   * @return the outcome to come
   */
  public <T> Future<T> ensureQueryData(QuerySettings<T, ?> query) {
    QueryOptions options = engine.defaultQueryOptions(query.options());
    Thenable<Object> data = query.isInfinite()
        ? engine.ensureInfiniteQueryData(options)
        : engine.ensureQueryData(options);
    return Futures.<Object>of(engine, options, data).map(query::typed);
  }

  /**
   * Fetches if the data is not fresh; never fails.
   *
   * @param query the query
   * @return when it is over
   */
  public Future<@Nullable Void> prefetchQuery(QuerySettings<?, ?> query) {
    QueryOptions options = engine.defaultQueryOptions(query.options());
    return Futures.of(
        engine,
        options,
        query.isInfinite() ? engine.prefetchInfiniteQuery(options) : engine.prefetchQuery(options));
  }

  /**
   * Marks queries stale and fetches those that are observed, unless the filters say otherwise. A key means every query
   * that starts with it. Has its value when the fetches are over, and never fails.
   *
   * @param target which queries are meant
   * @return when it is over
   */
  public Future<@Nullable Void> invalidateQueries(Target<?> target) {
    return Futures.ofNothing(engine.invalidateQueries(target.raw(), null));
  }

  /**
   * Fetches them, also what is fresh, in the place of fetches that are under way. As {@link #invalidateQueries}.
   *
   * @param target which queries are meant
   * @return when it is over
   */
  public Future<@Nullable Void> refetchQueries(Target<?> target) {
    return Futures.ofNothing(engine.refetchQueries(target.raw(), null));
  }

  /**
   * Gives their fetches up; they go back to the state before. Has its value when that is done.
   *
   * @param target which queries are meant
   * @return when it is over
   */
  public Future<@Nullable Void> cancelQueries(Target<?> target) {
    return Futures.ofNothing(engine.cancelQueries(target.raw(), null));
  }

  /**
   * Puts them back to their initial data, or none; what is observed is fetched. As {@link #invalidateQueries}.
   *
   * @param target which queries are meant
   * @return when it is over
   */
  public Future<@Nullable Void> resetQueries(Target<?> target) {
    return Futures.ofNothing(engine.resetQueries(target.raw(), null));
  }

  /**
   * Takes them out of the cache. Pending changes stay with their keys, and show again if data comes.
   *
   * @param target which queries are meant
   */
  public void removeQueries(Target<?> target) {
    engine.removeQueries(target.raw());
  }

  /**
   * How many of them are fetching.
   *
   * @param target which queries are meant
   * @return how many
   */
  public int isFetching(Target<?> target) {
    return engine.isFetching(target.raw());
  }

  // Observing

  /**
   * An observer; it fetches and watches from its first listener on.
   *
   * @param <T> the type of the data
   * @param source what to watch
   * @return the observer
   */
  public <T> Observer<T> observe(Source<T> source) {
    return new Observer<>(
        environment(),
        source.isInfinite()
            ? new InfiniteQueryObserver(engine, source.options())
            : new QueryObserver(engine, source.options()),
        source);
  }

  /**
   * An observer of several queries at once.
   *
   * @param <T> the type of the data
   * @param sources what is watched, in order
   * @return the observer
   */
  public <T> QueriesObserver<T> observeAll(Seq<? extends Source<? extends T>> sources) {
    return new QueriesObserver<>(this, sources);
  }

  /**
   * The same of queries that are named one by one.
   *
   * @param <T> the type of what is seen of each
   * @param sources what is watched, in order
   * @return the observer
   */
  @SafeVarargs
  public final <T> QueriesObserver<T> observeAll(Source<? extends T>... sources) {
    Seq<Source<? extends T>> all = new Seq<>();
    for (Source<? extends T> source : sources) {
      all.add(source);
    }
    return observeAll(all);
  }

  /**
   * An observer that starts mutations and shows the latest.
   *
   * @param <V> the type of the variables
   * @param <A> the type of the answer
   * @param mutation how the change is sent
   * @return the observer
   */
  public <V extends @Nullable Object, A extends @Nullable Object> MutationObserver<V, A> observe(
      Mutation<V, A> mutation) {
    return new MutationObserver<>(this, mutation);
  }

  /** {@return an observer of every change that is under way or has failed} */
  public PendingObserver<Object> observePending() {
    return new PendingObserver<>(this, null, null, null);
  }

  /**
   * An observer of the changes that are under way or have failed.
   *
   * @param prefix the beginning of the keys that they change
   * @param id the id of the record that they change; null for any
   * @return the observer
   */
  public PendingObserver<Object> observePending(QueryKey<?> prefix, @Nullable Object id) {
    return new PendingObserver<>(this, prefix, id, null);
  }

  /**
   * An observer of the changes of one record that are under way or have failed, wherever it shows.
   *
   * @param type the record's type
   * @param id the record's id
   * @return the observer
   */
  public PendingObserver<Object> observePending(Records<?> type, Object id) {
    return new PendingObserver<>(this, type, id);
  }

  /**
   * An observer of the changes of this mutation that are under way or have failed: of those whose {@link Mutation#key} is
   * exactly the same, whoever has started them.
   *
   * @param <V> the type of the variables
   * @param mutation how the change is sent
   * @return the observer
   * @throws IllegalArgumentException if the mutation has no key
   */
  public <V extends @Nullable Object> PendingObserver<V> observePending(Mutation<V, ?> mutation) {
    Object key = mutation.options().mutationKey;
    if (key == null) {
      throw new IllegalArgumentException(
          "observePending: the mutation has no key, so its changes cannot be told from others;"
              + " name it with key(...)");
    }
    return new PendingObserver<>(this, null, null, key);
  }

  /**
   * A form of one record: it keeps what a person types until that is saved.
   *
   * @param <E> the type of the record
   * @param form which record, and how it is saved
   * @return the draft of that record
   */
  public <E> Draft<E> observeDraft(Form<E> form) {
    return new Draft<>(this, form);
  }

  // Changing

  /**
   * Sends a change. What it changes at once shows before this returns.
   *
   * @param <V> the type of the variables
   * @param <A> the type of the answer
   * @param mutation how the change is sent
   * @param variables what the mutation is started with
   * @return the answer; fails with the final error, after its changes were taken back and all callbacks were called
   */
  public <V extends @Nullable Object, A extends @Nullable Object> Future<A> mutate(
      Mutation<V, A> mutation, V variables) {
    dev.sanguine.query.Mutation started =
        engine.getMutationCache().build(engine, mutation.options(), null);
    return Futures.of(started.execute(variables), started::cancel);
  }

  /** {@return how many mutations are pending} */
  public int isMutating() {
    return engine.isMutating(null);
  }

  /**
   * How many mutations are pending whose key starts with these parts.
   *
   * @param parts the beginning of the mutations' keys
   * @return how many
   */
  public int isMutating(Object... parts) {
    MutationFilters filters = new MutationFilters();
    filters.mutationKey = QueryKey.of(parts).raw();
    return engine.isMutating(filters);
  }

  /** {@return lets every paused mutation go on; has its value when all are settled} Does nothing without a network. */
  public Future<@Nullable Void> resumePausedMutations() {
    return Futures.ofNothing(engine.resumePausedMutations());
  }

  /**
   * Takes in a record that the server sent without being asked: every query that shows it, or has to by what it is now, is
   * brought up to date. Pending changes stay over it. The queries count as no fresher than before.
   *
   * @param <E> the type of the record
   * @param type the records' type
   * @param record the record as the server has it; if queries have versions, an older one changes nothing
   * @throws RuntimeException if the client was made without the feature "records"
   */
  public <E> void receive(Records<E> type, E record) {
    engine.receive(type.type(), Plain.of(record));
  }

  /**
   * Takes in that the server has the record no more: it leaves every list.
   *
   * @param type the records' type
   * @param id the record's id
   * @throws RuntimeException if the client was made without the feature {@code records}
   */
  public void receiveRemoval(Records<?> type, Object id) {
    engine.receiveRemoval(type.type(), Plain.of(id));
  }

  // Defaults

  /**
   * What holds if neither a call nor the defaults of its key say otherwise; replaces what was set before.
   *
   * @param queries what holds for queries
   * @param mutations what holds for mutations
   */
  public void setDefaultOptions(Query<Object> queries, Mutation<Object, Object> mutations) {
    DefaultOptions options = new DefaultOptions();
    options.queries = queries.options();
    options.mutations = mutations.options();
    engine.setDefaultOptions(options);
  }

  /**
   * What holds for queries whose key starts with this one, if a call says nothing else. Later ones win.
   *
   * @param prefix the beginning of the keys
   * @param options what holds
   */
  public void setQueryDefaults(QueryKey<?> prefix, Query<?> options) {
    engine.setQueryDefaults(prefix.raw(), options.options());
  }

  /**
   * What holds for mutations whose key starts with these parts, if a call says nothing else. Mutations that are
   * hydrated after a reload find their function and their changes here.
   *
   * @param options what holds
   * @param prefix the beginning of the keys
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

  /**
   * Whether an error says that something was cancelled.
   *
   * @param error any error
   * @return whether it says so
   */
  public boolean isCancelled(@Nullable Object error) {
    return environment().errors.isCancelled(error);
  }
}
