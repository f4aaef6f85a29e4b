package dev.sanguine.query;

import dev.sanguine.env.Development;
import dev.sanguine.env.Listener;
import dev.sanguine.env.Supply;
import dev.sanguine.env.Task;
import dev.sanguine.env.Thenable;
import dev.sanguine.law.Intent;
import dev.sanguine.law.IntentState;
import dev.sanguine.query.callbacks.MutationFunction;
import dev.sanguine.query.callbacks.OnError;
import dev.sanguine.query.callbacks.OnEveryError;
import dev.sanguine.query.callbacks.OnEveryMutate;
import dev.sanguine.query.callbacks.OnEverySettled;
import dev.sanguine.query.callbacks.OnEverySuccess;
import dev.sanguine.query.callbacks.OnMutate;
import dev.sanguine.query.callbacks.OnSettled;
import dev.sanguine.query.callbacks.OnSuccess;
import dev.sanguine.query.fetching.Retryer;
import dev.sanguine.query.index.ScopeQueue;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.pattern.AwaitedPromises;
import dev.sanguine.query.pattern.HandWrites;
import dev.sanguine.query.pattern.RunWrites;
import dev.sanguine.query.pattern.RunningCallbacks;
import dev.sanguine.query.state.Action;
import dev.sanguine.query.state.ActionType;
import dev.sanguine.query.state.Actions;
import dev.sanguine.query.state.Contexts;
import dev.sanguine.query.state.MutationContext;
import jsinterop.annotations.JsConstructor;

/**
 * One execution of a mutation, from the intent to the last callback. Each callback is awaited. What fails on the way to
 * success makes a failure of it; what fails on the way out of a failure is reported as unhandled and stops nothing.
 *
 * Each step waits for exactly one promise, as an asynchronous function with one {@code await} a callback would: mutations
 * that begin together settle in the order of their start, whatever their callbacks return.
 */
public final class MutationRun extends Retryer<Mutation> {
  /** What is sent; ids that were temporary are replaced in it when the server's are known. */
  public Object variables;

  /** What the callbacks and the function are given last. */
  public MutationContext context;
  /** What it changes; null for a plain mutation, and until that is written down. */
  public Intent intent;
  /** An attempt failed whose request may have reached the server all the same. */
  public boolean mayHaveLanded;
  /** What its change becomes when it fails; null if the error says that. */
  public IntentState failsAs;
  /** The mutation was begun by an earlier page and restored from storage. */
  private boolean restored;
  /** An earlier run on this page still runs its callbacks: this one sends the change again, and restores nothing. */
  public boolean isSentAgain;
  /** It was prepared; its attempts may begin. */
  public boolean hasBegun;
  /** The latest attempt was sent with a network. */
  public boolean sentOnline;
  /** The line of its scope, if it was given up and its request is out still; null otherwise. */
  ScopeQueue holdsBack;
  /** Lets waiting mutations go on when the request of this one, which was given up, comes back; null if none waits. */
  Task whenBack;
  /** These settle what {@link #begin} returned. */
  private Listener<Object> succeed;

  private Listener<Object> fail;
  /** The client was cleared while it was under way. */
  public boolean isForgotten;
  /** What its callbacks have read and written by hand; null before they did. */
  public RunWrites runWrites;
  /** The engine's promises that its callbacks may wait for; null before the first. */
  public AwaitedPromises awaited;
  /** What may hold its request back; null if nothing does. */
  private final Pacing pacing;
  /** {@link #failedWith}, which each step needs. */
  private final Listener<Object> onFailure = this::failedWith;

  @JsConstructor
  MutationRun(Mutation mutation, Object variables) {
    super(mutation, mutation.options, 0);
    this.variables = variables;
    pacing = mutation.client.pacing;
  }

  /** The answer; rejects with the final error, after all callbacks. */
  Thenable<Object> begin() {
    Mutation mutation = owner;
    MutationOptions options = mutation.options;
    boolean plain = mutation.optimistic() == null;
    if (Development.on()) {
      OwnOptions.check(mutation);
    }
    if (!plain
        && (mutation.idempotencyKey() == null
            || !env.values.same(variables, mutation.state.variables))) {
      mutation.asOwner().renew();
    }
    // Plain mutations are given what upstream gives them and nothing more.
    context = plain ? Contexts.mutationContext(mutation.client, options) : newContext();
    handWrites().beginRun(this);
    return env.deferreds.create((resolve, reject) -> {
      succeed = resolve;
      fail = reject;
      env.errors.guard(this::announce, onFailure);
    });
  }

  private MutationContext newContext() {
    return Contexts.mutationContext(
        owner.client, owner.options, owner.idempotencyKey(), this::signal);
  }

  /** It is another request from now on, which the server has never seen. */
  public void renew() {
    owner.asOwner().renew();
    mayHaveLanded = false;
    context = newContext();
  }

