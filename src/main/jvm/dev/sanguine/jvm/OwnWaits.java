package dev.sanguine.jvm;

import dev.sanguine.env.Errors;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Notices a client's thread that waits for what it alone can bring. A {@link ClientFuture} refuses such a wait; one that goes
 * through CompletableFuture.allOf, a latch or another thread it cannot see. Whoever looks on from outside can: the thread is
 * parked in one turn for a while, and a call is open that came in that turn.
 */
final class OwnWaits {
  private static final long PATIENCE_MS = 1000;

  private final Errors errors;
  private final AtomicBoolean isWatched = new AtomicBoolean();
  private @Nullable Thread thread;
  /** Odd while a turn runs. Written by the client's thread alone. */
  private volatile long turn;

  private volatile long reported;

  OwnWaits(Errors errors) {
    this.errors = errors;
  }

  @SuppressWarnings("NonAtomicVolatileUpdate")
  void turnBegins() {
    thread = Thread.currentThread();
    turn = turn + 1;
  }

  @SuppressWarnings("NonAtomicVolatileUpdate")
  void turnEnds() {
    turn = turn + 1;
  }

  /** The turn in which a call comes; to be asked before the call is posted, since it may begin a turn of its own. */
  long turn() {
    return turn;
  }

  /**
   * A call is open that came in that turn. If it runs still, it is looked at when a while has passed; one look at a time, however
   * many calls there are.
   */
  void watch(long came) {
    if (came % 2 == 1 && came == turn && came != reported && isWatched.compareAndSet(false, true)) {
      lookLater(came);
    }
  }

  private void lookLater(long running) {
    CompletableFuture.delayedExecutor(PATIENCE_MS, TimeUnit.MILLISECONDS, Runnable::run)
        .execute(() -> look(running));
  }

  private void look(long watched) {
    long running = turn;
    if (running == watched) {
      isWatched.set(false);
      report(watched);
    } else if (running % 2 == 1) {
      // A later turn, which may have begun to wait since.
      lookLater(running);
    } else {
      isWatched.set(false);
    }
  }

  private void report(long watched) {
    Thread waiting = thread;
    if (waiting != null && LockSupport.getBlocker(waiting) != null) {
      reported = watched;
      IllegalStateException place = new IllegalStateException("the wait is here");
      place.setStackTrace(waiting.getStackTrace());
      errors.report(
          "the client's thread " + waiting.getName()
              + " waits, while a call is open that it alone can carry out. If it waits for that"
              + " call, as CompletableFuture.allOf(...).join() does, it waits for ever, and so"
              + " does everything else of the client; go on with thenApply, thenCompose or"
              + " whenComplete, or wait on another thread:",
          place);
    }
  }
}
