package dev.sanguine.env;

import jsinterop.annotations.JsOverlay;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;
import jsinterop.base.Js;

/** A value to come: a JavaScript Promise, or any thenable. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "IThenable")
public interface Thenable<T> {
  <R> Thenable<R> then(Then<? super T> onFulfilled, Then<Object> onRejected);

  @JsOverlay
  default <R> Thenable<R> then(Then<? super T> onFulfilled) {
    return Js.<Chain>uncheckedCast(this).then(onFulfilled);
  }

  @JsOverlay
  default <R> Thenable<R> done(Listener<? super T> onFulfilled, Listener<Object> onRejected) {
    return then(Js.uncheckedCast(onFulfilled), Js.uncheckedCast(onRejected));
  }

  @JsOverlay
  default <R> Thenable<R> done(Listener<? super T> onFulfilled) {
    return then(Js.uncheckedCast(onFulfilled));
  }

  /** The same method, with one argument. */
  @JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "IThenable")
  interface Chain {
    <R> Thenable<R> then(Object onFulfilled);
  }
}
