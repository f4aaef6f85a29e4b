package dev.sanguine.query;

import dev.sanguine.env.AbortController;
import dev.sanguine.env.AbortSignal;
import dev.sanguine.env.Environment;
import dev.sanguine.env.Supply;
import dev.sanguine.env.Thenable;

/** One fetch of a query: its attempts, its abort signal, and the way back if it is cancelled. */
final class FetchRun extends Retryer {
  private final Query query;
  private final FetchOptions fetchOptions;
  private final AbortController controller = new AbortController();
  private final Supply signal = this::takeSignal;
  private final Supply work;
  private boolean signalTaken;
  /** The state to go back to where the fetch is cancelled; null stands for the present one. */
  QueryState revert;
  /** The number of the latest attempt among all that this client sent. */
  double sent;

  FetchRun(Query query, FetchOptions fetchOptions) {
    super(query, query.options.retry, query.options.retryDelay, query.options.networkMode);
    this.query = query;
    this.fetchOptions = fetchOptions != null ? fetchOptions : new FetchOptions();
    if (Dev.on() && !env.values.isKey(query.options.queryKey)) {
      env.errors.report("As of v4, queryKey needs to be an Array. If you are using a string like 'repoData',"
          + " please change it to an Array, e.g. ['repoData']", null);
    }
    revert = query.confirmed();
    FetchContext context = Records.fetchContext(
        fetchOptions, query.options, query.queryKey, query.client, revert, this::callQueryFn, signal);
    if ("infinite".equals(query.getQueryType())) {
      InfiniteFetch.take(context, query, env);
    } else if (query.options.behavior != null) {
      query.options.behavior.onFetch(context, query);
    }
    work = context.fetchFn;
    Object meta = this.fetchOptions.meta;
    if (query.confirmed().fetchStatus.equals("idle") || query.confirmed().fetchMeta != meta) {
      Action action = Query.action("fetch");
      action.meta = meta;
      query.dispatch(action);
    }
  }

  /** The data; rejects with the final error, after the callbacks. */
  Thenable<Object> fetch() {
    return start().then(data -> env.errors.attempt(() -> succeed(data), this::fail), this::fail);
  }

  /** Somebody else wants the data too: retries that were called off go on. */
  Thenable<Object> join() {
    cancelRetry(false);
    return promise;
  }

  void halt(boolean back, boolean silent) {
    if (cancel(env.errors.cancelled(back, silent))) {
      if (back) {
        QueryState reverted = Records.copy(revert == null ? query.confirmed() : revert);
        reverted.fetchStatus = "idle";
        query.setState(reverted);
      }
      controller.abort();
    }
  }

  void lostItsLastObserver() {
    QueryState state = query.confirmed();
    if (signalTaken || state.fetchStatus.equals("paused") && state.status.equals("pending")) {
      halt(true, false);
    } else {
      cancelRetry(true);
    }
  }

  @Override
  Object attempt() {
    if (failures == 0 && fetchOptions.initialPromise != null) {
      return fetchOptions.initialPromise;
    }
    sent = query.client.log.tick();
    return work.get();
  }

  private Object succeed(Object data) {
    if (env.values.isUndefined(data)) {
      if (Dev.on()) {
        env.errors.report("Query data cannot be undefined. Please make sure to return a value other than undefined from"
            + " your query function. Affected query key: " + query.queryHash, null);
      }
      return env.errors.fail(env.errors.create(query.queryHash + " data is undefined"));
    }
    if (query.fold == null) {
      query.setData(data, null);
      complete(data);
      return data;
    }
    return env.deferreds.create((resolve, reject) -> query.fold.arrive(data, sent, taken -> {
      if (taken) {
        env.errors.guard(() -> {
          complete(data);
          resolve.on(query.getState().data);
        }, error -> env.errors.guard(() -> fail(error), reject));
      } else {
        finish();
        resolve.on(query.run != null ? query.run.promise : query.fetch(null, null));
      }
    }));
  }

  private void complete(Object data) {
    QueryCacheConfig config = query.client.getQueryCache().config;
    Calls.call(config.onSuccess, data, query);
    Calls.call(config.onSettled, data, query.confirmed().error, query);
    finish();
  }

  private Object fail(Object error) {
    if (env.errors.isCancelled(error)) {
      if (env.errors.cancelledSilently(error)) {
        // A silent cancellation makes room for another fetch: whoever waits for this one gets that one's answer.
        Thenable<Object> next = query.getPromise();
        finish();
        return next;
      }
      if (env.errors.cancelledReverts(error)) {
        Object data = query.getState().data;
        finish();
        return env.values.isUndefined(data) ? env.errors.fail(error) : data;
      }
    }
    Action action = Query.action("error");
    action.error = error;
    query.dispatch(action);
    QueryCacheConfig config = query.client.getQueryCache().config;
    try {
      Calls.call(config.onError, error, query);
      Calls.call(config.onSettled, query.getState().data, error, query);
    } finally {
      finish();
    }
    return env.errors.fail(error);
  }

  private void finish() {
    if (query.run == this) {
      query.run = null;
    }
    query.scheduleGc();
    if (query.fold != null && query.run == null) {
      query.client.log.settleDown(query);
    }
  }

  private AbortSignal takeSignal() {
    signalTaken = true;
    return controller.signal;
  }

  private Object callQueryFn() {
    QueryFunction queryFn = functionOf(query.options, fetchOptions, env);
    QueryFunctionContext context = Records.context(query.client, query.queryKey, query.options.meta, signal);
    signalTaken = false;
    Persister persister = query.options.persister;
    return persister != null ? persister.fetch(queryFn, context, query) : queryFn.fetch(context);
  }

  /** The function to fetch with; where there is none, one that says so. */
  static QueryFunction functionOf(QueryOptions options, FetchOptions fetchOptions, Environment env) {
    boolean skip = options.queryFn == SkipToken.TOKEN;
    if (Dev.now() && skip) {
      env.errors.report("Attempted to invoke queryFn when set to skipToken. This is likely a configuration error."
          + " Query hash: '" + options.queryHash + "'", null);
    }
    if (options.queryFn != null && !skip) {
      return (QueryFunction) options.queryFn;
    }
    Object promise = skip || fetchOptions == null ? null : fetchOptions.initialPromise;
    return context -> promise != null ? promise
        : env.deferreds.reject(env.errors.create("Missing queryFn: '" + options.queryHash + "'"));
  }
}
