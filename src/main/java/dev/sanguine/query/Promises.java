package dev.sanguine.query;

import dev.sanguine.env.Listener;
import dev.sanguine.env.Thenable;

/** Lets a settled thenable pass without a word. */
public final class Promises {
  public static final Listener<Object> LISTENER = settled -> {};

  private Promises() {}

  /** Fulfilled with nothing when the other is settled, however that ends. */
  public static Thenable<Object> both(Thenable<?> thenable) {
    return thenable.done(LISTENER).otherwise(LISTENER);
  }
}
