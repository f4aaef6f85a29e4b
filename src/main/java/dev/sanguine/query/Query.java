package dev.sanguine.query;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Supply;
import dev.sanguine.env.Thenable;
import dev.sanguine.env.Values;
import dev.sanguine.law.BaseGate;
import dev.sanguine.query.fetching.FetchRequest;
import dev.sanguine.query.fetching.FetchRun;
import dev.sanguine.query.fetching.Retryer;
import dev.sanguine.query.options.CancelOptions;
import dev.sanguine.query.options.FetchOptions;
import dev.sanguine.query.options.FetchSettings;
import dev.sanguine.query.options.QueryConfig;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.options.SetDataOptions;
import dev.sanguine.query.options.SkipToken;
import dev.sanguine.query.pending.AffectedFields;
import dev.sanguine.query.state.Action;
import dev.sanguine.query.state.ActionType;
import dev.sanguine.query.state.Actions;
import dev.sanguine.query.state.CacheEvent;
import dev.sanguine.query.state.CacheEvents;
import dev.sanguine.query.state.PlainObjects;
import dev.sanguine.query.state.QueryState;
import dev.sanguine.query.state.States;
import dev.sanguine.records.RecordShape;
import jsinterop.annotations.JsConstructor;
import jsinterop.annotations.JsIgnore;
import jsinterop.annotations.JsOptional;
import jsinterop.annotations.JsProperty;
import jsinterop.annotations.JsType;

/**
 * One entry of the cache: a key, its state, the fetch that is under way and the observers that watch. Its state's data is
 * the view: the confirmed value while no intent touches the query, and else what the law makes of it ({@link BaseGate}).
 */
@JsType
public class Query extends Removable {
  public Object queryKey;
  public String queryHash;
  public QueryOptions options;
  public Seq<QueryObserver> observers = new Seq<>();
  /** "infinite", or undefined. */
  public String queryType;
  /** What reset goes back to. */
  public QueryState resetState;

  private final QueryOptions defaults;
  /** Its place among all queries of its cache; a larger one came later. */
  double birth;
  /** What the law keeps of it; null if no change ever stood over it, as over most. */
  @JsIgnore
  public QueryFold folded;
  /** The fetch under way, or the last one until it has cleaned up. */
  @JsIgnore
  public FetchRun run;
  /** The state to go back to if that is cancelled; null stands for the present one. */
  @JsIgnore
  public QueryState revert;
  /** The app's function asked for the signal of the latest fetch: it can end early, so nobody needs to wait for it. */
  @JsIgnore
  public boolean signalTaken;

  private QueryState state;

  @JsConstructor
  public Query(QueryConfig config) {
    super(config.client);
    defaults = config.defaultOptions;
    queryKey = config.queryKey;
    queryHash = config.queryHash;
    setOptions(config.options);
    OwnOptions.checkRecords(client, queryKey, this.options);
    resetState = startState();
    // A copy, since an app may get hold of it, and in the browser all queries share one that has
    // nothing.
    state = config.state != null ? States.admit(config.state) : States.copy(resetState);
    scheduleGc();
  }

  /**
   * What the query shows. In an event of the cache that tells of a success it is what was confirmed: such events are what
   * other tabs and storage are sent.
   */
  @JsProperty
  public QueryState getState() {
    return gate() != null && folded.isTellingSuccess ? folded.confirmedState() : current();
  }

  /** What the query shows, brought up to date. */
  @JsIgnore
  public QueryState current() {
    if (folded != null && folded.gate != null) {
      folded.gate.refreshView();
    }
    return state;
  }

  @JsProperty
  public Object getMeta() {
    return options.meta;
  }

  /** The promise of the fetch under way; undefined if there is none. */
  @JsProperty
  public Thenable<Object> getPromise() {
    return run == null ? Options.<Thenable<Object>>absent(values()) : run.promise;
  }

