package dev.sanguine.jvm;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** The calls whose outcome is still to come: when their client or world is closed each of them is told, and none hangs. */
final class OpenCalls {
  private final Set<CompletableFuture<?>> open = ConcurrentHashMap.newKeySet();
  private final String what;
  private volatile boolean closed;

  OpenCalls(String what) {
    this.what = what;
  }

  /**
   * Counts the call in until it has an outcome.
   *
   * @throws RejectedExecutionException if it is closed
   */
  <T extends @Nullable Object, F extends CompletableFuture<T>> F add(F call) {
    open.add(call);
    call.whenComplete((value, error) -> open.remove(call));
    if (closed) {
      open.remove(call);
      check();
    }
    return call;
  }

  /** Throws if it is closed. */
  void check() {
    if (closed) {
      throw new RejectedExecutionException(
          "the " + what + " is closed; make the call before close(), or make another " + what);
    }
  }

  boolean isClosed() {
    return closed;
  }

  /** Takes no further calls. */
  void close() {
    closed = true;
  }

  /** Fails those that are open. */
  void fail() {
    for (CompletableFuture<?> call : open) {
      call.completeExceptionally(new RejectedExecutionException("the " + what
          + " was closed before this call had its outcome; wait for it before close()"));
    }
  }
}
