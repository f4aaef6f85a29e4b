package dev.sanguine.query;

import dev.sanguine.env.Seq;
import dev.sanguine.law.Intent;
import dev.sanguine.query.state.DehydratedMutation;
import dev.sanguine.query.state.IntentResult;

/** What the feature {@code conflicts} does for a client. The rest of the engine knows nothing else of it. */
public abstract class Conflicts {
  /** The mutation's change shows. */
  public abstract void begins(MutationRun run);

  /** The request is about to leave. Gives its function what it needs for a precondition; throws if it must not leave. */
  public abstract void send(MutationRun run);

  /**
   * True if somebody was faster than the change, the page knows, and the two can't be merged: sent now it would be refused. If
   * they can be merged, the variables of the run are brought up to date.
   */
  public abstract boolean isOvertaken(MutationRun run);

  /** An attempt was answered, or failed. True if this decides what follows: the run goes on, or is settled by it. */
  public abstract boolean takesOver(MutationRun run, boolean success, Object answerOrError);

  /** True if the error says that the server has not done the change, because somebody else was faster. */
  public abstract boolean isRefusal(Mutation mutation, Object error);

  /** True if the requests of these, which were given up and are out still, can do no harm to the one that is next. */
  public abstract boolean areHarmless(Seq<MutationRun> out, Mutation next);

  /** Adds what it knows of a listed change. */
  public abstract void describe(Intent intent, IntentResult into);

  public abstract void write(Mutation mutation, DehydratedMutation into);

  /** The mutation was restored, with the change that shows or is listed. */
  public abstract void read(Mutation mutation, DehydratedMutation from);
}
