package dev.sanguine.query;

import dev.sanguine.env.AbortController;
import dev.sanguine.env.AbortSignal;
import dev.sanguine.env.Environment;
import dev.sanguine.env.Listener;
import dev.sanguine.env.Supply;
import dev.sanguine.env.Thenable;

/** One fetch of a query: its attempts, its abort signal, and the way back if it is cancelled. */
final class FetchRun implements Retryer.Owner {
  private final Query query;
  private final Environment env;
  private final FetchOptions fetchOptions;
  private final AbortController controller = new AbortController();
  private final Supply signal = this::takeSignal;
  private final Retryer retryer;
  private final Supply work;
  private boolean signalTaken;
  private QueryState revert;
  /** The number of the latest attempt among all that this client sent. */
  double sent;

  FetchRun(Query query, FetchOptions fetchOptions) {
    this.query = query;
    this.env = query.world();
    this.fetchOptions = fetchOptions;
    if (Dev.on() && !env.values.isKey(query.options.queryKey)) {
      env.errors.report("As of v4, queryKey needs to be an Array. If you are using a string like 'repoData',"
          + " please change it to an Array, e.g. ['repoData']", null);
    }
    FetchContext context = Records.fetchContext(signal);
    context.fetchOptions = fetchOptions;
    context.options = query.options;
    context.queryKey = query.queryKey;
    context.client = query.client;
    context.state = query.confirmed();
    context.fetchFn = this::callQueryFn;
    if ("infinite".equals(query.getQueryType())) {
      InfiniteFetch.take(context, query, env);
    } else if (query.options.behavior != null) {
      query.options.behavior.onFetch(context, query);
    }
    work = context.fetchFn;
    revert = query.confirmed();
    Object meta = fetchOptions == null ? null : fetchOptions.meta;
    if (query.confirmed().fetchStatus.equals("idle") || query.confirmed().fetchMeta != meta) {
      Action action = Query.action("fetch");
      action.meta = meta;
      query.dispatch(action);
    }
    QueryOptions options = context.options;
    retryer = new Retryer(env, this, options.retry, options.retryDelay, options.networkMode,
        fetchOptions == null ? null : fetchOptions.initialPromise);
  }

  void start(Listener<Object> resolve, Listener<Object> reject) {
    if (fetchOptions != null && fetchOptions.initialPromise != null) {
      sent = 0;
    }
    retryer.start().then(data -> {
      env.errors.attempt(() -> {
        succeed(data, resolve);
        return null;
      }, error -> {
        fail(error, resolve, reject);
        return null;
      });
      return null;
    }, error -> {
      // Like the code of a function that throws: what fails in here rejects.
      env.errors.attempt(() -> {
        fail(error, resolve, reject);
        return null;
      }, again -> {
        reject.on(again);
        return null;
      });
      return null;
    });
  }

  Thenable<Object> promise() {
    return retryer.promise;
  }

  /** Somebody else wants the data too: retries that were called off go on. */
  Thenable<Object> join() {
    retryer.continueRetry();
    return retryer.promise;
  }

  boolean hasFailed() {
    return retryer.hasFailed();
  }

  void proceed() {
    retryer.proceed();
  }

  void cancel(CancelOptions options) {
    boolean back = options != null && Options.truthy(env.values, options.revert);
    boolean silent = options != null && Options.truthy(env.values, options.silent);
    if (retryer.cancel(env.errors.cancelled(back, silent))) {
      if (back) {
        QueryState state = revert == null ? query.confirmed() : revert;
        QueryState reverted = Records.copy(state);
        reverted.fetchStatus = "idle";
        query.setState(reverted);
      }
      controller.abort();
    }
  }

  void lostItsLastObserver() {
    QueryState state = query.confirmed();
    if (signalTaken || state.fetchStatus.equals("paused") && state.status.equals("pending")) {
      CancelOptions back = new CancelOptions();
      back.revert = true;
      cancel(back);
    } else {
      retryer.cancelRetry();
    }
  }

