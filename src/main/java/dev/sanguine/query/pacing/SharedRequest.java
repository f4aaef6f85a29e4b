package dev.sanguine.query.pacing;

import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Thenable;
import dev.sanguine.query.Conflicts;
import dev.sanguine.query.Mutation;
import dev.sanguine.query.MutationRun;
import dev.sanguine.query.Promises;
import dev.sanguine.query.fetching.Retryer;
import dev.sanguine.query.state.ActionType;
import dev.sanguine.query.state.Actions;
import dev.sanguine.query.state.Contexts;
import dev.sanguine.query.state.MutationContext;
import dev.sanguine.query.state.MutationState;
import dev.sanguine.query.state.States;
import jsinterop.annotations.JsConstructor;

/**
 * One request that carries the changes of several mutations, its retries and its answer. What becomes of it becomes of all of
 * them, in one step. One that is given up leaves it; the request goes on for the others, and is aborted if there are none.
 */
final class SharedRequest extends Retryer<Passengers> {
  private final Pacer pacer;
  private final Passengers passengers;
  /** Whose turn it was: it waits for {@link #returned}. Null if the page was left before. */
  private final MutationRun head;
  /** Also those that were given up: as long as the request is out, nobody behind them is sent. */
  private final Seq<MutationRun> all;

  Merging merging;
  /** Somebody was given up since the variables were merged: what is sent again is without his change. */
  private boolean isOneGone;

  private boolean isBack;
  private Listener<Object> fulfilReturned;
  private Listener<Object> refuseReturned;
  /** Settled when no request of it is out any more. */
  final Thenable<Object> returned;

  @JsConstructor
  SharedRequest(Pacer pacer, Passengers passengers, Merging merging, MutationRun head) {
    super(passengers, merging.lead.owner.options, 0);
    this.pacer = pacer;
    this.passengers = passengers;
    this.merging = merging;
    this.head = head;
    this.all = merging.runs.copy();
    returned = env.deferreds.create((resolve, reject) -> {
      fulfilReturned = resolve;
      refuseReturned = reject;
    });
    returned.done(null, Promises.IGNORE);
    promise.done(null, Promises.IGNORE);
    all.each(run -> {
      passengers.runs.add(run);
      run.isRequestOpen = true;
      // What becomes of the request is final for each of them.
      run.retryCancelled = true;
      if (run.wake == null) {
        // Whoever lets it go on means the request.
        run.wake = Promises.IGNORE;
      }
    });
  }

  @Override
  public Object attempt() {
    if (isOneGone) {
      isOneGone = false;
      mergeAnew();
    }
    MutationRun lead = merging.lead;
    lead.context = contextOf(lead.owner);
    passengers.runs.items().each(Departure::tellConflicts);
    passengers.runs.items().each(run -> Departure.leave(run, this));
    showVariables(lead, merging.variables);
    return pacer.sendKept(merging.variables, keepalive -> {
      if (keepalive) {
        lead.context.keepalive = true;
      }
      return Departure.call(lead, merging.variables, lead.context);
    });
  }

  /** One that was sent out of its turn, when the page was left, waits for its turn before it is sent again. */
  @Override
  public boolean mayRun() {
    MutationRun first = passengers.runs.items().first(run -> true);
    return pacer.isLeft()
        || first == null
        || first.owner.client.getMutationCache().canRun(first.owner);
  }

  private MutationContext contextOf(Mutation mutation) {
    return mutation.optimistic() == null
        ? Contexts.mutationContext(mutation.client, mutation.options)
        : Contexts.mutationContext(
            mutation.client, mutation.options, mutation.idempotencyKey(), this::signal);
  }

  /** What is written down for the next page, while the request is out, is the mutation as it was sent. */
  static void showVariables(MutationRun run, Object variables) {
    MutationState state = States.copy(run.owner.state);
    state.variables = variables;
    run.owner.state = state;
  }

  /** Its change is not sent again, and what is sent is another request. If the others do not fit together, it stays as it was. */
  private void mergeAnew() {
    Merging anew = Merging.ofFirst(passengers.runs.items(), passengers.runs.size());
    if (anew.runs.size() == passengers.runs.size() && !anew.isNothing()) {
      merging = anew;
      if (anew.lead.owner.optimistic() != null) {
        anew.lead.owner.asOwner().idempotencyKey = Departure.newKey(env);
      }
    }
  }

  /** The run was given up, or somebody has settled it. */
  void leave(MutationRun run) {
    if (!settled && passengers.runs.remove(run)) {
      isOneGone = true;
      showVariables(run, run.variables);
      // The line is held by the others, as long as there are any.
      run.isRequestOpen &= passengers.runs.size() == 0;
      if (passengers.runs.size() == 0) {
        settle(false, env.errors.cancelled(false, false));
        abort();
      }
    }
  }

  /**
   * Somebody else was faster: the server has done nothing of it. Each of the changes is sent in its turn, so that the feature
   * conflicts decides about one at a time.
   */
  @Override
  public boolean takesOver(boolean success, Object valueOrError) {
    MutationRun lead = merging.lead;
    Conflicts conflicts = lead.owner.client.conflicts;
    if (success
        || conflicts == null
        || lead.intent == null
        || !conflicts.isRefusal(lead.owner, valueOrError)) {
      return false;
    }
    Seq<MutationRun> apart = passengers.runs.items();
    showVariables(lead, lead.variables);
    pacer.release(this);
    passengers.runs.clear();
    apart.each(this::waitAgain);
    settle(false, valueOrError);
    if (apart.size() > 0 && apart.get(0) != head) {
      apart.get(0).proceed();
    }
    return true;
  }

  private void waitAgain(MutationRun run) {
    run.isRequestOpen = false;
    run.retryCancelled = false;
    if (run.intent != null) {
      run.renew();
    }
    if (run != head) {
      run.owner.dispatch(Actions.action(ActionType.PAUSE));
    }
  }

  @Override
  public void onFail(Object error) {
    passengers.runs.items().each(run -> run.onFail(error));
  }

  @Override
  public boolean clearsTimer() {
    return true;
  }

  @Override
  public void onAnswer(boolean success, Object valueOrError) {
    if (!isRequestOpen) {
      all.each(run -> run.isRequestOpen = false);
    }
    showVariables(merging.lead, merging.lead.variables);
    boolean isFinal = passengers.runs.size() > 0;
    env.notify.run(() -> passengers.runs.items().each(run -> {
      if (!success || !run.takesOver(true, valueOrError)) {
        run.settle(success, valueOrError);
      }
    }));
    if (!success && isFinal) {
      pacer.failedTogether.add(this);
    }
    if (!isRequestOpen) {
      back(success, valueOrError);
    }
  }

  /** All of it was given up while the request was out, and now that has come back. */
  @Override
  public void onReturn() {
    back(false, null);
  }

  private void back(boolean success, Object valueOrError) {
    if (isBack) {
      return;
    }
    isBack = true;
    (success ? fulfilReturned : refuseReturned).on(valueOrError);
    all.each(run -> {
      run.isRequestOpen = false;
      run.onReturn();
    });
  }
}
