package dev.sanguine.query.fetching;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Thenable;
import dev.sanguine.query.Promises;

/** Thenables of other makers may call back at once; a value that is there already needs no fetch. */
public final class SynchronousValue {
  private SynchronousValue() {}

  /** Holds the value if the thenable gave it before this returned, and nothing otherwise. */
  public static Seq<Object> getNow(Thenable<Object> thenable) {
    Seq<Object> value = new Seq<>();
    Thenable<Object> next = thenable == null ? null : thenable.done(value::add, Promises.IGNORE);
    if (next != null) {
      next.done(null, Promises.IGNORE);
    }
    return value;
  }
}