  /** Says that it is under way, shows what it changes and prepares. One that was restored is prepared already. */
  private void announce() {
    Mutation mutation = owner;
    boolean paused = !canStart();
    restored = !isSentAgain && mutation.state.status.equals("pending");
    mutation.dispatch(
        restored
            ? Actions.action(ActionType.CONTINUE)
            : Actions.pending(env.values.undefined(), variables, paused));
    OnEveryMutate onMutate = mutation.cacheConfig().onMutate;
    mutation.issueIntent(variables);
    intent = mutation.intent();
    if (intent != null && conflicts() != null) {
      conflicts().begins(this);
    }
    if (settled && intent != null && intent.isPending()) {
      // Somebody who heard of the change has given it up at once.
      mutation.rollBack(intent, IntentState.FAILED, env.errors.cancelled(false, false));
    }
    // The page before has sent it.
    mayHaveLanded = restored && mutation.attempts() > 0 && mutation.sent() == 0;
    if (!restored && (onMutate != null || mutation.options.onMutate != null)) {
      callers().beginPreparing(this);
    }
    if (restored) {
      send();
    } else if (onMutate != null) {
      await(
          callAsOwner(() -> onMutate.call(variables, mutation, context)),
          nothing -> prepare(paused));
    } else {
      prepare(paused);
    }
  }

  private void prepare(boolean paused) {
    Mutation mutation = owner;
    await(callAsOwner(this::callOnMutate), prepared -> {
      if (!env.values.same(prepared, mutation.state.context)) {
        mutation.dispatch(Actions.pending(prepared, variables, paused));
      }
      send();
    });
  }

  private void send() {
    if (owner.state.isPaused && canStart()) {
      // Its turn came while it was being prepared.
      owner.dispatch(Actions.action(ActionType.CONTINUE));
    }
    hasBegun = true;
    callers().endPreparing(this);
    await(start(), this::succeedInCache);
  }

  // The way out of a success: four callbacks, each called when the one before it is done, and then
  // the end.

  private void succeedInCache(Object data) {
    await(callAsOwner(() -> callOnEverySuccess(data)), nothing -> succeedInOptions(data));
  }

  private void succeedInOptions(Object data) {
    await(callAsOwner(() -> callOnSuccess(data)), nothing -> settleInCache(data));
  }

  private void settleInCache(Object data) {
    await(callAsOwner(() -> callOnEverySettled(data, null)), nothing -> settleInOptions(data));
  }

  private void settleInOptions(Object data) {
    await(callAsOwner(() -> callOnSettled(data, null)), nothing -> endWith(data));
  }

  private void endWith(Object data) {
    end(Actions.answered(data));
    owner.endRun(this);
    handWrites().endRun(this);
    succeed.on(data);
  }

  private void failedWith(Object error) {
    if (Development.on() && !settled) {
      tellIfUnheard(error);
    }
    if (hasBegun || owner.optimistic() != null) {
      settle(false, error);
    } else {
      endUnbegun(error);
    }
    callers().endPreparing(this);
    callers().addFailed(this);
    failInCache(error);
  }

  // The way out of a failure: as many callbacks, of which none is stopped by what another throws,
  // and then the end.

  private void failInCache(Object error) {
    tolerate(() -> callOnEveryError(error), nothing -> failInOptions(error));
  }

  private void failInOptions(Object error) {
    tolerate(() -> callOnError(error), nothing -> settleFailureInCache(error));
  }

  private void settleFailureInCache(Object error) {
    tolerate(
        () -> callOnEverySettled(env.values.undefined(), error),
        nothing -> settleFailureInOptions(error));
  }

  private void settleFailureInOptions(Object error) {
    tolerate(() -> callOnSettled(env.values.undefined(), error), nothing -> endWithFailure(error));
  }

  private void endWithFailure(Object error) {
    Object last = env.errors.attempt(
        () -> {
          end(Actions.error(error));
          return error;
        },
        thrown -> thrown);
    owner.endRun(this);
    handWrites().endRun(this);
    fail.on(last);
  }

  // The callbacks, each called if it is there.

  private Object callOnMutate() {
    OnMutate onMutate = owner.options.onMutate;
    return onMutate == null ? env.values.undefined() : onMutate.call(variables, context);
  }

  private Object callOnEverySuccess(Object data) {
    OnEverySuccess onSuccess = owner.cacheConfig().onSuccess;
    return onSuccess == null
        ? null
        : onSuccess.call(data, variables, owner.state.context, owner, context);
  }

  private Object callOnSuccess(Object data) {
    OnSuccess onSuccess = owner.options.onSuccess;
    return onSuccess == null ? null : onSuccess.call(data, variables, owner.state.context, context);
  }

  private Object callOnEveryError(Object error) {
    OnEveryError onError = owner.cacheConfig().onError;
    return onError == null
        ? null
        : onError.call(error, variables, owner.state.context, owner, context);
  }

  private Object callOnError(Object error) {
    OnError onError = owner.options.onError;
    return onError == null ? null : onError.call(error, variables, owner.state.context, context);
  }

  private Object callOnEverySettled(Object data, Object error) {
    OnEverySettled onSettled = owner.cacheConfig().onSettled;
    return onSettled == null
        ? null
        : onSettled.call(data, error, owner.state.variables, owner.state.context, owner, context);
  }

