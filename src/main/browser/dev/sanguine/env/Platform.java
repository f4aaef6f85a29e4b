package dev.sanguine.env;

import jsinterop.annotations.JsMethod;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsProperty;
import jsinterop.base.Js;

/** The browser's world (or Node's), for what is made without an environment: window events, global timers, console. */
final class Platform {
  private Platform() {}

  @JsProperty(namespace = "sanguine.World", name = "focus")
  static native FocusManager.Setup focus();

  @JsProperty(namespace = "sanguine.World", name = "online")
  static native OnlineManager.Setup online();

  @JsProperty(namespace = "sanguine.World", name = "isServer")
  static native EnvironmentManager.IsServer server();

  @JsMethod(namespace = "sanguine.World")
  static native NotifyManager.Notify soon(TimeoutManager timeouts);

  @JsMethod(namespace = "sanguine.World")
  static native void call(NotifyManager.Notify notify, Task task);

  /** Runs what it is given. */
  @JsProperty(namespace = "sanguine.World", name = "run")
  static native NotifyManager.Notify direct();

  @JsMethod(namespace = "sanguine.World", name = "isVisible")
  static native boolean isVisible();

  /** The global timers, looked up at each call: a page or a test may replace them. */
  @JsProperty(namespace = JsPackage.GLOBAL, name = "globalThis")
  static native TimerProvider timers();

  /** Java's own way looks for numbers that are none, and too large. */
  @JsMethod(namespace = JsPackage.GLOBAL, name = "Math.floor")
  static native int whole(double number);

  static <T> Then<T> then(Listener<T> listener) {
    return Js.uncheckedCast(listener);
  }

  static Supply supply(Task task) {
    return Js.uncheckedCast(task);
  }

  static boolean isThenable(Object value) {
    return Js.isTruthy(value) && Js.typeof(Js.asPropertyMap(value).get("then")).equals("function");
  }

  @JsMethod(namespace = "sanguine.World", name = "warnOfSwitchedTimers")
  static native void warnOfSwitchedTimers(Object previous, Object provider);

  /** The module's door sets one before anything can be called. */
  static Environment given(Environment standard) {
    return standard;
  }
}
