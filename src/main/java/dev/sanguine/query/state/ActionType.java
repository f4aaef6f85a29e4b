package dev.sanguine.query.state;

import dev.sanguine.env.Environment;

/** The words of {@link Action#type}, as listeners of a cache read them: {@code event.action.type}. */
public final class ActionType {
  /** A fetch begins, or waits for the network. Queries only. */
  public static final String FETCH = "fetch";
  /** Its callbacks and its request begin. Mutations only. */
  public static final String PENDING = "pending";
  /** An attempt failed, and another may follow. */
  public static final String FAILED = "failed";
  /** It waits: for the network, for the window's focus, or in its scope. */
  public static final String PAUSE = "pause";
  /** It goes on after that. */
  public static final String CONTINUE = "continue";
  /** Data came from a fetch or by hand, or the answer of a mutation. */
  public static final String SUCCESS = "success";
  /** The last attempt failed. */
  public static final String ERROR = "error";
  /** The data counts as stale from now on. Queries only. */
  public static final String INVALIDATE = "invalidate";
  /** Another state, or a part of one, takes the place of the present one. Queries only. */
  public static final String SET_STATE = "setState";

  private ActionType() {}

  /** What a switch that names every action throws for any other. */
  public static RuntimeException unknown(Environment env, Action action) {
    return env.errors.raise(env.errors.create("unknown action " + action.type));
  }
}
