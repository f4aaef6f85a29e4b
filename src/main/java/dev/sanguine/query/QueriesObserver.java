package dev.sanguine.query;

import dev.sanguine.env.Development;
import dev.sanguine.env.Listener;
import dev.sanguine.env.OrderedSet;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Subscribable;
import dev.sanguine.env.Table;
import dev.sanguine.env.Values;
import dev.sanguine.query.callbacks.Combine;
import dev.sanguine.query.index.Multimaps;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.state.PlainObjects;
import dev.sanguine.query.state.QueryResult;
import jsinterop.annotations.JsConstructor;
import jsinterop.annotations.JsFunction;
import jsinterop.annotations.JsOptional;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** Watches several queries at once and, if asked to, combines their results into one value. */
@JsType
public class QueriesObserver extends Subscribable {
  /** What holds for all of them. */
  @JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
  public static class Config {
    public Combine combine;
  }

  /** Combines results; those of the observer if none are given. */
  @JsFunction
  interface Combining {
    Object combine(Seq<QueryResult> results);
  }

  /** Gives the results, tracking what is read. */
  @JsFunction
  interface Tracking {
    Seq<QueryResult> track();
  }

  private final QueryClient client;
  private Combine combine;
  private Seq<QueryObserver> observers = new Seq<>();
  /** The options under which each of them came to be watched. */
  private Seq<QueryOptions> watched = new Seq<>();

  private Seq<QueryResult> results = new Seq<>();
  private Object combined;
  private Combine lastCombine;
  private Seq<QueryResult> lastResults;
  private String lastHashes;

  @JsConstructor
  public QueriesObserver(
      QueryClient client, Seq<QueryOptions> queries, @JsOptional Config options) {
    this.client = client;
    this.combined = values().undefined();
    // As upstream, which hands on what combines with setQueries alone.
    setQueries(queries, null);
  }

  @Override
  public void onSubscribe() {
    if (listeners.size() == 1) {
      observers.each(this::watch);
    }
  }

  @Override
  public void onUnsubscribe() {
    if (!hasListeners()) {
      destroy();
    }
  }

  public void destroy() {
    listeners = new OrderedSet<>();
    observers.each(QueryObserver::destroy);
  }

  /** Watches these queries from now on; those that it watched already go on being watched. */
  public void setQueries(Seq<QueryOptions> queries, @JsOptional Config options) {
    combine = options == null ? null : options.combine;
    Seq<QueryOptions> wanted = defaulted(queries);
    if (Development.on()) {
      warnOfDuplicates(wanted);
    }
    client.environment.notify.run(() -> observe(wanted));
  }

  public Seq<QueryResult> getCurrentResult() {
    return results;
  }

  public Seq<Query> getQueries() {
    return observers.map(QueryObserver::getCurrentQuery);
  }

  public Seq<QueryObserver> getObservers() {
    return observers;
  }

  /** Before anybody subscribes: the results, how to combine them, and how to track them. */
  public Seq<Object> getOptimisticResult(Seq<QueryOptions> queries, @JsOptional Combine combine) {
    Seq<QueryOptions> wanted = defaulted(queries);
    Seq<QueryObserver> now = match(wanted);
    Seq<QueryResult> made = now.mapAt((observer, i) -> observer.getOptimisticResult(wanted.get(i)));
    if (now.size() == observers.size()
        && now.someAt((observer, i) -> observer.result != results.get(i))
        && !now.someAt((observer, i) -> observer != observers.get(i))) {
      results = now.map(observer -> observer.result);
    }
    String hashes = hashes(wanted);
    Combining combining = given -> combine(given != null ? given : made, combine, hashes);
    Tracking tracking = () -> track(made, now, wanted);
    return Seq.of(made, combining, tracking);
  }

  private Seq<QueryOptions> defaulted(Seq<QueryOptions> queries) {
    return queries.map(options -> client.defaultQueryOptions(options));
  }

