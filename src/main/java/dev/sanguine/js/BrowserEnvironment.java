package dev.sanguine.js;

import dev.sanguine.env.Environment;
import dev.sanguine.env.TimeoutManager;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** The world of a page, or of Node: real Promises, global timers, the window's focus and network. */
public final class BrowserEnvironment {
  private BrowserEnvironment() {}

  public static Environment create() {
    return new Environment(
        Date::now, Math::random, new JsValues(), new JsErrors(), new JsDeferreds(), new TimeoutManager(), null);
  }

  @JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Date")
  private static final class Date {
    static native double now();
  }

  @JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Math")
  private static final class Math {
    static native double random();
  }
}
