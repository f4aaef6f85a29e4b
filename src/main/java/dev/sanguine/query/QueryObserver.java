package dev.sanguine.query;

import dev.sanguine.env.Binding;
import dev.sanguine.env.Deferreds;
import dev.sanguine.env.Environment;
import dev.sanguine.env.Listener;
import dev.sanguine.env.OrderedSet;
import dev.sanguine.env.Subscribable;
import dev.sanguine.env.Task;
import dev.sanguine.env.Thenable;
import dev.sanguine.env.Values;
import dev.sanguine.query.callbacks.Convert;
import dev.sanguine.query.callbacks.PropertyReadListener;
import dev.sanguine.query.options.FetchOptions;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.state.CacheEvent;
import dev.sanguine.query.state.CacheEvents;
import dev.sanguine.query.state.PlainObjects;
import dev.sanguine.query.state.QueryResult;
import dev.sanguine.query.state.QueryResults;
import dev.sanguine.query.state.QueryState;
import jsinterop.annotations.JsConstructor;
import jsinterop.annotations.JsIgnore;
import jsinterop.annotations.JsOptional;
import jsinterop.annotations.JsType;

/**
 * Watches one query under options of its own: fetches when it is stale and somebody listens, and makes a
 * {@link QueryResult} of its state. Listeners are called if a member changed that they care for.
 */
@JsType
public class QueryObserver extends Subscribable {
  public QueryOptions options;

  final QueryClient client;
  Query query;
  /** Without members until the first is made. */
  QueryResult result = new QueryResult();
  /** The names of the members that were read; null while none was. */
  private OrderedSet<String> tracked;

  // For ObserverTimers.
  Object staleTimer;
  Object pollTimer;
  Object interval;

  // For Results.
  /** The query's state when the observer began to watch it. */
  QueryState start;
  /** The options that the current result was made of. */
  QueryOptions lastOptions;

  Query lastWithData;
  /** What was selected by what, and from what. */
  Convert selectedBy;

  Object selectInput;
  Object selected;
  Object selectError;

  @JsConstructor
  public QueryObserver(QueryClient client, QueryOptions options) {
    this.client = client;
    this.options = options;
    selectInput = values().undefined();
    selected = values().undefined();
    bindMethods();
    setOptions(options);
  }

  public void bindMethods() {
    Binding.bindRefetch(this);
  }

  @Override
  public void onSubscribe() {
    if (listeners.size() == 1) {
      query.addObserver(this);
      if (RefetchTriggers.shouldFetchOnMount(query, options)) {
        executeFetch(null);
      } else {
        updateResult();
      }
      ObserverTimers.update(this);
    }
  }

  @Override
  public void onUnsubscribe() {
    if (!hasListeners()) {
      destroy();
    }
  }

  public boolean shouldFetchOnReconnect() {
    return RefetchTriggers.shouldFetch(query, options, options.refetchOnReconnect);
  }

  public boolean shouldFetchOnWindowFocus() {
    return RefetchTriggers.shouldFetch(query, options, options.refetchOnWindowFocus);
  }

  /** Stops watching; all listeners are gone. */
  public void destroy() {
    listeners = new OrderedSet<>();
    ObserverTimers.stop(this);
    query.removeObserver(this);
  }

  /**
   * Watches under these options from now on, another query if they name another key.
   *
   * @throws an Error if {@code enabled} is neither a boolean nor a function that returns one
   */
  public void setOptions(QueryOptions options) {
    QueryOptions before = this.options;
    Query queryBefore = query;
    QueryOptions all = this.options = client.defaultQueryOptions(options);
    Object enabled = all.enabled;
    if (!values().isUndefined(enabled)
        && !(enabled instanceof Boolean)
        && !values().isFunction(enabled)) {
      environment()
          .errors
          .fail(environment()
              .errors
              .create("Expected enabled to be a boolean or a callback that returns a boolean"));
    }
    updateQuery();
    query.setOptions(all);
    if (Options.isTruthy(values(), before._defaulted) && !PlainObjects.shallowEqual(all, before)) {
      query.notifyCache("observerOptionsUpdated", CacheEvents.observed(this));
    }
    boolean mounted = hasListeners();
    if (mounted && RefetchTriggers.shouldFetchOnNewOptions(query, queryBefore, all, before)) {
      executeFetch(null);
    }
    updateResult();
    if (mounted) {
      ObserverTimers.follow(this, query != queryBefore, before);
    }
  }

