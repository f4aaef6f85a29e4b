package dev.sanguine.env;

import jsinterop.annotations.JsMethod;

/**
 * A promise whose jobs run on a microtask queue that is handed in. It takes as many ticks as a JavaScript promise: a
 * reaction is one job, and a thenable that resolves it is first asked for its value in a job of its own.
 */
public final class QueuedPromise<T> implements Thenable<T> {
  private static final int PENDING = 0;
  private static final int FULFILLED = 1;
  private static final int REJECTED = 2;

  private final Jobs jobs;
  private int state;
  private boolean resolved;
  private Object result;
  private boolean handled;
  private Seq<Task> reactions;

  /** The queue that the jobs go to. */
  public interface Jobs {
    void queue(Task job);

    /** Told of a promise that was rejected while nobody had chained anything to it. */
    void unhandled(QueuedPromise<?> promise);

    Errors errors();
  }

  public QueuedPromise(Jobs jobs) {
    this.jobs = jobs;
  }

  /** Settles with the value, or as the thenable does that the value is; later calls do nothing. */
  public void resolve(Object value) {
    if (resolved) {
      return;
    }
    resolved = true;
    Object result = followed(value);
    if (!Platform.isThenable(result)) {
      settle(FULFILLED, result);
      return;
    }
    jobs.queue(
        () -> ((Thenable<?>) result).done(v -> settle(FULFILLED, v), e -> settle(REJECTED, e)));
  }

  /** What a {@link ThenableSource} stands for; anything else as it is. */
  static Object followed(Object value) {
    return value instanceof ThenableSource ? ((ThenableSource) value).thenable() : value;
  }

  public void reject(Object error) {
    if (!resolved) {
      resolved = true;
      settle(REJECTED, error);
    }
  }

  @Override
  public <R> Thenable<R> then(Then<? super T> onFulfilled, Then<Object> onRejected) {
    QueuedPromise<R> next = new QueuedPromise<>(jobs);
    handled = true;
    Task reaction = () -> react(next, onFulfilled, onRejected);
    if (state == PENDING) {
      if (reactions == null) {
        reactions = new Seq<>();
      }
      reactions.add(reaction);
    } else {
      jobs.queue(reaction);
    }
    return next;
  }

  /** {@link #otherwise}, as Promises have it. */
  @JsMethod(name = "catch")
  public <R> Thenable<R> rescue(Listener<Object> onRejected) {
    return done(null, onRejected);
  }

  private void react(QueuedPromise<?> next, Then<? super T> onFulfilled, Then<Object> onRejected) {
    @SuppressWarnings("unchecked")
    Then<Object> handler = state == FULFILLED ? (Then<Object>) onFulfilled : onRejected;
    if (handler == null) {
      if (state == FULFILLED) {
        next.resolve(result);
      } else {
        next.reject(result);
      }
      return;
    }
    boolean[] threw = {false};
    Object outcome = jobs.errors().attempt(() -> handler.call(result), e -> {
      threw[0] = true;
      return e;
    });
    if (threw[0]) {
      next.reject(outcome);
    } else {
      next.resolve(outcome);
    }
  }

  private void settle(int outcome, Object value) {
    state = outcome;
    result = value;
    Seq<Task> waiting = reactions;
    reactions = null;
    for (int i = 0; waiting != null && i < waiting.size(); i++) {
      jobs.queue(waiting.get(i));
    }
    if (outcome == REJECTED && !handled) {
      // As JavaScript hosts do: who handles it within this run of the queue is in time.
      jobs.unhandled(this);
    }
  }

  /** True if it was rejected and nothing was ever chained to it. */
  public boolean isUnhandled() {
    return state == REJECTED && !handled;
  }

  public boolean isPending() {
    return state == PENDING;
  }

  /** The value or the error; null while pending. */
  public Object result() {
    return result;
  }
}
