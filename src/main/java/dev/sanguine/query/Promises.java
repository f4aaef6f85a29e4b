package dev.sanguine.query;

import dev.sanguine.env.Listener;
import dev.sanguine.env.Thenable;

/** Lets a settled thenable pass without a word. */
public final class Promises {
  public static final Listener<Object> IGNORE = settled -> {};

  private Promises() {}

  /** Fulfilled with nothing when the other is settled, however that ends. */
  public static Thenable<Object> whenSettled(Thenable<?> thenable) {
    return thenable.done(IGNORE).otherwise(IGNORE);
  }
}
