package dev.sanguine.query;

import dev.sanguine.env.AbortSignal;
import dev.sanguine.env.Environment;
import dev.sanguine.env.Supply;
import dev.sanguine.env.Thenable;
import jsinterop.annotations.JsConstructor;

/** One fetch of a query: its attempts, its abort signal, and the way back if it is cancelled. */
final class FetchRun extends Retryer<Query> {
  private final FetchOptions fetchOptions;
  private final Supply work;
  private boolean signalTaken;
  /** The state to go back to where the fetch is cancelled; null stands for the present one. */
  QueryState revert;
  /** The number of the latest attempt among all that this client sent. */
  double sent;

  @JsConstructor
  FetchRun(Query query, FetchOptions fetchOptions) {
    super(query, query.options, query.world().isServer() ? 0 : 3);
    QueryOptions options = query.options;
    this.fetchOptions = fetchOptions != null ? fetchOptions : new FetchOptions();
    if (Dev.on() && !env.values.isKey(options.queryKey)) {
      env.errors.report("As of v4, queryKey needs to be an Array. If you are using a string like 'repoData',"
          + " please change it to an Array, e.g. ['repoData']", null);
    }
    revert = query.confirmed();
    FetchContext context = Records.context(query.client, query.queryKey, options.meta, this::takeSignal);
    context.fetchOptions = fetchOptions;
    context.options = options;
    context.state = revert;
    context.fetchFn = this::callQueryFn;
    if ("infinite".equals(query.getQueryType())) {
      InfiniteFetch.take(context, query);
    } else if (options.behavior != null) {
      options.behavior.onFetch(context, query);
    }
    work = context.fetchFn;
    Object meta = this.fetchOptions.meta;
    if (revert.fetchStatus.equals("idle") || revert.fetchMeta != meta) {
      query.dispatch(Shapes.fetch(meta));
    }
  }

  /** The data; rejects with the final error, after the callbacks. */
  Thenable<Object> fetch() {
    return start().then(data -> env.errors.attempt(() -> succeed(data), this::fail), this::fail);
  }

  void halt(boolean back, boolean silent) {
    if (!settled) {
      settle(false, env.errors.cancelled(back, silent));
      if (back) {
        QueryState reverted = Records.copy(revert == null ? owner.confirmed() : revert);
        reverted.fetchStatus = "idle";
        owner.setState(reverted);
      }
      control().abort();
    }
  }

  void lostItsLastObserver() {
    QueryState state = owner.confirmed();
    if (signalTaken || state.fetchStatus.equals("paused") && state.status.equals("pending")) {
      halt(true, false);
    } else {
      retryCancelled = true;
    }
  }

  @Override
  Object attempt() {
    if (failures == 0 && fetchOptions.initialPromise != null) {
      return fetchOptions.initialPromise;
    }
    // One more page leaves the others as old as they are.
    sent = Shapes.direction(fetchOptions.meta, env.values) == null ? owner.client.log.tick() : 0;
    return work.get();
  }

  private Object succeed(Object data) {
    if (env.values.isUndefined(data)) {
      if (Dev.on()) {
        env.errors.report("Query data cannot be undefined. Please make sure to return a value other than undefined from"
            + " your query function. Affected query key: " + owner.queryHash, null);
      }
      return env.errors.fail(env.errors.create(owner.queryHash + " data is undefined"));
    }
    if (owner.fold == null) {
      owner.setData(data, null);
      return complete(data);
    }
    return env.deferreds.create((resolve, reject) -> owner.fold.arrive(data, sent, taken -> {
      if (taken) {
        env.errors.guard(() -> {
          complete(data);
          resolve.on(owner.getState().data);
        }, error -> env.errors.guard(() -> fail(error), reject));
      } else {
        finish();
        resolve.on(owner.run != null ? owner.run.promise : owner.fetch(null, null));
      }
    }));
  }

  private Object complete(Object data) {
    tell(true, data, data, owner.confirmed().error);
    finish();
    return data;
  }

  private Object fail(Object error) {
    try {
      if (env.errors.isCancelled(error)) {
        if (env.errors.cancelledSilently(error)) {
          // A silent cancellation makes room for another fetch: whoever waits for this one gets that one's answer.
          return owner.getPromise();
        }
        if (env.errors.cancelledReverts(error)) {
          Object data = owner.getState().data;
          return env.values.isUndefined(data) ? env.errors.fail(error) : data;
        }
      }
      owner.dispatch(Shapes.error(error));
      tell(false, error, owner.getState().data, error);
      return env.errors.fail(error);
    } finally {
      finish();
    }
  }

  private void tell(boolean success, Object answer, Object data, Object error) {
    QueryCacheConfig config = owner.client.getQueryCache().config;
    Calls.call(success ? config.onSuccess : config.onError, answer, owner);
    Calls.call(config.onSettled, data, error, owner);
  }

  private void finish() {
    if (owner.run == this) {
      owner.run = null;
    }
    owner.scheduleGc();
    if (owner.fold != null && owner.run == null) {
      owner.client.log.settleDown(owner);
    }
  }

  private AbortSignal takeSignal() {
    signalTaken = true;
    return control().signal;
  }

  private Object callQueryFn() {
    QueryFunction queryFn = functionOf(owner.options, fetchOptions, env);
    QueryFunctionContext context =
        Records.context(owner.client, owner.queryKey, owner.options.meta, this::takeSignal);
    signalTaken = false;
    Persister persister = owner.options.persister;
    return persister != null ? persister.fetch(queryFn, context, owner) : queryFn.fetch(context);
  }

  /** The function to fetch with; where there is none, one that says so. */
  static QueryFunction functionOf(QueryOptions options, FetchOptions fetchOptions, Environment env) {
    Object promise = fetchOptions == null ? null : fetchOptions.initialPromise;
    if (options.queryFn == SkipToken.TOKEN) {
      if (Dev.now()) {
        env.errors.report("Attempted to invoke queryFn when set to skipToken."
            + Dev.hint(" This is likely a configuration error.") + " Query hash: '" + options.queryHash + "'", null);
      }
    } else if (options.queryFn != null) {
      return (QueryFunction) options.queryFn;
    } else if (promise != null) {
      return context -> promise;
    }
    return context -> env.deferreds.reject(env.errors.create("Missing queryFn: '" + options.queryHash + "'"));
  }
}
