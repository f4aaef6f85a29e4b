package dev.sanguine.query.fetching;

import dev.sanguine.env.AbortSignal;
import dev.sanguine.env.Development;
import dev.sanguine.env.Environment;
import dev.sanguine.env.Supply;
import dev.sanguine.env.Task;
import dev.sanguine.env.Thenable;
import dev.sanguine.query.AwaitedIds;
import dev.sanguine.query.Options;
import dev.sanguine.query.Query;
import dev.sanguine.query.UnaskedValues;
import dev.sanguine.query.callbacks.Persister;
import dev.sanguine.query.callbacks.QueryFunction;
import dev.sanguine.query.options.FetchOptions;
import dev.sanguine.query.options.FetchSettings;
import dev.sanguine.query.options.QueryCacheConfig;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.options.SkipToken;
import dev.sanguine.query.state.Actions;
import dev.sanguine.query.state.Contexts;
import dev.sanguine.query.state.FetchContext;
import dev.sanguine.query.state.QueryFunctionContext;
import dev.sanguine.query.state.QueryState;
import dev.sanguine.query.state.States;
import jsinterop.annotations.JsConstructor;
import jsinterop.annotations.JsProperty;

/** One fetch of a query: its attempts, its abort signal, and the way back if it is cancelled. */
public final class FetchRun extends Retryer<Query> {
  /** In the place of a request's number: older than every change, and holds none. */
  static final int STORED = -1;

  private final FetchOptions fetchOptions;
  private Supply work;
  /** The tick of the latest attempt; {@link #STORED} if storage answered; 0 for one more page, or before any was sent. */
  public double sent;
  /** It is the fetch that is owed after a change was settled. */
  public boolean isResync;
  /** What it brings is shown already, piece by piece. */
  boolean isShown;
  /** It fetches a page that is added to those that are there. */
  private boolean isOneMorePage;
  /** A failed mutation's write was taken out since this began, so the pages that it starts from may have that write. */
  public boolean mayHoldWhatFailed;
  /** If {@link #sent} is below this tick, the result is older than what the query holds, and is fetched again. */
  public double refusedBefore = STORED;
  /** The fetch was cancelled, whether or not anybody asked for its signal. */
  @JsProperty
  public boolean aborted;
  /** What everybody gets who waits for this fetch, or for one that took its place; settled after the callbacks. */
  public Thenable<Object> outcome;

  @JsConstructor
  public FetchRun(Query query, FetchOptions fetchOptions) {
    super(query, query.options, UNSAID);
    this.fetchOptions = fetchOptions;
  }

  /** Begins: the query is fetching, or paused, when this returns. */
  public void begin() {
    Query query = owner;
    QueryOptions options = query.options;
    if (Development.on() && !env.values.isKey(options.queryKey)) {
      env.errors.report(
          "As of v4, queryKey needs to be an Array. If you are using a string like 'repoData',"
              + " please change it to an Array, e.g. ['repoData']");
    }
    FetchContext context =
        Contexts.context(query.client, query.queryKey, options.meta, this::takeSignal, this);
    context.fetchOptions = fetchOptions;
    context.options = options;
    context.state = query.confirmed();
    context.fetchFn = this::callQueryFn;
    if ("infinite".equals(query.queryType)) {
      InfiniteFetch.install(context, this);
    } else if (options.behavior != null) {
      options.behavior.onFetch(context, query);
    }
    work = context.fetchFn;
    QueryState before = query.confirmed();
    query.revert = before;
    Object meta = FetchSettings.meta(fetchOptions);
    if (before.fetchStatus.equals("idle")
        || env.values.isUndefined(meta)
        || !env.values.same(before.fetchMeta, meta)) {
      query.dispatch(Actions.fetch(meta));
    }
    query.run = this;
    outcome = promise.then(data -> env.errors.attempt(() -> succeed(data), this::fail), this::fail);
    start();
  }

