package dev.sanguine.query;

import dev.sanguine.env.AbortSignal;
import dev.sanguine.env.Supply;

/** An abort signal that is only taken, and so only counts as used, when somebody asks for it. */
final class Watched {
  private final Supply source;
  private boolean taken;
  /** It was taken, and aborted. */
  boolean aborted;

  Watched(Supply source) {
    this.source = source;
  }

  AbortSignal take() {
    AbortSignal signal = (AbortSignal) source.get();
    if (!taken) {
      taken = true;
      aborted = signal.aborted;
      signal.addEventListener("abort", event -> aborted = true);
    }
    return signal;
  }
}
