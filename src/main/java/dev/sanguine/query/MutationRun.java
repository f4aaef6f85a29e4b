package dev.sanguine.query;

import dev.sanguine.env.AbortController;
import dev.sanguine.env.Environment;
import dev.sanguine.env.Listener;
import dev.sanguine.env.Supply;
import dev.sanguine.env.Task;
import dev.sanguine.env.Then;
import dev.sanguine.env.Thenable;

/**
 * One execution of a mutation, from the intent to the last callback. Each callback is awaited. What fails on the way to
 * success makes a failure of it; what fails on the way out of a failure is reported as unhandled and stops nothing.
 */
final class MutationRun implements Retryer.Owner {
  private final Mutation mutation;
  private final QueryClient client;
  private final Environment env;
  private final Object variables;
  private final Listener<Object> resolve;
  private final Listener<Object> reject;
  private final MutationContext context = new MutationContext();
  private final AbortController controller;
  private final Retryer retryer;
  private final Object undefined;
  /** An attempt ended without an answer: a later refusal does not say that nothing was done. */
  private boolean mayHaveLanded;

  MutationRun(Mutation mutation, Object variables, Listener<Object> resolve, Listener<Object> reject) {
    this.mutation = mutation;
    this.client = mutation.client;
    this.env = mutation.world();
    this.variables = variables;
    this.resolve = resolve;
    this.reject = reject;
    MutationOptions options = mutation.options;
    undefined = env.values.undefined();
    context.client = client;
    context.meta = options.meta;
    context.mutationKey = options.mutationKey;
    // Plain mutations are given what upstream gives them and nothing more.
    controller = options.optimistic == null ? null : new AbortController();
    if (controller != null) {
      context.signal = controller.signal;
      context.idempotencyKey = client.newKey();
    }
    retryer = new Retryer(env, this, options.retry == null ? Double.valueOf(0) : options.retry, options.retryDelay,
        options.networkMode, null);
  }

  void start() {
    MutationOptions options = mutation.options;
    boolean paused = !retryer.canStart();
    if (mutation.state.status.equals("pending")) {
      onContinue();
      guarded(() -> {
        mutation.issueIntent(variables);
        return null;
      }, this::send);
      return;
    }
    pending(undefined, paused);
    guarded(() -> {
      mutation.issueIntent(variables);
      return null;
    }, () -> {
      Callback cacheOnMutate = mutation.cacheConfig().onMutate;
      if (cacheOnMutate == null) {
        callOnMutate(options, paused);
      } else {
        step(() -> cacheOnMutate.call(variables, mutation, context), nothing -> callOnMutate(options, paused),
            this::fail);
      }
    });
  }

  Thenable<Object> proceed() {
    return retryer.proceed();
  }

  void cancel() {
    Object error = env.errors.cancelled(false, false);
    if (retryer.cancel(error) && controller != null) {
      controller.abort();
    }
  }

  @Override
  public Object attempt() {
    if (mutation.options.mutationFn == null) {
      return env.deferreds.reject(env.errors.create("No mutationFn found"));
    }
    if (mutation.intent != null) {
      client.log.sent(mutation.intent);
    }
    return mutation.options.mutationFn.send(variables, context);
  }

  @Override
  public boolean mayRun() {
    return mutation.mayRun();
  }

  @Override
  public void onFail(int failureCount, Object error) {
    mayHaveLanded |= env.errors.isUnknownOutcome(error);
    Action action = Query.action("failed");
    action.failureCount = failureCount;
    action.error = error;
    mutation.dispatch(action);
  }

  @Override
  public void onPause() {
    mutation.dispatch(Query.action("pause"));
  }

  @Override
  public void onContinue() {
    mutation.dispatch(Query.action("continue"));
  }

  @Override
  public void onAnswer(boolean success, Object valueOrError) {
    if (mutation.intent == null) {
      return;
    }
    if (success) {
      client.log.confirm(mutation.intent, valueOrError);
    } else {
      boolean unknown = mutation.intent.phase == Intent.SENT && (mayHaveLanded
          || env.errors.isUnknownOutcome(valueOrError) || env.errors.isCancelled(valueOrError));
      client.log.leave(mutation.intent, unknown ? Intent.UNKNOWN : Intent.FAILED);
    }
  }


