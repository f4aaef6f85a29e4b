package dev.sanguine.query;

import dev.sanguine.env.Environment;
import dev.sanguine.query.state.Action;
import dev.sanguine.query.state.ActionType;
import dev.sanguine.query.state.MutationState;
import dev.sanguine.query.state.States;

/** What each action makes of a mutation's state. States are never changed: each action makes a new one. */
final class MutationReducer {
  private MutationReducer() {}

  static MutationState reduce(Environment env, MutationState state, Action action) {
    MutationState next = States.copy(state);
    switch (action.type) {
      case ActionType.PENDING:
        next.status = "pending";
        next.data = env.values.undefined();
        next.error = null;
        next.failureCount = 0;
        next.failureReason = null;
        next.isPaused = action.isPaused;
        next.context = action.context;
        next.variables = action.variables;
        next.submittedAt = env.clock.now();
        break;
      case ActionType.FAILED:
        next.failureCount = action.failureCount;
        next.failureReason = action.error;
        break;
      case ActionType.PAUSE:
        next.isPaused = true;
        break;
      case ActionType.CONTINUE:
        next.isPaused = false;
        break;
      case ActionType.SUCCESS:
        next.status = "success";
        next.data = action.data;
        next.error = null;
        next.failureCount = 0;
        next.failureReason = null;
        next.isPaused = false;
        break;
      case ActionType.ERROR:
        next.status = "error";
        next.data = env.values.undefined();
        next.error = action.error;
        next.failureCount++;
        next.failureReason = action.error;
        next.isPaused = false;
        break;
      default:
        throw ActionType.unknown(env, action);
    }
    return next;
  }
}