  public void setOptions(@JsOptional QueryOptions options) {
    QueryOptions before = this.options;
    QueryOptions all = this.options =
        defaults == null ? PlainObjects.copy(options) : PlainObjects.over(defaults, options);
    if (all._type != null) {
      queryType = all._type;
    }
    updateGcTime(all.gcTime);
    if (state != null && lacksData() && !values().isUndefined(all.initialData)) {
      QueryState start = startState();
      if (!values().isUndefined(start.data)) {
        QueryState next = States.partOf(confirmed());
        QueryReducer.succeed(this, next, start.data, start.dataUpdatedAt);
        change(next);
        resetState = start;
      }
    }
    if (state != null
        && client.log != null
        && client.log.records != null
        && before.records != all.records) {
      // Its data came from elsewhere: a server's page, a write by hand.
      client.log.records.declared(asFolded());
    }
  }

  /** Makes the value the confirmed one; returns it, shared with the one before. */
  public Object setData(Object data, @JsOptional SetDataOptions set) {
    Object kept = Options.share(environment(), options, confirmed().data, data);
    dispatch(Actions.success(kept, set));
    return kept;
  }

  /**
   * Takes a state, or a part of one, from outside: from another tab, from developer tools. While the query has changes, or had
   * one that was confirmed, its data is taken as {@link Hydration} takes it, and a view as the confirmed value under it.
   */
  public void setState(QueryState partial) {
    UnaskedValues.takePartOf(this, partial);
  }

  @JsIgnore
  public void change(QueryState partial) {
    dispatch(Actions.setState(partial));
  }

  /** Cancels the fetch under way; fulfilled when it is settled. */
  public Thenable<Object> cancel(@JsOptional CancelOptions options) {
    return halt(FetchSettings.reverts(options), FetchSettings.isSilent(options));
  }

  @JsIgnore
  public Thenable<Object> halt(Object revert, Object silent) {
    if (run == null) {
      return environment().deferreds.resolve(values().undefined());
    }
    Thenable<Object> promise = run.promise;
    run.halt(revert, silent);
    return Promises.whenSettled(promise);
  }

  @Override
  public void destroy() {
    if (folded != null) {
      folded.leave();
    }
    if (run != null) {
      halt(values().undefined(), true);
    }
    super.destroy();
    if (client.law != null) {
      client.law.queryRemoved(this);
    }
  }

  public void reset() {
    destroy();
    change(resetState);
    takeUpIntents();
    if (gate() != null) {
      client.log.tellLater(folded);
    }
  }

  // Filters ask these of each query of a cache: loops, since a closure takes longer than what it
  // looks at.

  public boolean isActive() {
    for (int i = 0; i < observers.size(); i++) {
      if (Options.notFalse(observers.get(i).options.enabled, this)) {
        return true;
      }
    }
    return false;
  }

  public boolean isDisabled() {
    return observers.size() > 0 ? !isActive() : options.queryFn == SkipToken.TOKEN || !isFetched();
  }

  public boolean isFetched() {
    return state.dataUpdateCount > 0 || state.errorUpdateCount > 0;
  }

  public boolean isStatic() {
    for (int i = 0; i < observers.size(); i++) {
      if ("static".equals(Options.valueFor(observers.get(i).options.staleTime, this))) {
        return !lacksData();
      }
    }
    return false;
  }

  public boolean isStale() {
    for (int i = 0; i < observers.size(); i++) {
      if (observers.get(i).result.isStale) {
        return true;
      }
    }
    return observers.size() == 0 && (lacksData() || state.isInvalidated);
  }

  /** Whether the data is older than {@code staleTime}: milliseconds, or "static" for never. */
  public boolean isStaleByTime(@JsOptional Object staleTime) {
    // What only an intent made is shown, but nobody has confirmed it: it does not count as fresh.
    return lacksData()
        || !"static".equals(staleTime)
            && (state.isInvalidated || isOlderThan(Options.number(staleTime, 0)));
  }

