package dev.sanguine.env;

/** Aborts what holds its signal. */
public final class AbortController {
  public final AbortSignal signal = new AbortSignal();

  public void abort() {
    signal.fire(null);
  }
}