  void revertTo(QueryState state) {
    revert = state;
  }

  @Override
  public Object attempt() {
    sent = query.client.log.tick();
    return work.get();
  }

  @Override
  public boolean mayRun() {
    return true;
  }

  @Override
  public void onFail(int failureCount, Object error) {
    Action action = Query.action("failed");
    action.failureCount = failureCount;
    action.error = error;
    query.dispatch(action);
  }

  @Override
  public void onPause() {
    query.dispatch(Query.action("pause"));
  }

  @Override
  public void onContinue() {
    query.dispatch(Query.action("continue"));
  }

  @Override
  public void onAnswer(boolean success, Object valueOrError) {}

  private void succeed(Object data, Listener<Object> resolve) {
    if (env.values.isUndefined(data)) {
      if (Dev.on()) {
        env.errors.report("Query data cannot be undefined. Please make sure to return a value other than undefined from"
            + " your query function. Affected query key: " + query.queryHash, null);
      }
      throw env.errors.raise(env.errors.create(query.queryHash + " data is undefined"));
    }
    if (query.fold == null) {
      query.setData(data, null);
      complete(data, false, resolve);
    } else {
      query.fold.arrive(data, sent, taken -> {
        if (taken) {
          complete(data, true, resolve);
        } else {
          finish();
          resolve.on(query.run != null ? query.run.promise() : query.fetch(null, null));
        }
      });
    }
  }

  private void complete(Object data, boolean folded, Listener<Object> resolve) {
    QueryCacheConfig config = query.client.getQueryCache().config;
    if (config.onSuccess != null) {
      config.onSuccess.call(data, query);
    }
    if (config.onSettled != null) {
      config.onSettled.call(data, query.confirmed().error, query);
    }
    finish();
    resolve.on(folded ? query.getState().data : data);
  }

  private void fail(Object error, Listener<Object> resolve, Listener<Object> reject) {
    if (env.errors.isCancelled(error)) {
      if (env.errors.cancelledSilently(error)) {
        // A silent cancellation makes room for another fetch: whoever waits for this one gets that one's answer.
        Object next = query.run == null ? env.values.undefined() : query.run.promise();
        finish();
        resolve.on(next);
        return;
      }
      if (env.errors.cancelledReverts(error)) {
        Object data = query.getState().data;
        finish();
        if (env.values.isUndefined(data)) {
          reject.on(error);
        } else {
          resolve.on(data);
        }
        return;
      }
    }
    Action action = Query.action("error");
    action.error = error;
    query.dispatch(action);
    QueryCacheConfig config = query.client.getQueryCache().config;
    env.errors.attempt(() -> {
      if (config.onError != null) {
        config.onError.call(error, query);
      }
      if (config.onSettled != null) {
        config.onSettled.call(query.getState().data, error, query);
      }
      finish();
      reject.on(error);
      return null;
    }, thrown -> {
      finish();
      reject.on(thrown);
      return null;
    });
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
    QueryFunctionContext context =
        Records.context(query.client, query.queryKey, query.options.meta, signal);
    signalTaken = false;
    return query.options.persister != null
        ? query.options.persister.fetch(queryFn, context, query)
        : queryFn.fetch(context);
  }

  /** The function to fetch with; where there is none, one that says so. */
  static QueryFunction functionOf(QueryOptions options, FetchOptions fetchOptions, Environment env) {
    if (Dev.on() && options.queryFn == SkipToken.TOKEN) {
      env.errors.report("Attempted to invoke queryFn when set to skipToken. This is likely a configuration error."
          + " Query hash: '" + options.queryHash + "'", null);
    }
    if (options.queryFn == null && fetchOptions != null && fetchOptions.initialPromise != null) {
      return context -> fetchOptions.initialPromise;
    }
    if (options.queryFn == null || options.queryFn == SkipToken.TOKEN) {
      return context -> env.deferreds.reject(env.errors.create("Missing queryFn: '" + options.queryHash + "'"));
    }
    return (QueryFunction) options.queryFn;
  }
}
