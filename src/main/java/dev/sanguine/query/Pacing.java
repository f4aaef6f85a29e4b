package dev.sanguine.query;

import dev.sanguine.env.Thenable;
import dev.sanguine.query.state.MutationResult;

/**
 * What keeps the request of a mutation back although its turn has come, or sends it together with others: the feature {@code
 * pacing}. A client without it has none, and sends each request by itself.
 */
public abstract class Pacing {
  /** True if the run's request may leave as far as pacing goes. Asked first when the run begins, before it shows anything. */
  protected abstract boolean mayLeave(MutationRun run);

  /** Sends what the run is to send, perhaps with what others are to send. The answer to come. */
  protected abstract Object send(MutationRun run);

  /** True if the run, which may be null, can be undone still. */
  protected abstract boolean isHeld(MutationRun run);

  /** The run has its final answer, or was given up. */
  protected abstract void settled(MutationRun run);

  /** True if the mutation's change is in a request that another one stands for, which is written down in its place. */
  protected abstract boolean isCarried(Mutation mutation);

  /** Takes the change back, if it is held. False if it is not. */
  public abstract boolean undo(Mutation mutation);

  /** Sends the change now, if it is held or waits for a pause. False if it does not. */
  public abstract boolean sendNow(Mutation mutation);

  /** Adds to what an observer shows of its mutation, which may be null. */
  protected abstract void show(MutationResult result, Mutation mutation);

  /** Says in development what of the mutation's options is ignored. */
  protected abstract void check(Mutation mutation);

  // Lists of what is pending

  /** Until when the change is held, in ms since 1970; 0 if it is not. */
  public abstract double heldUntil(Mutation mutation);

  /**
   * Sends a failed request again that carried the changes of several mutations. Null if the mutation has none in common with
   * others.
   */
  public abstract Thenable<Object> retry(Mutation mutation);
}
