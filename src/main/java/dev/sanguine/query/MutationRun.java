package dev.sanguine.query;

import dev.sanguine.env.Listener;
import dev.sanguine.env.Supply;
import dev.sanguine.env.Task;
import jsinterop.annotations.JsConstructor;

/**
 * One execution of a mutation, from the intent to the last callback. Each callback is awaited. What fails on the way to
 * success makes a failure of it; what fails on the way out of a failure is reported as unhandled and stops nothing.
 */
final class MutationRun extends Retryer<Mutation> {
  private final Mutation mutation;
  /** What is sent; ids that were temporary are replaced in it when the server's are known. */
  Object variables;
  private final Listener<Object> resolve;
  private final Listener<Object> reject;
  private final Listener<Object> onFailure = this::fail;
  private final MutationContext context;
  /** What it changes; null for a plain mutation, and until that is written down. */
  Intent intent;
  /** An attempt failed whose request may have reached the server all the same. */
  private boolean mayHaveLanded;

  @JsConstructor
  MutationRun(Mutation mutation, Object variables, Listener<Object> resolve, Listener<Object> reject) {
    super(mutation, mutation.options, 0);
    this.mutation = mutation;
    this.variables = variables;
    this.resolve = resolve;
    this.reject = reject;
    // Plain mutations are given what upstream gives them and nothing more.
    boolean plain = mutation.options.optimistic == null;
    if (!plain && (mutation.idempotencyKey == null || !env.values.same(variables, mutation.state.variables))) {
      mutation.idempotencyKey = mutation.client.newKey();
      mutation.attempts = 0;
    }
    context = plain ? Records.mutationContext(mutation.client, mutation.options)
        : Records.mutationContext(mutation.client, mutation.options, mutation.idempotencyKey, () -> control().signal);
  }

  void begin() {
    boolean paused = !canStart();
    boolean restored = mutation.state.status.equals("pending");
    if (restored) {
      mutation.dispatch(Query.action("continue"));
    } else {
      pending(env.values.undefined(), paused);
    }
    env.errors.guard(() -> {
      Callback onMutate = mutation.cacheConfig().onMutate;
      mutation.issueIntent(variables);
      intent = mutation.intent;
      if (restored) {
        send();
      } else if (onMutate == null) {
        callOnMutate(paused);
      } else {
        await(() -> onMutate.call(variables, mutation, context), nothing -> callOnMutate(paused), onFailure);
      }
    }, onFailure);
  }

  void giveUp(Object error) {
    if (!settled) {
      settle(false, error);
      control().abort();
    }
  }

  @Override
  Object attempt() {
    if (mutation.options.mutationFn == null) {
      return env.errors.fail(env.errors.create("No mutationFn found"));
    }
    if (intent != null) {
      mutation.client.log.sent(intent);
    }
    return mutation.options.mutationFn.send(variables, context);
  }

  @Override
  boolean mayRun() {
    return mutation.mayRun();
  }

  @Override
  void onFail(Object error) {
    mayHaveLanded = mayHaveLanded || env.errors.isUnknownOutcome(error);
  }

  @Override
  void onAnswer(boolean success, Object valueOrError) {
    if (intent != null && success) {
      mutation.idempotencyKey = null;
      mutation.client.log.settle(intent, Intent.CONFIRMED, valueOrError);
    } else if (intent != null) {
      boolean unknown = intent.phase == Intent.SENT && (mayHaveLanded
          || env.errors.isUnknownOutcome(valueOrError) || env.errors.isCancelled(valueOrError));
      mutation.rollBack(intent, unknown ? Intent.UNKNOWN : Intent.FAILED, valueOrError);
    }
    mutation.tellDependents(success, valueOrError);
  }

  private void callOnMutate(boolean paused) {
    await(() -> Calls.call(mutation.options.onMutate, variables, context), onMutateResult -> {
      if (!env.values.same(onMutateResult, mutation.state.context)) {
        pending(onMutateResult, paused);
      }
      send();
    }, onFailure);
  }

  private void send() {
    start().done(data -> tell(0, true, data, null), onFailure);
  }

  private void fail(Object error) {
    if (intent != null && intent.isPending()) {
      mutation.rollBack(intent, Intent.FAILED, error);
    }
    mutation.tellDependents(false, error);
    tell(0, false, env.values.undefined(), error);
  }

  /** Calls the callbacks from this one on, the cache's before the mutation's, awaiting each, and ends. */
  private void tell(double step, boolean success, Object data, Object error) {
    Task next = () -> tell(step + 1, success, data, error);
    Listener<Object> onThrow = success ? onFailure : thrown -> {
      env.deferreds.reject(thrown);
      next.run();
    };
    if (step < 4) {
      await(() -> step % 2 == 0
          ? Calls.tell(mutation.cacheConfig(), step > 1, success, data, error, variables, mutation.state.context,
              mutation, context)
          : Calls.tell(mutation.options, step > 1, success, data, error, variables, mutation.state.context, context),
          nothing -> next.run(), onThrow);
    } else {
      env.errors.guard(() -> end(success, success ? data : error), success ? onFailure : reject);
    }
  }

  private void end(boolean success, Object answer) {
    Action action = Query.action(success ? "success" : "error");
    if (success) {
      action.data = answer;
    } else {
      action.error = answer;
    }
    if (mutation.run == this) {
      mutation.dispatch(action);
    }
    mutation.ended(this);
    (success ? resolve : reject).on(answer);
  }

  private void pending(Object onMutateResult, boolean paused) {
    Action action = Query.action("pending");
    action.context = onMutateResult;
    action.variables = variables;
    action.isPaused = paused;
    mutation.dispatch(action);
  }

  /** Runs the call and awaits what it returns; then goes on, or to {@code onError}. */
  private void await(Supply call, Listener<Object> next, Listener<Object> onError) {
    env.errors.guard(() -> env.deferreds.resolve(call.get()).done(next).otherwise(onError), onError);
  }
}
