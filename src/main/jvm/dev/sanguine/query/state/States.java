package dev.sanguine.query.state;

import dev.sanguine.env.Task;
import dev.sanguine.query.MutationObserver;

/** The states of queries and mutations: made, copied, completed. They are never changed: who wants another one copies it. */
public final class States {
  private States() {}

  /** The state of a query that has nothing; to be copied, since all queries share it in the browser. */
  public static QueryState queryState() {
    QueryState state = new QueryState();
    state.status = "pending";
    state.fetchStatus = "idle";
    return state;
  }

  public static MutationState mutationState() {
    MutationState state = new MutationState();
    state.status = "idle";
    return state;
  }

  /** The state, which somebody else made; in the browser it may have other members than the engine's. */
  public static QueryState admit(QueryState state) {
    return state;
  }

  public static MutationState admit(MutationState state) {
    return state;
  }

  public static QueryState copy(QueryState s) {
    QueryState c = new QueryState();
    c.data = s.data;
    c.dataUpdateCount = s.dataUpdateCount;
    c.dataUpdatedAt = s.dataUpdatedAt;
    c.error = s.error;
    c.errorUpdateCount = s.errorUpdateCount;
    c.errorUpdatedAt = s.errorUpdatedAt;
    c.fetchFailureCount = s.fetchFailureCount;
    c.fetchFailureReason = s.fetchFailureReason;
    c.fetchMeta = s.fetchMeta;
    c.isInvalidated = s.isInvalidated;
    c.status = s.status;
    c.fetchStatus = s.fetchStatus;
    return c;
  }

  /** The state without a fetch. */
  public static QueryState idle(QueryState s) {
    QueryState idle = copy(s);
    idle.fetchStatus = "idle";
    idle.fetchFailureCount = 0;
    idle.fetchFailureReason = null;
    return idle;
  }

  public static MutationState copy(MutationState s) {
    MutationState c = new MutationState();
    c.context = s.context;
    c.data = s.data;
    c.error = s.error;
    c.failureCount = s.failureCount;
    c.failureReason = s.failureReason;
    c.isPaused = s.isPaused;
    c.status = s.status;
    c.variables = s.variables;
    c.submittedAt = s.submittedAt;
    c.heldUntil = s.heldUntil;
    return c;
  }

  /** What an observer shows of the state. */
  public static MutationResult result(MutationState s, MutationObserver observer) {
    MutationResult r = new MutationResult();
    r.context = s.context;
    r.data = s.data;
    r.error = s.error;
    r.failureCount = s.failureCount;
    r.failureReason = s.failureReason;
    r.isPaused = s.isPaused;
    r.status = s.status;
    r.variables = s.variables;
    r.submittedAt = s.submittedAt;
    r.isPending = s.status.equals("pending");
    r.isSuccess = s.status.equals("success");
    r.isError = s.status.equals("error");
    r.isIdle = s.status.equals("idle");
    r.mutate = observer::mutate;
    r.reset = (Task) observer::reset;
    return r;
  }

  /** What is to be written over a state of which no more is said; a state of the JVM is never partial. */
  public static QueryState partOf(QueryState state) {
    return copy(state);
  }

  /** What a state that was written down says of another one, whose fetch is none of its business. */
  public static QueryState withoutFetch(QueryState written, QueryState known) {
    QueryState part = copy(written);
    part.fetchStatus = known.fetchStatus;
    return part;
  }

  /** A copy of the state, with what it lacks taken from the other; a state of the JVM is never partial. */
  public static QueryState whole(QueryState state, QueryState from) {
    return copy(state);
  }
}
