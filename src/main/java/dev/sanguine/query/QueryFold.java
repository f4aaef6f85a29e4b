package dev.sanguine.query;

import dev.sanguine.env.Development;
import dev.sanguine.env.Values;
import dev.sanguine.law.ArrivedValue;
import dev.sanguine.law.Change;
import dev.sanguine.law.FoldedQuery;
import dev.sanguine.query.callbacks.VersionRule;
import dev.sanguine.query.fetching.FetchRun;
import dev.sanguine.query.options.FetchOptions;
import dev.sanguine.query.options.SetDataOptions;
import dev.sanguine.query.state.Actions;
import dev.sanguine.query.state.Contexts;
import dev.sanguine.query.state.OverlappingChange;
import dev.sanguine.query.state.QueryState;
import dev.sanguine.query.state.States;
import dev.sanguine.records.Holds;
import dev.sanguine.records.RecordShape;

/** A query as the law sees it. The query's state is the view; the confirmed state is kept here while changes stand over it. */
public final class QueryFold extends FoldedQuery {
  final Query query;
  /** The value that becomes the base just now; null at any other time. */
  public ArrivedValue taken;
  /** The cache's listeners are being told of a success. */
  boolean isTellingSuccess;
  /** Null while no change stands over the query: then its state is the confirmed one. */
  private QueryState base;

  QueryFold(Query query) {
    super(query.queryHash, query.client.log());
    this.query = query;
  }

  public static Query queryOf(FoldedQuery folded) {
    return ((QueryFold) folded).query;
  }

  QueryState confirmedState() {
    return base;
  }

  /** The confirmed state has changed: what is seen is folded again over it. */
  void rebase(QueryState next) {
    base = next;
    gate.rebase(next.data);
  }

  // What it is

  @Override
  public RecordShape shape() {
    return query.shape();
  }

  @Override
  protected Object share(Object previous, Object next) {
    return Options.share(query.environment(), query.options, previous, next);
  }

  @Override
  protected boolean sharesByOwnFunction() {
    return values().isFunction(query.options.structuralSharing);
  }

  @Override
  public boolean hasVersions() {
    return query.options.version != null;
  }

  @Override
  protected Holds versionSays(
      Object data, Object base, Object before, Object after, Object answer, String who) {
    VersionRule rule = OwnOptions.version(query.options, values());
    if (rule == null) {
      return Holds.UNKNOWN;
    }
    OverlappingChange change = Contexts.overlap(base, before, after, answer);
    Object isIn = query
        .environment()
        .errors
        .attempt(() -> rule.holds(data, change, query), error -> reportThrown(who, error));
    return Options.isTrue(isIn) ? Holds.YES : Options.isFalse(isIn) ? Holds.NO : Holds.UNKNOWN;
  }

  private Object reportThrown(String who, Object error) {
    query
        .environment()
        .errors
        .report(
            "mutation " + who + ": version threw over " + hash
                + Development.hint(" and decides nothing. Mend the option version."),
            error);
    return null;
  }

  // What it has

  @Override
  public Object base() {
    return query.confirmed().data;
  }

  @Override
  public Object view() {
    return query.current().data;
  }

  @Override
  protected boolean isInvalidated() {
    return query.confirmed().isInvalidated;
  }

  @Override
  protected boolean isFetching() {
    return query.run != null;
  }

  @Override
  protected double now() {
    return query.environment().clock.now();
  }

  // What the law tells it

  @Override
  protected void keepBase() {
    base = query.confirmed();
  }

  @Override
  protected void show(Object view) {
    QueryState shown = base;
    if (!values().same(view, base.data)) {
      shown = States.copy(base);
      shown.data = view;
      if (base.status.equals("pending")) {
        shown.status = "success";
      }
    }
    query.show(shown);
  }

  @Override
  protected void showBase() {
    query.show(base);
    base = null;
  }

  @Override
  protected void becomeBase(ArrivedValue value) {
    taken = value;
    try {
      query.dispatch(
          value.pushed != null
              ? Actions.setState((QueryState) value.pushed)
              : Actions.success(value.data, optionsOf(value)));
    } finally {
      taken = null;
    }
  }

  private static SetDataOptions optionsOf(ArrivedValue value) {
    SetDataOptions set = new SetDataOptions();
    if (value.isManual) {
      set.manual = true;
    }
    if (!Double.isNaN(value.updatedAt)) {
      set.updatedAt = value.updatedAt;
    }
    return set;
  }

  @Override
  protected void rewriteBase(Object data) {
    base = States.copy(base);
    base.data = data;
  }

  @Override
  protected void bake(Object data, Change baked) {
    Object under = base.data;
    rewriteBase(data);
    if (!values().isUndefined(data) && values().isUndefined(under)) {
      base.status = "success";
      base.dataUpdatedAt = now();
    }
    base.isInvalidated = true;
    query.client.getQueryCache().handWrites.noteBaked(query, baked, under);
  }

  @Override
  protected void endFetch() {
    if (!query.confirmed().fetchStatus.equals("idle")) {
      query.change(States.idle(query.confirmed()));
    }
  }

  @Override
  protected void invalidate() {
    query.invalidate();
  }

  @Override
  protected void announce() {
    query.announce(Actions.setState(query.confirmed()));
  }

  @Override
  protected void lastChangeLeft() {
    if (query.observers.size() > 0) {
      return;
    }
    if (isMadeByIntent && query.run == null && query.lacksData()) {
      query.client.getQueryCache().remove(query);
    } else {
      query.scheduleGc();
    }
  }

  @Override
  protected void handWriteUndone(Change change, Object before, Object after) {
    MutationIntents.mutationOf(change.intent).run.runWrites().addUndone(query, before, after);
  }

  // Fetches

  @Override
  protected boolean canResync() {
    return query.canResync();
  }

  @Override
  protected boolean resync(double owedSince) {
    FetchRun before = query.run;
    if (before != null && before.isOneMorePage()) {
      // Whoever asked for the page gets it; the fetch follows.
      return false;
    }
    if ((before == null || before.sent <= owedSince) && query.canResync()) {
      FetchOptions again = new FetchOptions();
      again.cancelRefetch = true;
      query.client.law.resyncSent(query);
      query.fetch(null, again).done(null, Promises.IGNORE);
      if (query.run == before) {
        // A first load is joined, not replaced: it was sent too early, and another follows it.
        return false;
      }
      if (query.run != null) {
        query.run.isResync = true;
      }
    }
    return true;
  }

  @Override
  protected void refuseFetchedBefore(double number) {
    query.revert = null;
    query.run.refusedBefore = Math.max(query.run.refusedBefore, number);
  }

  private Values values() {
    return query.environment().values;
  }
}
