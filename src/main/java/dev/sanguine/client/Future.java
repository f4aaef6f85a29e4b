package dev.sanguine.client;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Listener;
import dev.sanguine.env.Mapping;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Task;
import dev.sanguine.env.Then;
import dev.sanguine.env.Thenable;
import dev.sanguine.env.ThenableSource;
import org.jspecify.annotations.Nullable;

/**
 * A value to come, which composes. Callbacks run in a later microtask, on the client's thread; an error is any value, on
 * the JVM mostly an exception. A failure that nobody handles is reported by the environment.
 *
 * <p>Wherever a {@link Thenable} is asked for a future will do, and the other way round by {@link #of}.
 *
 * @param <T> the type of the value
 */
public final class Future<T extends @Nullable Object> implements Thenable<T>, ThenableSource {
  private final Thenable<T> thenable;
  private final @Nullable Task cancel;

  Future(Thenable<T> thenable, @Nullable Task cancel) {
    this.thenable = thenable;
    this.cancel = cancel;
  }

  /**
   * The thenable as a future; cancelling it does nothing unless it is one already.
   *
   * @param <T> the type of the value
   * @param thenable what is waited for
   * @return the outcome to come
   */
  @SuppressWarnings("unchecked")
  public static <T extends @Nullable Object> Future<T> of(Thenable<? extends T> thenable) {
    return thenable instanceof Future
        ? (Future<T>) thenable
        : new Future<>((Thenable<T>) thenable, null);
  }

  /**
   * A future that has its value.
   *
   * @param <T> the type of the value
   * @param environment the world that the client lives in
   * @param value the value
   * @return the outcome to come
   */
  public static <T extends @Nullable Object> Future<T> done(Environment environment, T value) {
    return new Future<>(environment.deferreds.resolve(value), null);
  }

  /**
   * A future that has failed.
   *
   * @param <T> the type of the value
   * @param environment the world that the client lives in
   * @param error the error
   * @return the outcome to come
   */
  public static <T extends @Nullable Object> Future<T> failed(
      Environment environment, @Nullable Object error) {
    return new Future<>(environment.deferreds.reject(error), null);
  }

  /**
   * The values of all, in order; fails with the first error. Cancelling it cancels each that is a future.
   *
   * @param <T> the type of the value
   * @param environment the world that the client lives in
   * @param thenables what is waited for
   * @return the outcome to come
   */
  @SuppressWarnings("unchecked")
  public static <T extends @Nullable Object> Future<Seq<T>> all(
      Environment environment, Seq<? extends Thenable<? extends T>> thenables) {
    Thenable<?> all = environment.deferreds.all(thenables);
    return new Future<>((Thenable<Seq<T>>) all, () -> {
      for (int i = 0; i < thenables.size(); i++) {
        cancel(thenables.get(i));
      }
    });
  }

  /**
   * The value made into another; what the mapping throws fails the future that is returned.
   *
   * @param <R> the type of what is made
   * @param mapping is called with it
   * @return the outcome to come
   */
  public <R extends @Nullable Object> Future<R> map(Mapping<? super T, ? extends R> mapping) {
    return then(mapping::of, null);
  }

  /**
   * The value made into a further thenable, whose outcome is the future's.
   *
   * @param <R> the type of what is made
   * @param mapping is called with it
   * @return the outcome to come
   */
  public <R extends @Nullable Object> Future<R> flatMap(
      Mapping<? super T, ? extends Thenable<? extends R>> mapping) {
    Link link = new Link();
    return new Future<>(
        thenable.then(value -> link.follow(mapping.of(value)), null), () -> link.cancel(cancel));
  }

  /**
   * The value, or what the mapping makes of the error.
   *
   * @param mapping is called with it
   * @return the outcome to come
   */
  public Future<T> recover(Mapping<Object, ? extends T> mapping) {
    return then(null, mapping::of);
  }

  /**
   * The value, or the outcome of the thenable that the mapping makes of the error.
   *
   * @param mapping is called with it
   * @return the outcome to come
   */
  public Future<T> recoverBy(Mapping<Object, ? extends Thenable<? extends T>> mapping) {
    Link link = new Link();
    return new Future<>(
        thenable.then(null, error -> link.follow(mapping.of(error))), () -> link.cancel(cancel));
  }

  /**
   * Runs the task when this is settled, however that ends, and gives the same outcome; what the task throws fails it.
   *
   * @param task what to run
   * @return the outcome to come
   */
  public Future<T> lastly(Task task) {
    return then(
        value -> {
          task.run();
          return value;
        },
        error -> {
          task.run();
          return thenable;
        });
  }

  /**
   * Tells the listener the value; gives the same outcome.
   *
   * @param listener hears of it
   * @return the outcome to come
   */
  public Future<T> onValue(Listener<? super T> listener) {
    return then(
        value -> {
          listener.on(value);
          return value;
        },
        null);
  }

  /**
   * Tells the listener the error, which counts as handled then; the future that is returned has null for a value.
   *
   * @param listener hears of it
   * @return the outcome to come
   */
  public Future<@Nullable T> onError(Listener<Object> listener) {
    return then(null, error -> {
      listener.on(error);
      return null;
    });
  }

  /**
   * Gives up what this waits for. A fetch goes back to the state before it, for everybody who waits for it; a mutation's
   * change leaves at once and its signal is aborted. The future then fails as cancelled ({@link Client#isCancelled}).
   * Does nothing if that is settled, or if there is nothing to give up. What was made of a future cancels that.
   */
  public void cancel() {
    if (cancel != null) {
      cancel.run();
    }
  }

  /**
   * Runs one of the two in a later microtask; what it returns, a value or a thenable, or throws settles the future that
   * is returned. Null passes the value or the error on.
   */
  @Override
  public <R> Future<R> then(
      @Nullable Then<? super T> onFulfilled, @Nullable Then<Object> onRejected) {
    return new Future<>(thenable.then(onFulfilled, onRejected), cancel);
  }

  /** What it stands for: a Promise in the browser. */
  @Override
  public Thenable<T> thenable() {
    return thenable;
  }

  private static void cancel(@Nullable Object thenable) {
    if (thenable instanceof Future) {
      ((Future<?>) thenable).cancel();
    }
  }

  /** What is to be cancelled of a chain: its first part, and its second once that has begun. */
  private static final class Link {
    private @Nullable Object second;
    private boolean cancelled;

    @Nullable
    Object follow(@Nullable Object begun) {
      second = begun;
      if (cancelled) {
        Future.cancel(second);
      }
      return begun;
    }

    void cancel(@Nullable Task first) {
      cancelled = true;
      if (second != null) {
        Future.cancel(second);
      } else if (first != null) {
        first.run();
      }
    }
  }
}
