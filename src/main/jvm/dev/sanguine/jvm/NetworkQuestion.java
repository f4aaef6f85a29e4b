package dev.sanguine.jvm;

import dev.sanguine.env.Errors;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Asks a program whether there is a network, one question at a time: a slow answer is neither overtaken nor piled up. */
final class NetworkQuestion {
  private final BooleanSupplier isOnline;
  private final Errors errors;
  private final AtomicBoolean isOpen = new AtomicBoolean();
  private volatile boolean didThrow;

  NetworkQuestion(BooleanSupplier isOnline, Errors errors) {
    this.isOnline = isOnline;
    this.errors = errors;
  }

  /** Asks on a thread that may block, and hands the answer on; does nothing while the last question is open. */
  void ask(Consumer<Boolean> answer) {
    if (isOpen.compareAndSet(false, true)) {
      CompletableFuture.supplyAsync(isOnline::getAsBoolean).whenComplete((online, error) -> {
        isOpen.set(false);
        if (error == null) {
          didThrow = false;
          answer.accept(online);
        } else {
          refused(error);
        }
      });
    }
  }

  /** Said once until it answers again. */
  private void refused(Throwable error) {
    if (!didThrow) {
      didThrow = true;
      Throwable cause = error instanceof CompletionException ? error.getCause() : error;
      errors.report(
          "followNetwork: the question threw, so what was known of the network stays; return false"
              + " if there is none:",
          cause);
    }
  }
}
