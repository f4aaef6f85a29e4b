package dev.sanguine.query;

import dev.sanguine.env.Bag;
import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Subscribable;
import dev.sanguine.env.Table;
import dev.sanguine.env.Values;
import jsinterop.annotations.JsConstructor;
import jsinterop.annotations.JsFunction;
import jsinterop.annotations.JsOptional;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** Watches several queries at once and, where asked to, combines their results into one value. */
@JsType
public class QueriesObserver extends Subscribable {
  /** What holds for all of them. */
  @JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
  public static class Config {
    public Combine combine;
  }

  /** Combines results; those of the observer where none are given. */
  @JsFunction
  interface Combining {
    Object combine(Seq<QueryResult> results);
  }

  /** Gives the results, tracking what is read. */
  @JsFunction
  interface Tracking {
    Seq<QueryResult> track();
  }

  /** An observer, and the options that it watches under. */
  private static final class Match {
    final QueryOptions options;
    final QueryObserver observer;

    Match(QueryOptions options, QueryObserver observer) {
      this.options = options;
      this.observer = observer;
    }
  }

  private final QueryClient client;
  private Config options;
  private Seq<Match> matches = new Seq<>();
  private Seq<QueryObserver> observers = new Seq<>();
  private Seq<QueryResult> results = new Seq<>();
  private Object combined;
  private Combine lastCombine;
  private Seq<QueryResult> lastResults;
  private Seq<String> lastHashes;

  @JsConstructor
  public QueriesObserver(QueryClient client, Seq<QueryOptions> queries, @JsOptional Config options) {
    this.client = client;
    this.combined = values().undefined();
    setQueries(queries, options);
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
    listeners = new Bag<>();
    observers.each(QueryObserver::destroy);
  }

  /** Watches these queries from now on; those that it watched already go on being watched. */
  public void setQueries(Seq<QueryOptions> queries, @JsOptional Config options) {
    this.options = options;
    if (Dev.on()) {
      warnOfDuplicates(queries);
    }
    client.environment.notify.run(() -> take(match(queries)));
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
    Seq<Match> now = match(queries);
    Seq<QueryResult> made = now.map(match -> match.observer.getOptimisticResult(match.options));
    Seq<String> hashes = now.map(match -> match.options.queryHash);
    Combining combining = given -> combine(given != null ? given : made, combine, hashes);
    Tracking tracking = () -> track(made, now);
    return Seq.of(made, combining, tracking);
  }

  private void take(Seq<Match> next) {
    Seq<QueryObserver> before = observers;
    next.each(match -> match.observer.setOptions(match.options));
    Seq<QueryObserver> after = next.map(match -> match.observer);
    Seq<QueryResult> made = after.map(QueryObserver::getCurrentResult);
    boolean moved = before.size() != after.size() || after.someAt((observer, i) -> observer != before.get(i));
    if (!moved && !made.someAt((result, i) -> !Records.shallowEqual(result, results.get(i)))) {
      return;
    }
    if (moved) {
      matches = next;
      observers = after;
    }
    results = made;
    if (!hasListeners()) {
      return;
    }
    if (moved) {
      before.filter(observer -> !after.has(observer)).each(QueryObserver::destroy);
      after.filter(observer -> !before.has(observer)).each(this::watch);
    }
    tellAll();
  }

  private void watch(QueryObserver observer) {
    observer.subscribe((Listener<QueryResult>) result -> {
      int at = observers.find(observer);
      if (at >= 0) {
        results = results.copy();
        results.set(at, result);
        tellAll();
      }
    });
  }

  private Seq<Match> match(Seq<QueryOptions> queries) {
    Table<String, Seq<QueryObserver>> byHash = new Table<>();
    observers.each(observer -> {
      String hash = observer.options.queryHash;
      if (!byHash.has(hash)) {
        byHash.put(hash, new Seq<>());
      }
      byHash.get(hash).add(observer);
    });
    return queries.map(query -> {
      QueryOptions defaulted = client.defaultQueryOptions(query);
      Seq<QueryObserver> same = byHash.get(defaulted.queryHash);
      return new Match(defaulted,
          same != null && same.size() > 0 ? same.removeAt(0) : new QueryObserver(client, defaulted));
    });
  }

  /** What one result was asked for is watched in all of them, so that they are told together. */
  private Seq<QueryResult> track(Seq<QueryResult> made, Seq<Match> of) {
    Bag<String> read = new Bag<>();
    return of.mapAt((match, i) -> Options.truthy(values(), match.options.notifyOnChangeProps) ? made.get(i)
        : match.observer.trackResult(made.get(i), name -> {
          if (!read.has(name)) {
            read.add(name);
            of.each(each -> each.observer.trackProp(name));
          }
        }));
  }

  private Object combine(Seq<QueryResult> input, Combine combine, Seq<String> hashes) {
    if (combine == null) {
      return input;
    }
    if (results != lastResults || combine != lastCombine || differ(hashes)) {
      lastCombine = combine;
      lastResults = results;
      if (hashes != null) {
        lastHashes = hashes;
      }
      combined = values().replaceEqualDeep(combined, combine.combine(input));
    }
    return combined;
  }

  private boolean differ(Seq<String> hashes) {
    return hashes != null && lastHashes != null && (hashes.size() != lastHashes.size()
        || hashes.someAt((hash, i) -> !hash.equals(lastHashes.get(i))));
  }

  private boolean combinesLater() {
    return options == null || options.combine == null || observers.someAt((observer, i) ->
        Options.truthy(values(), observer.options.suspense) && values().isUndefined(results.get(i).data));
  }

  private void tellAll() {
    if (!hasListeners()) {
      return;
    }
    if (!combinesLater()) {
      Object before = combined;
      if (combine(track(results, matches), options.combine, null) == before) {
        return;
      }
    }
    client.environment.notify.run(() -> tell(results));
  }

  private Values values() {
    return client.environment.values;
  }

  private void warnOfDuplicates(Seq<QueryOptions> queries) {
    Bag<String> hashes = new Bag<>();
    queries.each(query -> hashes.add(client.defaultQueryOptions(query).queryHash));
    if (hashes.size() != queries.size()) {
      client.environment.errors.warn(
          "[QueriesObserver]: Duplicate Queries found. This might result in unexpected behavior.");
    }
  }
}
