package dev.sanguine.env;

/** Thenables on a microtask queue that is handed in: those of the JVM and of virtual time. */
public final class QueuedDeferreds implements Deferreds {
  private final QueuedPromise.Jobs jobs;

  public QueuedDeferreds(QueuedPromise.Jobs jobs) {
    this.jobs = jobs;
  }

  @Override
  public <T> Thenable<T> create(Executor executor) {
    QueuedPromise<T> promise = new QueuedPromise<>(jobs);
    jobs.errors()
        .attempt(
            () -> {
              executor.run(promise::resolve, promise::reject);
              return null;
            },
            error -> {
              promise.reject(error);
              return null;
            });
    return promise;
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> Thenable<T> resolve(Object valueOrThenable) {
    Object followed = QueuedPromise.followed(valueOrThenable);
    if (followed instanceof QueuedPromise) {
      return (Thenable<T>) followed;
    }
    QueuedPromise<T> promise = new QueuedPromise<>(jobs);
    promise.resolve(followed);
    return promise;
  }

  @Override
  public <T> Thenable<T> reject(Object error) {
    QueuedPromise<T> promise = new QueuedPromise<>(jobs);
    promise.reject(error);
    return promise;
  }

  @Override
  public Thenable<Seq<Object>> all(Seq<?> valuesOrThenables) {
    return create((resolve, reject) -> {
      int size = valuesOrThenables.size();
      Object[] values = new Object[size];
      int[] left = {size};
      for (int i = 0; i < size; i++) {
        int at = i;
        resolve(valuesOrThenables.get(i))
            .then(
                value -> {
                  values[at] = value;
                  left[0]--;
                  if (left[0] == 0) {
                    resolve.on(Seq.of(values));
                  }
                  return null;
                },
                error -> {
                  reject.on(error);
                  return null;
                });
      }
      if (size == 0) {
        resolve.on(new Seq<Object>());
      }
    });
  }

  @Override
  public boolean isThenable(Object value) {
    return QueuedPromise.followed(value) instanceof QueuedPromise;
  }

  @Override
  public void microtask(Task task) {
    jobs.queue(task);
  }
}
