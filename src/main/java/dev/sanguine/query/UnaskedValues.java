package dev.sanguine.query;

import dev.sanguine.law.SnapshotOrigins;
import dev.sanguine.query.options.FetchOptions;
import dev.sanguine.query.state.QueryState;
import dev.sanguine.query.state.States;

/** Values that somebody sent who was not asked: pages that were rendered on a server, other tabs, developer tools. */
public final class UnaskedValues {
  private UnaskedValues() {}

  /**
   * Takes a state, or a part of one. While the query has changes, or had one that was confirmed, its data is taken as {@link
   * Hydration} takes it, and a view as the confirmed value under it.
   */
  static void takePartOf(Query query, QueryState partial) {
    boolean isPlain =
        query.gate() == null && (query.folded == null || query.folded.confirmed == null)
            || query.environment().values.isUndefined(partial.data);
    if (isPlain || query.environment().values.same(partial.data, query.confirmed().data)) {
      query.change(partial);
      return;
    }
    QueryState next = States.copy(partial);
    SnapshotOrigins.Origin origin = query.client.log.views.of(
        partial.data, query.queryHash, query.gate() != null, query.client.log.calling != null);
    if (origin == null) {
      takeUnlessOlder(query, next);
    } else {
      next.data = origin.baseOfNow(partial.data);
      query.change(next);
    }
  }

  /** Takes the state, unless it may undo what was confirmed. */
  public static void takeUnlessOlder(Query query, QueryState next) {
    if (query.mayUndoConfirmed(next.data)) {
      refuseOlder(query, true);
      return;
    }
    next.data = query.withNewerRecords(next.data);
    if (query.gate() == null) {
      query.change(next);
    } else {
      query.gate().receive(next.data, next, next.dataUpdatedAt);
    }
  }

  /** What came may be older than what is there, which stays: it is asked for if somebody watches. */
  public static void refuseOlder(Query query, boolean asksAgain) {
    query.invalidate();
    if (asksAgain && query.canResync()) {
      FetchOptions join = new FetchOptions();
      join.cancelRefetch = false;
      query.fetch(null, join).done(null, Promises.IGNORE);
    }
  }
}
