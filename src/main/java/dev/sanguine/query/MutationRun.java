package dev.sanguine.query;

import dev.sanguine.env.AbortController;
import dev.sanguine.env.Listener;
import dev.sanguine.env.Supply;
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
  private final MutationContext context = new MutationContext();
  private AbortController controller;
  /** An attempt failed whose request may have reached the server all the same. */
  private boolean mayHaveLanded;

  @JsConstructor
  MutationRun(Mutation mutation, Object variables, Listener<Object> resolve, Listener<Object> reject) {
    super(mutation, mutation.options, 0);
    this.mutation = mutation;
    this.variables = variables;
    this.resolve = resolve;
    this.reject = reject;
    context.client = mutation.client;
    context.meta = mutation.options.meta;
    context.mutationKey = mutation.options.mutationKey;
    // Plain mutations are given what upstream gives them and nothing more.
    if (mutation.options.optimistic != null) {
      controller = new AbortController();
      context.signal = controller.signal;
      context.idempotencyKey = mutation.client.newKey();
    }
  }

  void begin() {
    boolean paused = !canStart();
    boolean restored = mutation.state.status.equals("pending");
    if (restored) {
      mutation.dispatch(Query.action("continue"));
    } else {
      pending(env.values.undefined(), paused);
    }
    Callback onMutate = mutation.cacheConfig().onMutate;
    env.errors.guard(() -> {
      mutation.issueIntent(variables);
      if (restored) {
        send();
      } else if (onMutate == null) {
        callOnMutate(paused);
      } else {
        await(() -> onMutate.call(variables, mutation, context), nothing -> callOnMutate(paused), this::fail);
      }
    }, this::fail);
  }

  void giveUp(Object error) {
    if (cancel(error) && controller != null) {
      controller.abort();
    }
  }

  @Override
  Object attempt() {
    if (mutation.options.mutationFn == null) {
      return env.errors.fail(env.errors.create("No mutationFn found"));
    }
    if (mutation.intent != null) {
      mutation.client.log.sent(mutation.intent);
    }
    return mutation.options.mutationFn.send(variables, context);
  }

  @Override
  boolean mayRun() {
    return mutation.mayRun();
  }

  @Override
  void onFail(Object error) {
    mayHaveLanded |= env.errors.isUnknownOutcome(error);
  }

  @Override
  void onAnswer(boolean success, Object valueOrError) {
    Intent intent = mutation.intent;
    if (intent != null && success) {
      mutation.client.log.settle(intent, Intent.CONFIRMED, valueOrError);
    } else if (intent != null) {
      boolean unknown = intent.phase == Intent.SENT && (mayHaveLanded
          || env.errors.isUnknownOutcome(valueOrError) || env.errors.isCancelled(valueOrError));
      mutation.client.log.settle(intent, unknown ? Intent.UNKNOWN : Intent.FAILED, null);
    }
    mutation.tellDependents(success, valueOrError);
  }

  private void callOnMutate(boolean paused) {
    await(() -> Calls.call(mutation.options.onMutate, variables, context), onMutateResult -> {
      if (!env.values.same(onMutateResult, mutation.state.context)) {
        pending(onMutateResult, paused);
      }
      send();
    }, this::fail);
  }

  private void send() {
    start().done(data -> tell(0, true, data, null), this::fail);
  }

  private void fail(Object error) {
    if (mutation.intent != null && mutation.intent.isPending()) {
      mutation.client.log.settle(mutation.intent, Intent.FAILED, null);
    }
    mutation.tellDependents(false, error);
    tell(0, false, env.values.undefined(), error);
  }

  /** Calls the callbacks from this one on, awaiting each, and ends. */
  private void tell(int step, boolean success, Object data, Object error) {
    Listener<Object> next = nothing -> tell(step + 1, success, data, error);
    Listener<Object> onError = success ? this::fail : thrown -> {
      env.deferreds.reject(thrown);
      next.on(null);
    };
    if (step < 4) {
      await(() -> callBack(step, success, data, error), next, onError);
    } else {
      env.errors.guard(() -> end(success, success ? data : error), success ? onError : reject);
    }
  }

  private Object callBack(int step, boolean success, Object data, Object error) {
    MutationCacheConfig cache = mutation.cacheConfig();
    MutationOptions options = mutation.options;
    Object answer = success ? data : error;
    Object shown = mutation.state.context;
    switch (step) {
      case 0:
        return Calls.call(success ? cache.onSuccess : cache.onError, answer, variables, shown, mutation, context);
      case 1:
        return Calls.call(success ? options.onSuccess : options.onError, answer, variables, shown, context);
      case 2:
        return Calls.call(cache.onSettled, data, error, mutation.state.variables, shown, mutation, context);
      default:
        return Calls.call(options.onSettled, data, error, variables, shown, context);
    }
  }

  private void end(boolean success, Object answer) {
    Action action = Query.action(success ? "success" : "error");
    if (success) {
      action.data = answer;
    } else {
      action.error = answer;
    }
    mutation.dispatch(action);
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
    env.errors.guard(() -> env.deferreds.resolve(call.get()).done(
        value -> env.errors.guard(() -> next.on(value), onError), onError), onError);
  }
}
