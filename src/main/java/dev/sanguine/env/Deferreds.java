package dev.sanguine.env;

/** Makes thenables: real Promises in the browser, {@link QueuedPromise}s elsewhere. */
public interface Deferreds {
  /** Runs {@code executor} at once and returns the thenable that it settles; what it throws rejects it. */
  <T> Thenable<T> create(Executor executor);

  /** The value as a thenable; a thenable of this kind is returned as it is, another one is followed. */
  <T> Thenable<T> resolve(Object valueOrThenable);

  <T> Thenable<T> reject(Object error);

  /** Fulfilled with the values in order once all are; rejected with the first error. */
  Thenable<Seq<Object>> all(Seq<?> valuesOrThenables);

  boolean isThenable(Object value);

  /** Runs {@code task} after the current piece of work, before any timer. */
  void microtask(Task task);
}
