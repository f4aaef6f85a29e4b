package dev.sanguine.query;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Listener;
import dev.sanguine.env.Supply;
import dev.sanguine.env.Task;
import dev.sanguine.env.Thenable;

/**
 * One piece of work that is tried until it succeeds, fails for good or is cancelled: waits between attempts, and stands
 * still while there is no focus, no network (unless it needs none) or no permission to run.
 */
final class Retryer {
  /** What the work's owner adds: what to do, whether it may run, and what it wants to hear. */
  interface Owner {
    /** One attempt; returns a value or a thenable. */
    Object attempt();

    boolean mayRun();

    void onFail(int failureCount, Object error);

    void onPause();

    void onContinue();

    /** The final answer is there; called at once, before anybody who waits for the promise. */
    void onAnswer(boolean success, Object valueOrError);
  }

  private final Environment env;
  private final Owner owner;
  private final Object retry;
  private final Object retryDelay;
  private final String networkMode;
  private Object firstPromise;
  private int failures;
  private boolean retryCancelled;
  private Task wake;
  private boolean settled;
  private boolean failed;
  private Listener<Object> fulfil;
  private Listener<Object> refuse;
  final Thenable<Object> promise;

  Retryer(Environment env, Owner owner, Object retry, Object retryDelay, String networkMode, Object firstPromise) {
    this.env = env;
    this.owner = owner;
    this.retry = retry;
    this.retryDelay = retryDelay;
    this.networkMode = networkMode;
    this.firstPromise = firstPromise;
    promise = env.deferreds.create((resolve, reject) -> {
      fulfil = resolve;
      refuse = reject;
    });
    promise.then(null, Quiet.ERROR);
  }

  /** True where a request may leave now under this network mode. */
  static boolean canFetch(Environment env, String networkMode) {
    return !(networkMode == null || networkMode.equals("online")) || env.online.isOnline();
  }

  boolean canStart() {
    return canFetch(env, networkMode) && owner.mayRun();
  }

  Thenable<Object> start() {
    if (canStart()) {
      run();
    } else {
      pause().then(nothing -> {
        run();
        return null;
      }, null);
    }
    return promise;
  }

  boolean hasFailed() {
    return failed;
  }

  /** Settles it as cancelled; true where it was still running. */
  boolean cancel(Object error) {
    if (settled) {
      return false;
    }
    fail(error);
    return true;
  }

  /** The failure that comes, if one comes, is the last. */
  void cancelRetry() {
    retryCancelled = true;
  }

  void continueRetry() {
    retryCancelled = false;
  }

  /** Goes on, if it stands still and may. */
  Thenable<Object> proceed() {
    if (wake != null) {
      wake.run();
    }
    return promise;
  }

  private boolean canContinue() {
    return env.focus.isFocused()
        && ("always".equals(networkMode) || env.online.isOnline())
        && owner.mayRun();
  }

  private Thenable<Object> pause() {
    Thenable<Object> awake = env.deferreds.create((resolve, reject) -> {
      wake = () -> {
        if (settled || canContinue()) {
          resolve.on(null);
        }
      };
      owner.onPause();
    });
    return awake.then(nothing -> {
      wake = null;
      if (!settled) {
        owner.onContinue();
      }
      return null;
    }, null);
  }

  private void run() {
    if (settled) {
      return;
    }
    Object first = failures == 0 ? firstPromise : null;
    Object result = first != null
        ? first
        : env.errors.attempt(owner::attempt, error -> env.deferreds.reject(error));
    env.deferreds.resolve(result)
        .then(value -> {
          succeed(value);
          return null;
        }, null)
        .then(null, error -> {
          afterFailure(error);
          return null;
        });
  }

  private void afterFailure(Object error) {
    if (settled) {
      return;
    }
    double delay = retryDelay instanceof RetryDelay
        ? ((RetryDelay) retryDelay).delay(failures, error)
        : retryDelay instanceof Double ? (Double) retryDelay : Math.min(1000 * Math.pow(2, failures), 30000);
    if (!wantsRetry(error) || retryCancelled) {
      fail(error);
      return;
    }
    failures++;
    owner.onFail(failures, error);
    sleep(delay)
        .then(nothing -> canContinue() ? null : pause(), null)
        .then(nothing -> {
          if (retryCancelled) {
            fail(error);
          } else {
            run();
          }
          return null;
        }, null);
  }

  private boolean wantsRetry(Object error) {
    if (retry instanceof Boolean) {
      return (Boolean) retry;
    }
    if (retry instanceof RetryDecision) {
      return Options.truthy(env.values, ((RetryDecision) retry).retry(failures, error));
    }
    return failures < (retry instanceof Double ? (Double) retry : env.isServer() ? 0 : 3);
  }

  private Thenable<Object> sleep(double delay) {
    return env.deferreds.create((resolve, reject) -> env.timeouts.setTimeout(() -> resolve.on(null), delay));
  }

  private void succeed(Object value) {
    if (!settled) {
      settle(true, value);
      fulfil.on(value);
    }
  }

  private void fail(Object error) {
    if (!settled) {
      settle(false, error);
      refuse.on(error);
    }
  }

  private void settle(boolean success, Object valueOrError) {
    proceed();
    settled = true;
    failed = !success;
    owner.onAnswer(success, valueOrError);
  }
}
