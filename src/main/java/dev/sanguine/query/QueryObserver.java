package dev.sanguine.query;

import dev.sanguine.env.Binding;
import dev.sanguine.env.Bag;
import dev.sanguine.env.Environment;
import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Subscribable;
import dev.sanguine.env.Supply;
import dev.sanguine.env.Task;
import dev.sanguine.env.Thenable;
import dev.sanguine.env.Values;
import jsinterop.annotations.JsConstructor;
import jsinterop.annotations.JsIgnore;
import jsinterop.annotations.JsOptional;
import jsinterop.annotations.JsType;

/**
 * Watches one query under options of its own: fetches when it is stale and somebody listens, and makes a
 * {@link QueryResult} of its state. Listeners are called where a member changed that they care for.
 */
@JsType
public class QueryObserver extends Subscribable {
  public QueryOptions options;

  final QueryClient client;
  private final Results results;
  private final ObserverTimers timers;
  private final Bag<String> tracked = new Bag<>();
  private Query query;
  private QueryResult result;

  @JsConstructor
  public QueryObserver(QueryClient client, QueryOptions options) {
    this.client = client;
    this.options = options;
    this.results = new Results(this);
    this.timers = new ObserverTimers(this);
    bindMethods();
    setOptions(options);
  }

  public void bindMethods() {
    Binding.bind(this, "refetch");
  }

  @Override
  public void onSubscribe() {
    if (listeners.size() == 1) {
      query.addObserver(this);
      if (Refetching.onMount(query, options)) {
        executeFetch(null);
      } else {
        updateResult();
      }
      timers.update();
    }
  }

  @Override
  public void onUnsubscribe() {
    if (!hasListeners()) {
      destroy();
    }
  }

  public boolean shouldFetchOnReconnect() {
    return Refetching.on(query, options, options.refetchOnReconnect);
  }

  public boolean shouldFetchOnWindowFocus() {
    return Refetching.on(query, options, options.refetchOnWindowFocus);
  }

  /** Stops watching; all listeners are gone. */
  public void destroy() {
    listeners = new Bag<>();
    timers.stop();
    query.removeObserver(this);
  }

  /**
   * Watches under these options from now on, another query where they name another key.
   *
   * @throws an Error where {@code enabled} is neither a boolean nor a function that returns one
   */
  public void setOptions(QueryOptions options) {
    QueryOptions before = this.options;
    Query queryBefore = query;
    this.options = client.defaultQueryOptions(options);
    Object enabled = this.options.enabled;
    if (!values().isUndefined(enabled) && !(enabled instanceof Boolean) && !values().isFunction(enabled)) {
      world().errors.fail(
          world().errors.create("Expected enabled to be a boolean or a callback that returns a boolean"));
    }
    updateQuery();
    query.setOptions(this.options);
    if (Options.isTrue(before._defaulted) && !Records.shallowEqual(this.options, before)) {
      client.getQueryCache().say("observerOptionsUpdated", query, this, null);
    }
    boolean mounted = hasListeners();
    if (mounted && Refetching.optionally(query, queryBefore, this.options, before)) {
      executeFetch(null);
    }
    updateResult();
    if (mounted) {
      timers.follow(query != queryBefore, this.options, before, query);
    }
  }

  /** The result that these options give at this moment, before anybody subscribes. */
  public QueryResult getOptimisticResult(QueryOptions options) {
    Query of = client.getQueryCache().build(client, options, null);
    QueryResult made = createResult(of, options);
    if (!Records.shallowEqual(made, result)) {
      // The cursor moves on to what was read, so that data to come is shared with that.
      result = made;
      results.moveTo(query.getState(), this.options);
    }
    return made;
  }

  public QueryResult getCurrentResult() {
    return result;
  }

  /** The result, remembering which of its members are read: only their changes are told from then on. */
  public QueryResult trackResult(QueryResult result, @JsOptional Tracked onRead) {
    return Records.tracked(result, name -> {
      trackProp(name);
      if (onRead != null) {
        onRead.on(name);
      }
    });
  }

  public void trackProp(String name) {
    tracked.add(name);
  }

  public Query getCurrentQuery() {
    return query;
  }

  /** Fetches again; a fetch under way is replaced unless {@code cancelRefetch} is false. */
  public Thenable<Object> refetch(@JsOptional FetchOptions options) {
    return fetch(options);
  }

  /** Fetches under these options without listening; gives the result then. */
  public Thenable<Object> fetchOptimistic(QueryOptions options) {
    QueryOptions defaulted = client.defaultQueryOptions(options);
    Query of = client.getQueryCache().build(client, defaulted, null);
    return world().deferreds.create((resolve, reject) -> {
      Task stop = client.getQueryCache().subscribe((Listener<CacheEvent>) event -> {
        if (event.type.equals("updated") && event.query.queryHash.equals(of.queryHash)
            && !values().isUndefined(of.getState().data)) {
          resolve.on(createResult(of, defaulted));
        }
      });
      of.fetch(null, null).done(data -> {
        stop.run();
        resolve.on(createResult(of, defaulted));
      }, error -> {
        stop.run();
        reject.on(error);
      });
    });
  }

  public Thenable<Object> fetch(@JsOptional FetchOptions options) {
    return executeFetch(Options.replacing(options)).then(data -> {
      updateResult();
      return result;
    }, null);
  }

  public QueryResult createResult(Query query, QueryOptions options) {
    return results.create(query, options);
  }

  /** Makes the result anew; tells the listeners where it changed. */
  public void updateResult() {
    QueryResult before = result;
    QueryResult next = createResult(query, options);
    results.follow(query, options);
    if (before != null && Records.shallowEqual(next, before)) {
      return;
    }
    result = next;
    boolean heard = before == null || cares(before);
    world().notify.run(() -> {
      if (heard) {
        tell(result);
      }
      client.getQueryCache().say("observerResultsUpdated", query, null, null);
    });
  }

  public void onQueryUpdate() {
    updateResult();
    if (hasListeners()) {
      timers.update();
    }
  }

  Thenable<Object> executeFetch(FetchOptions fetchOptions) {
    updateQuery();
    Thenable<Object> promise = query.fetch(options, fetchOptions);
    return fetchOptions != null && Options.truthy(values(), fetchOptions.throwOnError)
        ? promise : promise.done(null, Quiet.LISTENER);
  }

  @JsIgnore
  Environment world() {
    return client.environment;
  }

  private Values values() {
    return client.environment.values;
  }

  private boolean cares(QueryResult before) {
    Object props = options.notifyOnChangeProps;
    Object wanted = values().isFunction(props) ? ((Supply) props).get() : props;
    boolean chosen = Options.truthy(values(), wanted);
    if ("all".equals(wanted) || !chosen && tracked.size() == 0) {
      return true;
    }
    Bag<String> names = new Bag<>();
    (chosen ? values().items(wanted) : tracked.items()).each(name -> names.add((String) name));
    if (Options.truthy(values(), options.throwOnError)) {
      names.add("error");
    }
    return Records.differs(result, before, names);
  }

  private void updateQuery() {
    Query wanted = client.getQueryCache().build(client, options, null);
    if (wanted == query) {
      return;
    }
    Query before = query;
    query = wanted;
    results.startAt(wanted.getState());
    if (hasListeners()) {
      if (before != null) {
        before.removeObserver(this);
      }
      wanted.addObserver(this);
    }
  }
}
