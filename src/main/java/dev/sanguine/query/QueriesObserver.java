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
  private final Values values;
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
    this.values = client.environment.values;
    this.combined = values.undefined();
    setQueries(queries, options);
  }

  @Override
  public void onSubscribe() {
    if (listeners.size() == 1) {
      for (int i = 0; i < observers.size(); i++) {
        watch(observers.get(i));
      }
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
    for (int i = 0; i < observers.size(); i++) {
      observers.get(i).destroy();
    }
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
    Seq<Query> queries = new Seq<>();
    for (int i = 0; i < observers.size(); i++) {
      queries.add(observers.get(i).getCurrentQuery());
    }
    return queries;
  }

  public Seq<QueryObserver> getObservers() {
    return observers;
  }

  /** Before anybody subscribes: the results, how to combine them, and how to track them. */
  public Seq<Object> getOptimisticResult(Seq<QueryOptions> queries, @JsOptional Combine combine) {
    Seq<Match> now = match(queries);
    Seq<QueryResult> made = new Seq<>();
    Seq<String> hashes = new Seq<>();
    for (int i = 0; i < now.size(); i++) {
      made.add(now.get(i).observer.getOptimisticResult(now.get(i).options));
      hashes.add(now.get(i).options.queryHash);
    }
    Combining combining = given -> combine(given != null ? given : made, combine, hashes);
    Tracking tracking = () -> track(made, now);
    return Seq.of(made, combining, tracking);
  }

  private void take(Seq<Match> next) {
    Seq<QueryObserver> before = observers;
    boolean moved = next.size() != before.size();
    Seq<QueryObserver> after = new Seq<>();
    for (int i = 0; i < next.size(); i++) {
      next.get(i).observer.setOptions(next.get(i).options);
      after.add(next.get(i).observer);
      moved |= i >= before.size() || before.get(i) != after.get(i);
    }
    boolean changed = moved;
    Seq<QueryResult> made = new Seq<>();
    for (int i = 0; i < after.size(); i++) {
      made.add(after.get(i).getCurrentResult());
      changed |= i >= results.size() || !Records.shallowEqual(made.get(i), results.get(i));
    }
    if (!changed) {
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
      for (int i = 0; i < before.size(); i++) {
        if (!after.has(before.get(i))) {
          before.get(i).destroy();
        }
      }
      for (int i = 0; i < after.size(); i++) {
        if (!before.has(after.get(i))) {
          watch(after.get(i));
        }
      }
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
    for (int i = 0; i < observers.size(); i++) {
      String hash = observers.get(i).options.queryHash;
      Seq<QueryObserver> same = byHash.get(hash);
      if (same == null) {
        same = new Seq<>();
        byHash.put(hash, same);
      }
      same.add(observers.get(i));
    }
    Seq<Match> found = new Seq<>();
    for (int i = 0; i < queries.size(); i++) {
      QueryOptions defaulted = client.defaultQueryOptions(queries.get(i));
      Seq<QueryObserver> same = byHash.get(defaulted.queryHash);
      found.add(new Match(defaulted,
          same != null && same.size() > 0 ? same.removeAt(0) : new QueryObserver(client, defaulted)));
    }
    return found;
  }

  /** What one result was asked for is watched in all of them, so that they are told together. */
  private Seq<QueryResult> track(Seq<QueryResult> made, Seq<Match> of) {
    Bag<String> read = new Bag<>();
    Seq<QueryResult> trackedResults = new Seq<>();
    for (int i = 0; i < of.size(); i++) {
      if (Options.truthy(values, of.get(i).options.notifyOnChangeProps)) {
        trackedResults.add(made.get(i));
      } else {
        trackedResults.add(of.get(i).observer.trackResult(made.get(i), name -> {
          if (!read.has(name)) {
            read.add(name);
            for (int k = 0; k < of.size(); k++) {
              of.get(k).observer.trackProp(name);
            }
          }
        }));
      }
    }
    return trackedResults;
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
      combined = values.replaceEqualDeep(combined, combine.combine(input));
    }
    return combined;
  }

  private boolean differ(Seq<String> hashes) {
    if (hashes == null || lastHashes == null) {
      return false;
    }
    boolean differ = hashes.size() != lastHashes.size();
    for (int i = 0; !differ && i < hashes.size(); i++) {
      differ = !hashes.get(i).equals(lastHashes.get(i));
    }
    return differ;
  }

  private boolean combinesLater() {
    if (options == null || options.combine == null) {
      return true;
    }
    for (int i = 0; i < observers.size(); i++) {
      if (Options.truthy(values, observers.get(i).options.suspense)
          && (i >= results.size() || values.isUndefined(results.get(i).data))) {
        return true;
      }
    }
    return false;
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

  private void warnOfDuplicates(Seq<QueryOptions> queries) {
    Bag<String> hashes = new Bag<>();
    for (int i = 0; i < queries.size(); i++) {
      hashes.add(client.defaultQueryOptions(queries.get(i)).queryHash);
    }
    if (hashes.size() != queries.size()) {
      client.environment.errors.warn(
          "[QueriesObserver]: Duplicate Queries found. This might result in unexpected behavior.");
    }
  }
}