  private boolean isOlderThan(double time) {
    // What never becomes stale needs no look at the clock, which costs more than all the rest.
    return time < Double.POSITIVE_INFINITY
        && state.dataUpdatedAt + time <= environment().clock.now();
  }

  public void onFocus() {
    for (int i = 0; i < observers.size(); i++) {
      if (observers.get(i).shouldFetchOnWindowFocus()) {
        join(observers.get(i));
        break;
      }
    }
    goOn();
  }

  public void onOnline() {
    for (int i = 0; i < observers.size(); i++) {
      if (observers.get(i).shouldFetchOnReconnect()) {
        join(observers.get(i));
        break;
      }
    }
    goOn();
  }

  public void addObserver(QueryObserver observer) {
    if (!observers.has(observer)) {
      observers.add(observer);
      clearGcTimeout();
      notifyCache("observerAdded", CacheEvents.observed(observer));
    }
  }

  public void removeObserver(QueryObserver observer) {
    if (!observers.remove(observer)) {
      return;
    }
    if (observers.size() == 0) {
      if (run != null) {
        run.lostItsLastObserver();
      }
      scheduleGcIfCached();
    }
    notifyCache("observerRemoved", CacheEvents.observed(observer));
  }

  public int getObserversCount() {
    return observers.size();
  }

  public void invalidate() {
    if (!state.isInvalidated) {
      dispatch(Actions.action(ActionType.INVALIDATE));
    }
  }

  /** Fetches, or joins the fetch under way; gives the data then. */
  @SuppressWarnings("unchecked")
  public Thenable<Object> fetch(
      @JsOptional QueryOptions options, @JsOptional FetchOptions fetchOptions) {
    // Like a function that is asynchronous throughout: what is thrown in here rejects.
    return (Thenable<Object>) environment()
        .errors
        .attempt(
            () -> new FetchRequest(this, fetchOptions).send(options),
            environment().deferreds::reject);
  }

  /** One that was taken out has no time to be taken out. */
  @JsIgnore
  public void scheduleGcIfCached() {
    if (client.getQueryCache().get(queryHash) == this) {
      scheduleGc();
    }
  }

  @Override
  public void optionalRemove() {
    if (observers.size() == 0 && state.fetchStatus.equals("idle") && gate() == null) {
      client.getQueryCache().remove(this);
    }
  }

  /** The state with the confirmed value instead of the view: what is written down, compared and continued from. */
  @JsIgnore
  public QueryState confirmed() {
    return folded == null || folded.gate == null ? state : folded.confirmedState();
  }

  /** How records stand in its data. */
  @JsIgnore
  public RecordShape shape() {
    return options.records == null ? RecordShape.USUAL : AffectedFields.shapeOf(options.records);
  }

  /** True if the value, which nobody asked for after them, may lack changes that were confirmed. */
  @JsIgnore
  public boolean mayUndoConfirmed(Object data) {
    return folded != null && folded.mayUndoConfirmed(data);
  }

  /** The value with the records of the base in the place of older ones, as far as versions tell. */
  @JsIgnore
  public Object withNewerRecords(Object data) {
    return folded == null ? data : folded.withNewerRecords(data);
  }

  /** True if a fetch under this network mode would leave now: nothing has to be waited for. */
  @JsIgnore
  public boolean canFetch(String networkMode) {
    AwaitedIds ids = client.getQueryCache().newIds;
    return Retryer.canFetch(environment(), networkMode) && (ids == null || !ids.isAwaitedBy(this));
  }

  /** True if a fetch of its own accord can be sent: somebody watches, and there is something to fetch with. */
  @JsIgnore
  public boolean canResync() {
    return isActive() && !isStatic() && canFetchAgain();
  }