  private Object callOnMutate(MutationOptions options, boolean paused) {
    step(() -> options.onMutate == null ? undefined : options.onMutate.call(variables, context), onMutateResult -> {
      if (!env.values.same(onMutateResult, mutation.state.context)) {
        pending(onMutateResult, paused);
      }
      send();
      return null;
    }, this::fail);
    return null;
  }

  private void send() {
    retryer.start().then(data -> guardedStep(() -> succeed(data), this::fail), this::fail);
  }

  private Object succeed(Object data) {
    MutationOptions options = mutation.options;
    MutationCacheConfig cache = mutation.cacheConfig();
    step(() -> cache.onSuccess == null ? undefined
        : cache.onSuccess.call(data, variables, mutation.state.context, mutation, context), a ->
        step(() -> options().onSuccess == null ? undefined
            : options().onSuccess.call(data, variables, mutation.state.context, context), b ->
            step(() -> cache.onSettled == null ? undefined
                : cache.onSettled.call(
                    data, null, mutation.state.variables, mutation.state.context, mutation, context), c ->
                step(() -> options().onSettled == null ? undefined
                    : options().onSettled.call(data, null, variables, mutation.state.context, context), d -> {
                  Action action = Query.action("success");
                  action.data = data;
                  mutation.dispatch(action);
                  end();
                  resolve.on(data);
                  return null;
                }, this::fail), this::fail), this::fail), this::fail);
    return null;
  }

  private Object fail(Object error) {
    if (mutation.intent != null && mutation.intent.isPending()) {
      client.log.leave(mutation.intent, Intent.FAILED);
    }
    MutationCacheConfig cache = mutation.cacheConfig();
    anyway(() -> cache.onError == null ? undefined
        : cache.onError.call(error, variables, mutation.state.context, mutation, context), () ->
        anyway(() -> options().onError == null ? undefined
            : options().onError.call(error, variables, mutation.state.context, context), () ->
            anyway(() -> cache.onSettled == null ? undefined
                : cache.onSettled.call(
                    undefined, error, mutation.state.variables, mutation.state.context, mutation, context), () ->
                anyway(() -> options().onSettled == null ? undefined
                    : options().onSettled.call(undefined, error, variables, mutation.state.context, context), () -> {
                  Action action = Query.action("error");
                  action.error = error;
                  mutation.dispatch(action);
                  end();
                  reject.on(error);
                }))));
    return null;
  }

  private MutationOptions options() {
    return mutation.options;
  }

  private void end() {
    if (mutation.intent != null) {
      client.log.finish(mutation.intent);
      mutation.intent = null;
    }
    mutation.ended(this);
  }

  private void pending(Object onMutateResult, boolean paused) {
    Action action = Query.action("pending");
    action.context = onMutateResult;
    action.variables = variables;
    action.isPaused = paused;
    mutation.dispatch(action);
  }

  /** Runs the call and awaits what it returns; then goes on, or to {@code onError}. */
  private Object step(Supply call, Then<Object> next, Then<Object> onError) {
    guardedStep(() -> env.deferreds.resolve(call.get())
        .then(value -> guardedStep(() -> next.call(value), onError), onError), onError);
    return null;
  }

  private Object guardedStep(Supply call, Then<Object> onError) {
    return env.errors.attempt(() -> {
      call.get();
      return null;
    }, onError);
  }

  private void guarded(Supply call, Task next) {
    boolean[] threw = {false};
    env.errors.attempt(call, error -> {
      threw[0] = true;
      return fail(error);
    });
    if (!threw[0]) {
      next.run();
    }
  }

  /** Runs the call and awaits what it returns; goes on whatever comes of it. */
  private void anyway(Supply call, Task next) {
    Then<Object> onError = error -> {
      env.deferreds.reject(error);
      next.run();
      return null;
    };
    Object value = env.errors.attempt(call, error -> {
      env.deferreds.reject(error);
      return undefined;
    });
    env.deferreds.resolve(value).then(nothing -> {
      next.run();
      return null;
    }, onError);
  }
}