  /** It asks, or will ask, for one more page alone. */
  public boolean isOneMorePage() {
    return FetchSettings.directionOf(fetchOptions, env.values) != null
        && env.values.items(env.values.field(owner.confirmed().data, "pages")).size() > 0;
  }

  public void halt(Object back, Object silent) {
    if (!settled) {
      aborted = true;
      settle(false, env.errors.cancelled(back, silent));
      if (Options.isTruthy(env.values, back)) {
        QueryState reverted =
            owner.revert == null ? States.partOf(owner.confirmed()) : States.copy(owner.revert);
        reverted.fetchStatus = "idle";
        if (isResync) {
          // What became of a change is not known yet.
          reverted.isInvalidated = true;
        }
        owner.change(reverted);
      }
      abort();
    }
  }

  public void lostItsLastObserver() {
    QueryState state = owner.confirmed();
    if (owner.signalTaken || state.fetchStatus.equals("paused") && state.status.equals("pending")) {
      halt(true, env.values.undefined());
    } else {
      retryCancelled = true;
    }
  }

  @Override
  public boolean mayRun() {
    return newIds() == null || !newIds().isAwaitedBy(owner);
  }

  @Override
  public Object attempt() {
    if (newIds() != null) {
      newIds().refuseUnmade(this);
    }
    Object promise = failures > 0 ? null : FetchSettings.initialPromise(fetchOptions);
    if (promise != null) {
      return promise;
    }
    noteRequest();
    Supply now = work;
    return now.get();
  }

  private AwaitedIds newIds() {
    return owner.client.getQueryCache().newIds;
  }

  private void noteRequest() {
    // One more page leaves the others as old as they are.
    isOneMorePage = isOneMorePage();
    sent = isOneMorePage ? 0 : owner.client.tick();
  }

  /** Calls the function through the persister, if there is one: unless that calls it, the answer is what was stored. */
  Object callThrough(Persister persister, QueryFunction queryFn, QueryFunctionContext context) {
    if (persister == null) {
      return queryFn.fetch(context);
    }
    sent = STORED;
    return persister.fetch(
        given -> {
          noteRequest();
          return queryFn.fetch(given);
        },
        context,
        Contexts.confirmed(owner, owner::confirmed));
  }

  private Object succeed(Object data) {
    Query query = owner;
    if (env.values.isUndefined(data)) {
      if (Development.on()) {
        env.errors.report(
            "Query data cannot be undefined. Please make sure to return a value other than"
                + " undefined from your query function. Affected query key: " + query.queryHash);
      }
      return env.errors.fail(env.errors.create(query.queryHash + " data is undefined"));
    }
    if (sent < refusedBefore) {
      return fetchAgain();
    }
    if (sent <= 0 && !isOneMorePage && query.mayUndoConfirmed(data)) {
      query.change(States.idle(query.confirmed()));
      finish();
      // Storage, asked once more, would give the same.
      UnaskedValues.refuseOlder(query, sent != STORED);
      return query.current().data;
    }
    if (query.gate() == null) {
      boolean isOverPagesOfNow = isOneMorePage && mayHoldWhatFailed;
      Object brought = isOverPagesOfNow ? overPagesOfNow(data) : data;
      if (isOverPagesOfNow && brought == null) {
        return fetchAgain();
      }
      Object newer = query.withNewerRecords(brought);
      becomeBase(() -> query.setData(newer, null));
      complete(newer);
      // A pending change of a record that has just come stands over it by now.
      return query.gate() == null ? newer : query.current().data;
    }
    if (isShown) {
      query.gate().arriveShown(sent);
    } else if (isOneMorePage) {
      Object all = overPagesOfNow(data);
      if (all == null) {
        return fetchAgain();
      }
      becomeBase(() -> query.gate().arriveOneMore(all));
    } else {
      query.gate().arrive(data, sent);
    }
    complete(data);
    return query.current().data;
  }