  /** True if there is something to fetch with: a page or a promise that came from elsewhere brings no function. */
  @JsIgnore
  public boolean canFetchAgain() {
    return options.queryFn != null
        ? options.queryFn != SkipToken.TOKEN
        : observers.some(observer -> observer.options.queryFn != null);
  }

  /** The new state is the view's; the fold has made it. */
  void show(QueryState next) {
    state = next;
  }

  /** Called when the query joins its cache: intents of its key may be waiting for it. */
  void takeUpIntents() {
    if (client.log == null) {
      return;
    }
    QueryFold before = folded;
    client.log.attach(asFolded());
    if (folded.gate == null && folded.confirmed == null) {
      // Nothing means it: it keeps nothing.
      folded = before;
    }
  }

  /** As the law sees it. */
  @JsIgnore
  public QueryFold asFolded() {
    if (folded == null) {
      folded = new QueryFold(this);
    }
    return folded;
  }

  /** The changes over it; null if there are none. */
  @JsIgnore
  public BaseGate gate() {
    return folded == null ? null : folded.gate;
  }

  @JsIgnore
  @Override
  public void dispatch(Action action) {
    QueryState next = QueryReducer.reduce(this, confirmed(), action);
    client.getQueryCache().setBusy(this, !next.fetchStatus.equals("idle"));
    if (gate() == null) {
      state = next;
    } else {
      folded.rebase(next);
    }
    if (client.law != null) {
      client.law.queryChanged(this, action);
    }
    announce(action);
  }

  /** Nothing is known any more: a write that made the data is taken out. What nobody watches or fetches leaves the cache. */
  @JsIgnore
  public void empty() {
    QueryState nothing = States.copy(confirmed());
    nothing.data = values().undefined();
    nothing.dataUpdatedAt = 0;
    nothing.error = null;
    nothing.status = "pending";
    change(nothing);
    if (observers.size() == 0 && state.fetchStatus.equals("idle") && gate() == null) {
      client.getQueryCache().remove(this);
    }
  }

  /** Tells the observers, then the cache's listeners. */
  void announce(Action action) {
    if (observers.size() > 0 || client.getQueryCache().hasListeners()) {
      Seq<QueryObserver> now = observers.copy();
      environment().notify.run(() -> {
        now.each(QueryObserver::onQueryUpdate);
        QueryFold told = folded;
        // A listener may write itself, and its event is told inside this one.
        boolean outer = told != null && told.isTellingSuccess;
        if (told != null) {
          told.isTellingSuccess = action.type.equals("success");
        }
        notifyCache("updated", CacheEvents.changed(action));
        if (told != null) {
          told.isTellingSuccess = outer;
        }
      });
    }
  }

  /** Tells the cache's listeners; the event holds what belongs to this type of event already. */
  void notifyCache(String type, CacheEvent event) {
    event.type = type;
    event.query = this;
    client.getQueryCache().notify(event);
  }

  double staleIn(double updatedAt, double staleTime) {
    return Math.max(updatedAt + staleTime - environment().clock.now(), 0);
  }

  private Values values() {
    return client.environment.values;
  }

  @JsIgnore
  public boolean lacksData() {
    return values().isUndefined(confirmed().data);
  }

  /** Fetches for the observer, or joins the fetch under way. */
  private static void join(QueryObserver observer) {
    FetchOptions join = new FetchOptions();
    join.cancelRefetch = false;
    observer.refetch(join);
  }

  private void goOn() {
    if (run != null) {
      run.proceed();
    }
  }

  private QueryState startState() {
    QueryState start = States.queryState();
    Object data = given(options.initialData, values());
    if (!values().isUndefined(data)) {
      start = States.copy(start);
      QueryReducer.succeed(this, start, data, given(options.initialDataUpdatedAt, values()));
    }
    return start;
  }

  /** An option that is a value, or a function that gives it. */
  static Object given(Object option, Values values) {
    return values.isFunction(option) ? ((Supply) option).get() : option;
  }
}