  /** The result that these options give at this moment, before anybody subscribes. */
  public QueryResult getOptimisticResult(QueryOptions options) {
    Query of = build(options);
    QueryResult made = createResult(of, options);
    if (!PlainObjects.shallowEqual(result, made)) {
      // The cursor moves on to what was read, so that data to come is shared with that.
      result = made;
      lastOptions = options;
    }
    return made;
  }

  public QueryResult getCurrentResult() {
    return result;
  }

  /** The result, remembering which of its members are read: only their changes are told from then on. */
  public QueryResult trackResult(QueryResult result, @JsOptional PropertyReadListener onRead) {
    return QueryResults.tracked(this, result, onRead);
  }

  public void trackProp(String name) {
    if (tracked == null) {
      tracked = new OrderedSet<>();
    }
    tracked.add(name);
  }

  public Query getCurrentQuery() {
    return query;
  }

  /** Fetches again; a fetch under way is replaced unless {@code cancelRefetch} is false. */
  public Thenable<Object> refetch(@JsOptional FetchOptions options) {
    return fetch(options);
  }

  /** Fetches under these options without listening; gives the result as soon as there is data, whoever brought it. */
  public Thenable<Object> fetchOptimistic(QueryOptions options) {
    QueryOptions defaulted = client.defaultQueryOptions(options);
    Query of = build(defaulted);
    Deferreds deferreds = environment().deferreds;
    return deferreds.create((resolve, reject) -> {
      Thenable<Object> early = deferreds.create((give, never) -> {
        Task[] stop = {null};
        stop[0] = client.getQueryCache().subscribe((Listener<CacheEvent>) event -> {
          if (event.type.equals("updated")
              && event.query.queryHash.equals(of.queryHash)
              && !values().isUndefined(of.current().data)) {
            stop[0].run();
            give.on(createResult(of, defaulted));
          }
        });
        of.fetch(defaulted, null)
            .then(data -> {
              QueryResult made = createResult(of, defaulted);
              // No event told of data if a listener took it away at once. This way is the shorter.
              give.on(made);
              return made;
            })
            .then(
                made -> {
                  stop[0].run();
                  return deferreds.resolve(made);
                },
                error -> {
                  stop[0].run();
                  return deferreds.reject(error);
                })
            .done(resolve, reject);
      });
      early.done(resolve, reject);
    });
  }

  public Thenable<Object> fetch(@JsOptional FetchOptions options) {
    return executeFetch(Options.replacing(options)).then(data -> {
      updateResult();
      return result;
    });
  }

  public QueryResult createResult(Query query, QueryOptions options) {
    return Results.create(this, query, options);
  }

  /** Makes the result anew; tells the listeners if it changed. */
  public void updateResult() {
    QueryResult before = result;
    QueryResult next = createResult(query, options);
    lastOptions = options;
    if (!values().isUndefined(query.current().data)) {
      lastWithData = query;
    }
    if (!PlainObjects.shallowEqual(next, before)) {
      result = next;
      boolean heard = hasListeners() && cares(before);
      environment().notify.run(() -> {
        if (heard) {
          listeners.each(listener -> listener.on(result));
        }
        query.notifyCache("observerResultsUpdated", new CacheEvent());
      });
    }
  }

  public void onQueryUpdate() {
    updateResult();
    if (hasListeners()) {
      ObserverTimers.update(this);
    }
  }

  Thenable<Object> executeFetch(FetchOptions fetchOptions) {
    updateQuery();
    Thenable<Object> promise = query.fetch(options, fetchOptions);
    return fetchOptions != null && Options.isTruthy(values(), fetchOptions.throwOnError)
        ? promise
        : promise.done(null, Promises.IGNORE);
  }

  @JsIgnore
  Environment environment() {
    return client.environment;
  }

  private Values values() {
    return client.environment.values;
  }

  private boolean cares(QueryResult before) {
    Object wanted = Query.given(options.notifyOnChangeProps, values());
    boolean chosen = Options.isTruthy(values(), wanted);
    if ("all".equals(wanted) || !chosen && tracked == null) {
      return true;
    }
    return QueryResults.differs(
        result,
        before,
        chosen ? wanted : tracked,
        Options.isTruthy(values(), options.throwOnError),
        values());
  }

  private Query build(QueryOptions options) {
    return client.getQueryCache().build(client, options, null);
  }

  private void updateQuery() {
    Query before = query;
    query = build(options);
    if (query != before) {
      start = query.current();
      if (hasListeners()) {
        before.removeObserver(this);
        query.addObserver(this);
      }
    }
  }
}
