package dev.sanguine.js;

import dev.sanguine.env.Thenable;
import elemental2.promise.IThenable;
import elemental2.promise.Promise;
import jsinterop.base.Js;

/** Futures as Promises, and Promises as what query and mutation functions return. Nothing is wrapped. */
public final class Promises {
  private Promises() {}

  /** The future, or any other thenable of the engine, as a Promise. */
  public static <T> Promise<T> of(Thenable<T> thenable) {
    return Promise.resolve(Js.<IThenable<T>>uncheckedCast(thenable));
  }

  /** The Promise as the engine takes it. */
  public static <T> Thenable<T> thenable(IThenable<T> promise) {
    return Js.uncheckedCast(promise);
  }
}
