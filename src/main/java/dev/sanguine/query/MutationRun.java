package dev.sanguine.query;

import dev.sanguine.env.Then;
import dev.sanguine.env.Thenable;
import jsinterop.annotations.JsConstructor;

/**
 * One execution of a mutation, from the intent to the last callback. Each callback is awaited. What fails on the way to
 * success makes a failure of it; what fails on the way out of a failure is reported as unhandled and stops nothing.
 */
final class MutationRun extends Retryer<Mutation> {
  /** What is sent; ids that were temporary are replaced in it when the server's are known. */
  Object variables;
  private MutationContext context;
  /** What it changes; null for a plain mutation, and until that is written down. */
  Intent intent;
  /** An attempt failed whose request may have reached the server all the same. */
  private boolean mayHaveLanded;
  /** The page before has begun it. */
  private boolean restored;
  /** The latest attempt was sent with a network. */
  private boolean sentOnline;

  @JsConstructor
  MutationRun(Mutation mutation, Object variables) {
    super(mutation, mutation.options, 0);
    this.variables = variables;
  }

  /** The answer; rejects with the final error, after all callbacks. */
  Thenable<Object> begin() {
    Mutation mutation = owner;
    MutationOptions options = mutation.options;
    // Plain mutations are given what upstream gives them and nothing more.
    boolean plain = options.optimistic == null;
    if (!plain && (mutation.idempotencyKey == null || !env.values.same(variables, mutation.state.variables))) {
      mutation.idempotencyKey = mutation.client.newKey();
      mutation.attempts = 0;
    }
    context = plain ? Records.mutationContext(mutation.client, options)
        : Records.mutationContext(mutation.client, options, mutation.idempotencyKey, () -> control().signal);
    return env.deferreds.create((resolve, reject) -> {
      boolean paused = !canStart();
      restored = mutation.state.status.equals("pending");
      mutation.dispatch(
          restored ? Shapes.action("continue") : Shapes.pending(env.values.undefined(), variables, paused));
      Callback onMutate = mutation.cacheConfig().onMutate;
      mutation.issueIntent(variables);
      intent = mutation.intent;
      // The page before has sent it.
      mayHaveLanded = mutation.attempts > 0 && mutation.sent == 0;
      Then<Object> callOnMutate = nothing -> Calls.call(options.onMutate, variables, context);
      Thenable<Object> answer = restored ? start() : env.deferreds.resolve(onMutate == null ? callOnMutate.call(null)
          : env.deferreds.resolve(onMutate.call(variables, mutation, context)).then(callOnMutate)).then(onMutateResult -> {
            if (!env.values.same(onMutateResult, mutation.state.context)) {
              mutation.dispatch(Shapes.pending(onMutateResult, variables, paused));
            }
            return start();
          });
      resolve.on(answer.then(data -> end(true, data, null)));
    }).then(null, error -> {
      settle(false, error);
      return end(false, env.values.undefined(), error);
    });
  }

  void giveUp(Object error) {
    if (!settled) {
      settle(false, error);
      control().abort();
    }
  }

  @Override
  Object attempt() {
    MutationFunction send = owner.options.mutationFn;
    if (send == null) {
      if (restored) {
        env.errors.report("mutation " + owner.label() + " was restored and can't go on"
            + Dev.hint("; give it a mutationFn with setMutationDefaults before its state is hydrated"), null);
      }
      return env.errors.fail(env.errors.create("No mutationFn found"));
    }
    if (intent != null) {
      owner.client.log.sent(intent);
    }
    sentOnline = env.online.isOnline();
    return send.send(variables, context);
  }

  @Override
  boolean mayRun() {
    return owner.mayRun();
  }

  @Override
  void onFail(Object error) {
    mayHaveLanded = mayHaveLanded || Outcomes.isUnknown(owner, error, sentOnline);
  }

  @Override
  void onAnswer(boolean success, Object valueOrError) {
    if (intent == null) {
      // A plain mutation shows nothing.
    } else if (success) {
      owner.idempotencyKey = null;
      owner.client.log.settle(intent, Intent.CONFIRMED, valueOrError);
    } else {
      boolean unknown = mayHaveLanded || intent.phase == Intent.SENT
          && (env.errors.isCancelled(valueOrError) || Outcomes.isUnknown(owner, valueOrError, sentOnline));
      owner.rollBack(intent, unknown ? Intent.UNKNOWN : Intent.FAILED, valueOrError);
    }
    owner.tellDependents(success, valueOrError);
  }

  /** Calls the callbacks, the cache's before the mutation's, awaiting each; then it is over. */
  private Thenable<Object> end(boolean success, Object data, Object error) {
    Mutation mutation = owner;
    Thenable<Object> told = env.deferreds.resolve(null);
    for (double i = 0; i < 4; i++) {
      double step = i;
      told = told.then(nothing -> step % 2 == 0
          ? Calls.tell(mutation.cacheConfig(), step > 1, success, data, error, variables, mutation.state.context, mutation,
              context)
          : Calls.tell(mutation.options, step > 1, success, data, error, variables, mutation.state.context, context));
      if (!success) {
        told = told.otherwise(env.deferreds::reject);
      }
    }
    return told.then(nothing -> {
      if (mutation.run == this) {
        mutation.dispatch(success ? Shapes.answered(data) : Shapes.error(error));
      }
      mutation.ended(this);
      return success ? data : env.errors.fail(error);
    });
  }
}
