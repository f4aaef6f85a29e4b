package dev.sanguine.env;

import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** Timers as the browser has them; ids are any values, delays are milliseconds. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "SanguineTimerProvider")
public interface TimerProvider {
  Object setTimeout(Task task, double delay);

  void clearTimeout(Object id);

  Object setInterval(Task task, double delay);

  void clearInterval(Object id);
}
