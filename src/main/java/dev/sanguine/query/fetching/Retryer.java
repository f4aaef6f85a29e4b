package dev.sanguine.query.fetching;

import dev.sanguine.env.AbortController;
import dev.sanguine.env.AbortSignal;
import dev.sanguine.env.Environment;
import dev.sanguine.env.Listener;
import dev.sanguine.env.Thenable;
import dev.sanguine.query.Options;
import dev.sanguine.query.Promises;
import dev.sanguine.query.Removable;
import dev.sanguine.query.callbacks.RetryDecision;
import dev.sanguine.query.callbacks.RetryDelay;
import dev.sanguine.query.options.RetryOptions;
import dev.sanguine.query.state.ActionType;
import dev.sanguine.query.state.Actions;
import jsinterop.annotations.JsConstructor;

/**
 * One piece of work that is tried until it succeeds, fails for good or is cancelled: waits between attempts, and stands
 * still while there is no focus, no network (unless it needs none) or no permission to run.
 *
 * @param <T> what the work is for
 */
public abstract class Retryer<T extends Removable> {
  /** In the place of a number of retries: three, on a server none. */
  public static final int UNSAID = -1;

  public final T owner;
  public final Environment env;
  private final RetryOptions options;
  private final double retries;
  public int failures;
  /** The failure that comes, if one comes, is the last. */
  public boolean retryCancelled;
  /** Null until somebody asks for its signal: to make one takes long, and to abort it longer. */
  private AbortController controller;

  private boolean wasAborted;
  /** Ends the pause; null before the first one. */
  public Listener<Object> wake;

  public boolean settled;
  public boolean failed;
  /** An attempt is under way. It may be so still when the work was given up. */
  public boolean isRequestOpen;

  private Listener<Object> fulfil;
  private Listener<Object> refuse;
  /** The timer of the next attempt; null while none runs. */
  private Object timer;

  public final Thenable<Object> promise;

  /** {@code retries} is the number of retries if the options don't say. */
  @JsConstructor
  public Retryer(T owner, RetryOptions options, double retries) {
    this.owner = owner;
    this.env = owner.environment();
    this.options = options;
    this.retries = retries;
    promise = env.deferreds.create((resolve, reject) -> {
      fulfil = resolve;
      refuse = reject;
    });
  }

  /** One attempt; returns a value or a thenable. */
  public abstract Object attempt();

  public boolean mayRun() {
    return true;
  }

  /** An attempt failed that another one follows. */
  public void onFail(Object error) {}

  /** An attempt came back. True if something else decides what follows, and will settle this. */
  public boolean takesOver(boolean success, Object valueOrError) {
    return false;
  }

  /** True if {@link #settle} stops the timer of the next attempt. Upstream lets it run out, and so does plain work. */
  public boolean clearsTimer() {
    return false;
  }

  /** An attempt came back, after the work was over perhaps. */
  public void onReturn() {}

  /** The final answer is there; called at once, before anybody who waits for the promise. */
  public void onAnswer(boolean success, Object valueOrError) {}

  /** True if a request may leave now under this network mode. */
  public static boolean canFetch(Environment env, String networkMode) {
    return networkMode != null && !networkMode.equals("online") || env.online.isOnline();
  }

  public boolean canStart() {
    return mayRun() && canFetch(env, options.networkMode);
  }

  public Thenable<Object> start() {
    if (canStart()) {
      run();
    } else {
      pause().done(nothing -> run());
    }
    return promise;
  }

  /** Says that the work is no longer wanted; made when somebody asks for it, also after that. */
  public AbortSignal signal() {
    if (controller == null) {
      controller = new AbortController();
      if (wasAborted) {
        controller.abort();
      }
    }
    return controller.signal;
  }

  public void abort() {
    wasAborted = true;
    if (controller != null) {
      controller.abort();
    }
  }

  /** Goes on, if it stands still and may: what has not begun needs nobody's attention for that. */
  public Thenable<Object> proceed() {
    if (wake != null && (failures == 0 ? canStart() : canContinue())) {
      wake.on(null);
    }
    return promise;
  }

  private boolean canContinue() {
    return env.focus.isFocused()
        && ("always".equals(options.networkMode) || env.online.isOnline())
        && mayRun();
  }

  private Thenable<Object> pause() {
    return env.deferreds
        .create((resolve, reject) -> {
          wake = resolve;
          owner.dispatch(Actions.action(ActionType.PAUSE));
        })
        .done(nothing -> {
          if (!settled) {
            owner.dispatch(Actions.action(ActionType.CONTINUE));
          }
        });
  }

  private void run() {
    if (!settled) {
      isRequestOpen = true;
      env.deferreds
          .resolve(env.errors.attempt(this::attempt, env.deferreds::reject))
          .done(value -> {
            isRequestOpen = false;
            if (settled || !takesOver(true, value)) {
              settle(true, value);
            }
            onReturn();
          })
          .otherwise(this::afterFailure);
    }
  }

  private void afterFailure(Object error) {
    isRequestOpen = false;
    if (settled) {
      onReturn();
      return;
    }
    if (takesOver(false, error)) {
      return;
    }
    Object retryDelay = options.retryDelay;
    double delay = env.values.isFunction(retryDelay)
        ? ((RetryDelay) retryDelay).delay(failures, error)
        : Options.number(retryDelay, Math.min(1000 * Math.pow(2, failures), 30000));
    if (!wantsRetry(error) || retryCancelled) {
      settle(false, error);
      return;
    }
    failures++;
    onFail(error);
    owner.dispatch(Actions.failed(failures, error));
    env.deferreds
        .create((resolve, reject) -> timer = env.timeouts.setTimeout(() -> resolve.on(null), delay))
        .then(nothing -> settled || canContinue() ? null : pause())
        .done(nothing -> {
          if (retryCancelled) {
            settle(false, error);
          } else {
            run();
          }
        });
  }

  private boolean wantsRetry(Object error) {
    Object retry = options.retry;
    return env.values.isFunction(retry)
        ? Options.isTruthy(env.values, ((RetryDecision) retry).retry(failures, error))
        : Options.isTrue(retry)
            || failures < (retry == null ? retriesUnsaid() : Options.number(retry, 0));
  }

  private double retriesUnsaid() {
    return retries != UNSAID ? retries : env.isServer() ? 0 : 3;
  }

  /** It failed before its attempts could begin: who waits for those hears nothing, as upstream has it. */
  public void endUnbegun(Object error) {
    if (!settled) {
      settled = true;
      failed = true;
      onAnswer(false, error);
    }
  }

  public void settle(boolean success, Object valueOrError) {
    if (!settled) {
      settled = true;
      failed = !success;
      if (timer != null && clearsTimer()) {
        // Nobody waits for another attempt.
        env.timeouts.clearTimeout(timer);
      }
      onAnswer(success, valueOrError);
      if (failed) {
        // Perhaps nobody waits for it.
        promise.done(null, Promises.IGNORE);
      }
      (success ? fulfil : refuse).on(valueOrError);
    }
  }
}
