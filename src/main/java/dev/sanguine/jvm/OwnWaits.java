package dev.sanguine.jvm;

import dev.sanguine.env.Errors;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Notices a client's thread that waits for what it alone can bring. A {@link ClientFuture} refuses such a wait; one that goes
 * through CompletableFuture.allOf, a latch or another thread it cannot see. Whoever looks on from outside can: the thread is
 * parked, in the very turn in which it made a call that is still open.
 */
final class OwnWaits {
  private static final long PATIENCE_MS = 1000;

  private final Errors errors;
  /** Odd while a turn runs. Written by the client's thread alone. */
  private volatile long turn;
  private long watched;

  OwnWaits(Errors errors) {
    this.errors = errors;
  }

  void turnBegins() {
    turn = turn + 1;
  }

  void turnEnds() {
    turn = turn + 1;
  }

  /** Looks once at this turn when a while has passed. Called on the client's thread. */
  void watch() {
    long watch = turn;
    if (watched != watch) {
      watched = watch;
      Thread thread = Thread.currentThread();
      CompletableFuture.delayedExecutor(PATIENCE_MS, TimeUnit.MILLISECONDS, Runnable::run).execute(() -> look(thread, watch));
    }
  }

  private void look(Thread thread, long watch) {
    if (turn == watch && LockSupport.getBlocker(thread) != null) {
      IllegalStateException place = new IllegalStateException("the wait is here");
      place.setStackTrace(thread.getStackTrace());
      errors.report("the client's thread " + thread.getName() + " waits, while a call of its own is open that it alone can carry"
          + " out. If it waits for that call, as CompletableFuture.allOf(...).join() does, it waits for ever, and so does everything"
          + " else of the client; go on with thenApply, thenCompose or whenComplete, or wait on another thread:", place);
    }
  }
}
