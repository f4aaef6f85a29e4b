package dev.sanguine.query;

import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.state.Action;
import dev.sanguine.query.state.ActionType;
import dev.sanguine.query.state.QueryState;
import dev.sanguine.query.state.States;

/** What each action makes of a query's confirmed state. States are never changed: each action makes a new one. */
final class QueryReducer {
  private QueryReducer() {}

  static QueryState reduce(Query query, QueryState state, Action action) {
    QueryState next = States.copy(state);
    switch (action.type) {
      case ActionType.FAILED:
        next.fetchFailureCount = action.failureCount;
        next.fetchFailureReason = action.error;
        break;
      case ActionType.PAUSE:
        next.fetchStatus = "paused";
        break;
      case ActionType.CONTINUE:
        next.fetchStatus = "fetching";
        break;
      case ActionType.FETCH:
        begin(query, next);
        next.fetchMeta = action.meta != null ? action.meta : null;
        break;
      case ActionType.SUCCESS:
        succeed(query, next, action.data, action.dataUpdatedAt);
        next.dataUpdateCount++;
        if (!action.manual) {
          next.fetchStatus = "idle";
          next.fetchFailureCount = 0;
          next.fetchFailureReason = null;
        }
        query.revert = action.manual ? next : null;
        break;
      case ActionType.ERROR:
        next.error = action.error;
        next.errorUpdateCount++;
        next.errorUpdatedAt = query.environment().clock.now();
        next.fetchFailureCount++;
        next.fetchFailureReason = action.error;
        next.fetchStatus = "idle";
        next.status = "error";
        next.isInvalidated = true;
        break;
      case ActionType.INVALIDATE:
        next.isInvalidated = true;
        break;
      case ActionType.SET_STATE:
        next = States.whole((QueryState) action.state, state);
        break;
      default:
        throw ActionType.unknown(query.environment(), action);
    }
    return next;
  }

  /** Writes fetched or set data into a state that is being made. */
  static void succeed(Query query, QueryState next, Object data, Object updatedAt) {
    next.data = data;
    next.dataUpdatedAt = Options.number(updatedAt, query.environment().clock.now());
    next.error = null;
    next.isInvalidated = false;
    next.status = "success";
  }

  /** Writes the beginning of a fetch into a state that is being made. */
  static void begin(Query query, QueryState next) {
    begin(query, next, query.options);
  }

  /** The same under other options than the query's. */
  static void begin(Query query, QueryState next, QueryOptions options) {
    next.fetchFailureCount = 0;
    next.fetchFailureReason = null;
    next.fetchStatus = query.canFetch(options.networkMode) ? "fetching" : "paused";
    if (query.environment().values.isUndefined(next.data)) {
      next.error = null;
      next.status = "pending";
    }
  }
}
