package dev.sanguine.jvm;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * An outcome that comes from the client's thread. That thread cannot wait for itself: it gets an error, not a hang. What is
 * made of such a future ({@code thenApply} and its like) is one too.
 */
final class ClientFuture<T extends @Nullable Object> extends CompletableFuture<T> {
  private final JvmEnvironment world;

  ClientFuture(JvmEnvironment world) {
    this.world = world;
  }

  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    return new ClientFuture<>(world);
  }

  @Override
  public T get() throws InterruptedException, ExecutionException {
    refuseOwnThread();
    return super.get();
  }

  @Override
  public T get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    refuseOwnThread();
    return super.get(timeout, unit);
  }

  @Override
  public T join() {
    refuseOwnThread();
    return super.join();
  }

  private void refuseOwnThread() {
    if (!isDone() && world.isOwnThread()) {
      throw new IllegalStateException(
          "the client's thread " + Thread.currentThread().getName()
              + " would wait for itself for ever; go on with thenApply, thenCompose or"
              + " whenComplete, return thenable(stage) from a query or mutation function, or wait"
              + " on another thread");
    }
  }
}