  private Object callOnSettled(Object data, Object error) {
    OnSettled onSettled = owner.options.onSettled;
    return onSettled == null
        ? null
        : onSettled.call(data, error, variables, owner.state.context, context);
  }

  /**
   * It failed before it was sent: nearly always a mistake in the program. In development it is told, unless a callback for
   * errors hears of it. Whether a component shows the error, or somebody handles the promise, cannot be known.
   */
  private void tellIfUnheard(Object error) {
    if (owner.optimistic() != null && !owner.hearsOfErrors()) {
      env.errors.report(
          "mutation " + owner.label() + " failed before it was sent"
              + Development.hint(", and has no onError that would say so"),
          error);
    }
  }

  /** The mutation's state is what came of it, unless its change is being sent again by now. */
  private void end(Action action) {
    if (intent == null || owner.run == this) {
      owner.dispatch(action);
    }
  }

  /** What the callback returns, with the log knowing whose it is. */
  private Object callAsOwner(Supply callback) {
    return callers()
        .call(
            this,
            owner.client.log == null
                ? callback
                : () -> owner.client.log.calling(owner.asOwner(), callback));
  }

  public RunWrites runWrites() {
    if (runWrites == null) {
      runWrites = new RunWrites();
    }
    return runWrites;
  }

  private HandWrites handWrites() {
    return owner.client.getQueryCache().handWrites;
  }

  private RunningCallbacks callers() {
    return handWrites().callers;
  }

  /** Goes on when the value is there; what fails makes a failure of the whole. */
  private void await(Object value, Listener<Object> next) {
    env.deferreds.resolve(value).done(got -> env.errors.hand(got, next, onFailure), onFailure);
  }

  /** Goes on when what the callback returns is settled, or at once if it throws. An error is reported as unhandled. */
  private void tolerate(Supply callback, Listener<Object> next) {
    Listener<Object> report = error -> {
      env.deferreds.reject(error);
      next.on(null);
    };
    env.errors.guard(() -> env.deferreds.resolve(callAsOwner(callback)).done(next, report), report);
  }

  /** The request of one that was given up has come back: the next of its scope, and of its record, may leave. */
  @Override
  public void onReturn() {
    if (whenBack != null) {
      Task back = whenBack;
      whenBack = null;
      back.run();
    }
    if (holdsBack != null) {
      owner.cameBack(this);
    }
  }

  private Conflicts conflicts() {
    return owner.client.conflicts;
  }

  @Override
  public boolean takesOver(boolean success, Object valueOrError) {
    return intent != null
        && conflicts() != null
        && conflicts().takesOver(this, success, valueOrError);
  }

  public void giveUp(Object error) {
    if (!settled) {
      settle(false, error);
      abort();
    }
  }

  @Override
  public Object attempt() {
    MutationFunction send = owner.options.mutationFn;
    if (send == null) {
      Object error = env.errors.create("No mutationFn found");
      if (restored) {
        env.errors.report(
            "mutation " + owner.label() + " was restored and can't go on"
                + Development.hint(
                    "; give it a mutationFn with setMutationDefaults before its state is hydrated"),
            null);
      } else if (Development.on()) {
        tellIfUnheard(error);
      }
      return env.errors.fail(error);
    }
    if (pacing != null) {
      return pacing.send(this);
    }
    if (intent != null) {
      if (conflicts() != null) {
        conflicts().send(this);
      }
      owner.client.log.sent(intent);
    }
    sentOnline = env.online.isOnline();
    return callers().call(this, () -> send.send(variables, context));
  }

  @Override
  public boolean mayRun() {
    // Asked first: what waits in line is held all the same.
    return (pacing == null || pacing.mayLeave(this)) && owner.mayRun();
  }

  @Override
  public boolean clearsTimer() {
    return intent != null;
  }

  @Override
  public void onFail(Object error) {
    // Nobody asks what became of a plain mutation.
    mayHaveLanded = mayHaveLanded || intent != null && Outcomes.isUnknown(owner, error, sentOnline);
  }

  @Override
  public void onAnswer(boolean success, Object valueOrError) {
    if (intent == null) {
      // A plain mutation shows nothing.
    } else if (success) {
      owner.asOwner().idempotencyKey = null;
      owner.client.log.settle(intent, IntentState.CONFIRMED, valueOrError);
    } else {
      // Given up before it is sent again, it may have landed when it was sent first.
      boolean unknown = mayHaveLanded
          || env.errors.isCancelled(valueOrError) && owner.attempts() > 0
          || intent.state == IntentState.SENT
              && Outcomes.isUnknown(owner, valueOrError, sentOnline);
      owner.rollBack(
          intent,
          failsAs != null ? failsAs : unknown ? IntentState.UNKNOWN : IntentState.FAILED,
          valueOrError);
    }
    owner.tellDependents(success, valueOrError);
    if (pacing != null) {
      pacing.settled(this);
    }
  }
}
