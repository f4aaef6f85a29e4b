package dev.sanguine.js;

import dev.sanguine.env.Clock;
import dev.sanguine.env.Environment;
import dev.sanguine.env.Randomness;
import dev.sanguine.env.TimeoutManager;
import jsinterop.annotations.JsMethod;
import jsinterop.annotations.JsPackage;

/** The world of a page, or of Node: real Promises, global timers, the window's focus and network. */
public final class BrowserEnvironment implements Clock, Randomness {
  private BrowserEnvironment() {}

  public static Environment create() {
    BrowserEnvironment world = new BrowserEnvironment();
    Environment made = new Environment(
        world,
        world,
        new JsValues(),
        new JsErrors(),
        new JsDeferreds(),
        new TimeoutManager(),
        null);
    made.notify.setScheduler(Primitives.scheduler());
    return made;
  }

  /** The world of every client that is made without one. */
  @JsMethod
  static Environment standard() {
    Environment world = create();
    Environment.setStandard(world);
    return world;
  }

  @Override
  public double now() {
    return dateNow();
  }

  @Override
  public double next() {
    return random();
  }

  @JsMethod(namespace = JsPackage.GLOBAL, name = "Date.now")
  private static native double dateNow();

  @JsMethod(namespace = JsPackage.GLOBAL, name = "Math.random")
  private static native double random();
}
