package dev.sanguine.env;

import jsinterop.annotations.JsMethod;
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
    return this.<R>then(Js.<Then<? super T>>uncheckedCast(onFulfilled));
  }

  @JsOverlay
  default <R> Thenable<R> otherwise(Listener<Object> onRejected) {
    return Js.<Chain>uncheckedCast(this).rescue(onRejected);
  }

  /** The same with one argument. */
  @JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "IThenable")
  interface Chain {
    <R> Thenable<R> then(Object onFulfilled);

    @JsMethod(name = "catch")
    <R> Thenable<R> rescue(Listener<Object> onRejected);
  }
}
