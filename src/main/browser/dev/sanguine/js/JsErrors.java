package dev.sanguine.js;

import dev.sanguine.env.Errors;
import dev.sanguine.env.Listener;
import dev.sanguine.env.Supply;
import dev.sanguine.env.Task;
import dev.sanguine.env.Then;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;
import jsinterop.base.Js;

/** Failures in JavaScript: any value, thrown and caught as it is. */
public final class JsErrors implements Errors {
  @Override
  public Object attempt(Supply body, Then<Object> onThrow) {
    return Primitives.attempt(body, onThrow);
  }

  @Override
  public void guard(Task body, Listener<Object> onThrow) {
    Primitives.attempt(Js.uncheckedCast(body), Js.uncheckedCast(onThrow));
  }

  @Override
  public void hand(Object value, Listener<Object> next, Listener<Object> onThrow) {
    Primitives.hand(value, next, onThrow);
  }

  @Override
  public <T> T fail(Object error) {
    return Primitives.raise(error);
  }

  @Override
  public RuntimeException raise(Object error) {
    Primitives.raise(error);
    return null;
  }

  @Override
  public Object create(String message) {
    return Primitives.error(message);
  }

  @Override
  public Object cancelled(Object revert, Object silent) {
    return Primitives.cancelled(revert, silent);
  }

  @Override
  public boolean isCancelled(Object error) {
    return Primitives.isCancelled(error);
  }

  @Override
  public boolean cancelledReverts(Object error) {
    return Primitives.is(error, "revert");
  }

  @Override
  public boolean cancelledSilently(Object error) {
    return Primitives.is(error, "silent");
  }

  @Override
  public Object member(Object error, String name) {
    return Primitives.member(error, name);
  }

  @Override
  public double status(Object error) {
    return Primitives.status(error);
  }

  @Override
  public boolean isLost(Object error) {
    return Primitives.isLost(error);
  }

  @Override
  public void warn(String message) {
    Console.warn(message);
  }

  @Override
  public void report(String message) {
    Console.error(message);
  }

  @Override
  public void report(String message, Object error) {
    Console.error(message, error);
  }

  @JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "console")
  private static final class Console {
    static native void warn(String what);

    static native void error(Object... what);
  }
}
