package dev.sanguine.env;

/**
 * A value to come. In the browser this is a JavaScript Promise (or any thenable); on the JVM and on virtual time it is
 * a {@link QueuedPromise}, which takes the same number of microtask ticks. A thenable is made by {@link Deferreds}.
 *
 * @param <T> the type of the value
 */
public interface Thenable<T> {
  /**
   * Runs one of the two in a later microtask; what it returns (or throws) settles the thenable that is returned.
   *
   * @param onFulfilled gets the value; null passes the value on
   * @param onRejected gets the error, which is any value; null passes the error on
   */
  <R> Thenable<R> then(Then<? super T> onFulfilled, Then<Object> onRejected);

  /** As {@link #then(Then, Then)}; passes an error on. */
  default <R> Thenable<R> then(Then<? super T> onFulfilled) {
    return then(onFulfilled, null);
  }

  /** As {@link #then(Then, Then)}, for what returns nothing. */
  default <R> Thenable<R> done(Listener<? super T> onFulfilled, Listener<Object> onRejected) {
    return then(Platform.then(onFulfilled), Platform.then(onRejected));
  }

  /** As {@link #then(Then, Then)}, for errors, and for what returns nothing. */
  default <R> Thenable<R> otherwise(Listener<Object> onRejected) {
    return done(null, onRejected);
  }

  /** As {@link #then(Then)}, for what returns nothing. */
  default <R> Thenable<R> done(Listener<? super T> onFulfilled) {
    return done(onFulfilled, null);
  }
}
