package dev.sanguine.query.state;

import dev.sanguine.query.options.SetDataOptions;

/** What happens to the state of a query or a mutation, as their reducers and the caches' listeners are told. */
public final class Actions {
  private Actions() {}

  public static Action action(String type) {
    Action action = new Action();
    action.type = type;
    return action;
  }

  public static Action failed(int failureCount, Object error) {
    Action action = action(ActionType.FAILED);
    action.failureCount = failureCount;
    action.error = error;
    return action;
  }

  public static Action success(Object data, SetDataOptions options) {
    Action action = action(ActionType.SUCCESS);
    action.data = data;
    if (options != null) {
      action.dataUpdatedAt = options.updatedAt;
      action.manual = options.manual;
    }
    return action;
  }

  public static Action fetch(Object meta) {
    Action action = action(ActionType.FETCH);
    action.meta = meta;
    return action;
  }

  public static Action error(Object error) {
    Action action = action(ActionType.ERROR);
    action.error = error;
    return action;
  }

  public static Action setState(QueryState state) {
    Action action = action(ActionType.SET_STATE);
    action.state = state;
    return action;
  }

  /** A mutation is under way. */
  public static Action pending(Object context, Object variables, boolean isPaused) {
    Action action = action(ActionType.PENDING);
    action.context = context;
    action.variables = variables;
    action.isPaused = isPaused;
    return action;
  }

  /** A mutation has its answer. */
  public static Action answered(Object data) {
    Action action = action(ActionType.SUCCESS);
    action.data = data;
    return action;
  }
}
