package dev.sanguine.query;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Listener;
import dev.sanguine.env.Task;
import dev.sanguine.env.Thenable;

/**
 * One piece of work that is tried until it succeeds, fails for good or is cancelled: waits between attempts, and stands
 * still while there is no focus, no network (unless it needs none) or no permission to run.
 */
abstract class Retryer {
  final Environment env;
  private final Removable owner;
  private final String networkMode;
  private final Object retry;
  private final Object retryDelay;
  int failures;
  private boolean retryCancelled;
  private Task wake;
  private boolean settled;
  private boolean failed;
  private Listener<Object> fulfil;
  private Listener<Object> refuse;
  final Thenable<Object> promise;

  /** {@code retry} and {@code retryDelay} are as in the options; null stands for their defaults. */
  Retryer(Removable owner, Object retry, Object retryDelay, String networkMode) {
    this.owner = owner;
    this.env = owner.world();
    this.retry = retry;
    this.retryDelay = retryDelay;
    this.networkMode = networkMode;
    promise = env.deferreds.create((resolve, reject) -> {
      fulfil = resolve;
      refuse = reject;
    });
    promise.done(null, Quiet.LISTENER);
  }

  /** One attempt; returns a value or a thenable. */
  abstract Object attempt();

  boolean mayRun() {
    return true;
  }

  /** An attempt failed that another one follows. */
  void onFail(Object error) {}

  /** The final answer is there; called at once, before anybody who waits for the promise. */
  void onAnswer(boolean success, Object valueOrError) {}

  /** True where a request may leave now under this network mode. */
  static boolean canFetch(Environment env, String networkMode) {
    return !(networkMode == null || networkMode.equals("online")) || env.online.isOnline();
  }

  boolean canStart() {
    return canFetch(env, networkMode) && mayRun();
  }

  Thenable<Object> start() {
    if (canStart()) {
      run();
    } else {
      pause().done(nothing -> run(), null);
    }
    return promise;
  }

  boolean hasFailed() {
    return failed;
  }

  /** Settles it as cancelled; true where it was still running. */
  boolean cancel(Object error) {
    boolean running = !settled;
    settle(false, error);
    return running;
  }

  /** With true the failure that comes, if one comes, is the last; with false that is called off. */
  void cancelRetry(boolean cancelled) {
    retryCancelled = cancelled;
  }

  /** Goes on, if it stands still and may. */
  Thenable<Object> proceed() {
    if (wake != null) {
      wake.run();
    }
    return promise;
  }

  private boolean canContinue() {
    return env.focus.isFocused() && ("always".equals(networkMode) || env.online.isOnline()) && mayRun();
  }

  private Thenable<Object> pause() {
    Thenable<Object> awake = env.deferreds.create((resolve, reject) -> {
      wake = () -> {
        if (settled || canContinue()) {
          resolve.on(null);
        }
      };
      owner.dispatch(Query.action("pause"));
    });
    return awake.done(nothing -> {
      wake = null;
      if (!settled) {
        owner.dispatch(Query.action("continue"));
      }
    }, null);
  }

  private void run() {
    if (!settled) {
      env.deferreds.resolve(env.errors.attempt(this::attempt, env.deferreds::reject))
          .done(value -> settle(true, value), null)
          .done(null, this::afterFailure);
    }
  }

  private void afterFailure(Object error) {
    if (settled) {
      return;
    }
    double delay = env.values.isFunction(retryDelay)
        ? ((RetryDelay) retryDelay).delay(failures, error)
        : Options.number(retryDelay, Math.min(1000 * Math.pow(2, failures), 30000));
    if (!wantsRetry(error) || retryCancelled) {
      settle(false, error);
      return;
    }
    failures++;
    onFail(error);
    Action action = Query.action("failed");
    action.failureCount = failures;
    action.error = error;
    owner.dispatch(action);
    env.deferreds.create((resolve, reject) -> env.timeouts.setTimeout(() -> resolve.on(null), delay))
        .then(nothing -> canContinue() ? null : pause(), null)
        .done(nothing -> {
          if (retryCancelled) {
            settle(false, error);
          } else {
            run();
          }
        }, null);
  }

  private boolean wantsRetry(Object error) {
    return env.values.isFunction(retry)
        ? Options.truthy(env.values, ((RetryDecision) retry).retry(failures, error))
        : Options.isTrue(retry)
            || !Options.isFalse(retry) && failures < Options.number(retry, env.isServer() ? 0 : 3);
  }

  private void settle(boolean success, Object valueOrError) {
    if (!settled) {
      proceed();
      settled = true;
      failed = !success;
      onAnswer(success, valueOrError);
      (success ? fulfil : refuse).on(valueOrError);
    }
  }
}