  private void becomeBase(Task become) {
    if (isOneMorePage) {
      owner.client.getQueryCache().handWrites.takePage(owner, isBackward(), become);
    } else {
      become.run();
    }
  }

  private boolean isBackward() {
    return env.values.same(FetchSettings.directionOf(fetchOptions, env.values), "backward");
  }

  /** The page that came with the pages of now; null if those end elsewhere by now. */
  private Object overPagesOfNow(Object data) {
    return InfiniteFetch.overPagesOfNow(
        owner.options, owner.confirmed().data, data, isBackward(), env.values);
  }

  /** What was brought is not taken: whoever waits for it gets the next fetch's, or what is there if nothing can be fetched. */
  private Object fetchAgain() {
    if (owner.run == this && !owner.canFetchAgain()) {
      owner.change(States.idle(owner.confirmed()));
      finish();
      UnaskedValues.refuseOlder(owner, false);
      return owner.current().data;
    }
    finish();
    return owner.run != null
        ? owner.run.outcome
        : owner.fetch(
            null,
            FetchSettings.directionOf(fetchOptions, env.values) == null ? null : fetchOptions);
  }

  /** The fetch ended without data: what whoever waits for it gets instead. */
  private Object fail(Object error) {
    Query query = owner;
    try {
      if (env.errors.isCancelled(error)) {
        if (env.errors.cancelledSilently(error)) {
          // It made room for another fetch: whoever waits for this one gets that one's answer.
          return query.run != this && query.run != null
              ? query.run.outcome
              : env.errors.fail(error);
        }
        if (env.errors.cancelledReverts(error)) {
          Object data = query.current().data;
          return env.values.isUndefined(data) ? env.errors.fail(error) : data;
        }
      }
      query.dispatch(Actions.error(error));
      QueryCacheConfig config = query.client.getQueryCache().config;
      if (config.onError != null) {
        config.onError.call(error, query);
      }
      callOnSettled(config, query.current().data, error);
      return env.errors.fail(error);
    } finally {
      finish();
    }
  }

  private Object complete(Object data) {
    QueryCacheConfig config = owner.client.getQueryCache().config;
    if (config.onSuccess != null) {
      config.onSuccess.call(data, owner);
    }
    callOnSettled(config, data, owner.confirmed().error);
    finish();
    return data;
  }

  private void callOnSettled(QueryCacheConfig config, Object data, Object error) {
    if (config.onSettled != null) {
      config.onSettled.call(data, error, owner);
    }
  }

  private void finish() {
    Query query = owner;
    if (query.run == this) {
      query.run = null;
    }
    query.scheduleGcIfCached();
    if (query.gate() != null && query.run == null) {
      query.client.log.settleDown(query.folded);
    }
  }

  private AbortSignal takeSignal() {
    owner.signalTaken = true;
    return signal();
  }

  private Object callQueryFn() {
    Query query = owner;
    QueryOptions options = query.options;
    QueryFunction queryFn = functionOf(options, fetchOptions, env);
    QueryFunctionContext context =
        Contexts.context(query.client, query.queryKey, options.meta, this::takeSignal, this);
    query.signalTaken = false;
    return callThrough(options.persister, queryFn, context);
  }

  /** The function to fetch with; if there is none, one that says so. */
  static QueryFunction functionOf(
      QueryOptions options, FetchOptions fetchOptions, Environment env) {
    Object promise = FetchSettings.initialPromise(fetchOptions);
    String hash = options.queryHash == null ? "undefined" : options.queryHash;
    if (options.queryFn == SkipToken.TOKEN) {
      if (Development.now()) {
        env.errors.report("Attempted to invoke queryFn when set to skipToken."
            + Development.hint(" This is likely a configuration error.") + " Query hash: '" + hash
            + "'");
      }
    } else if (options.queryFn != null) {
      return (QueryFunction) options.queryFn;
    } else if (promise != null) {
      return context -> promise;
    }
    return context -> env.deferreds.reject(env.errors.create("Missing queryFn: '" + hash + "'"));
  }
}