  private void observe(Seq<QueryOptions> wanted) {
    Seq<QueryObserver> before = observers;
    Seq<QueryObserver> after = match(wanted);
    after.mapAt((observer, i) -> {
      observer.setOptions(wanted.get(i));
      return null;
    });
    Seq<QueryResult> made = after.map(observer -> observer.result);
    boolean moved =
        before.size() != after.size() || after.someAt((observer, i) -> observer != before.get(i));
    if (!moved && !made.someAt((result, i) -> !PlainObjects.shallowEqual(result, results.get(i)))) {
      return;
    }
    if (moved) {
      observers = after;
      watched = wanted;
    }
    results = made;
    if (hasListeners()) {
      if (moved) {
        follow(before, after);
      }
      notifyListeners();
    }
  }

  private void follow(Seq<QueryObserver> before, Seq<QueryObserver> after) {
    before.each(observer -> {
      if (!after.has(observer)) {
        observer.destroy();
      }
    });
    after.each(observer -> {
      if (!before.has(observer)) {
        watch(observer);
      }
    });
  }

  private static String hashes(Seq<QueryOptions> options) {
    return String.valueOf(options.map(defaulted -> defaulted.queryHash));
  }

  private void watch(QueryObserver observer) {
    observer.subscribe((Listener<QueryResult>) result -> {
      int at = observers.find(observer);
      if (at >= 0) {
        results = results.copy();
        results.set(at, result);
        notifyListeners();
      }
    });
  }

  /** An observer for each of the options: one of the present ones if it watches that query, else a new one. */
  private Seq<QueryObserver> match(Seq<QueryOptions> wanted) {
    Table<String, Seq<QueryObserver>> byHash = new Table<>();
    observers.each(observer -> Multimaps.add(byHash, observer.options.queryHash, observer));
    return wanted.map(defaulted -> {
      Seq<QueryObserver> same = byHash.get(defaulted.queryHash);
      return same != null && same.size() > 0
          ? same.removeAt(0)
          : new QueryObserver(client, defaulted);
    });
  }

  /** What one result was asked for is watched in all of them, so that they are told together. */
  private Seq<QueryResult> track(
      Seq<QueryResult> made, Seq<QueryObserver> of, Seq<QueryOptions> under) {
    OrderedSet<String> read = new OrderedSet<>();
    return made.mapAt((result, i) -> Options.isTruthy(values(), under.get(i).notifyOnChangeProps)
        ? result
        : of.get(i).trackResult(result, name -> {
          if (!read.has(name)) {
            read.add(name);
            of.each(observer -> observer.trackProp(name));
          }
        }));
  }

  private Object combine(Seq<QueryResult> input, Combine combine, String hashes) {
    if (combine == null) {
      return input;
    }
    boolean others = lastHashes != null && !lastHashes.equals(hashes);
    if (results != lastResults || combine != lastCombine || others) {
      lastCombine = combine;
      lastResults = results;
      lastHashes = hashes;
      combined = values().replaceEqualDeep(combined, combine.combine(input));
    }
    return combined;
  }

  private void notifyListeners() {
    if (hasListeners()) {
      Object before = combined;
      boolean later = combine == null
          || observers.someAt((observer, i) -> Options.isTruthy(values(), observer.options.suspense)
              && values().isUndefined(results.get(i).data));
      if (later
          || before != combine(track(results, observers, watched), combine, hashes(watched))) {
        client.environment.notify.run(() -> listeners.each(listener -> listener.on(results)));
      }
    }
  }

  private Values values() {
    return client.environment.values;
  }

  private void warnOfDuplicates(Seq<QueryOptions> queries) {
    OrderedSet<String> hashes = new OrderedSet<>();
    queries.each(query -> hashes.add(query.queryHash));
    if (hashes.size() != queries.size()) {
      client.environment.errors.warn(
          "[QueriesObserver]: Duplicate Queries found. This might result in unexpected behavior.");
    }
  }
}
