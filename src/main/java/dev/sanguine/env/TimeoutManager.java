package dev.sanguine.env;

import jsinterop.annotations.JsConstructor;
import jsinterop.annotations.JsIgnore;
import jsinterop.annotations.JsType;

/** All timers of the engine pass here, so that an app can bring its own: one that coalesces, one that tests steer. */
@JsType
public class TimeoutManager {
  private TimerProvider provider = Platform.timers();
  private boolean used;

  @JsConstructor
  public TimeoutManager() {}

  @JsIgnore
  public static TimeoutManager over(TimerProvider provider) {
    TimeoutManager manager = new TimeoutManager();
    manager.provider = provider;
    return manager;
  }

  /** Replaces the timers; to be called before the first is set, since a running one can't be taken over. */
  public void setTimeoutProvider(TimerProvider provider) {
    if (used && provider != this.provider) {
      Platform.warnOfSwitchedTimers(this.provider, provider);
    }
    this.provider = provider;
    used = false;
  }

  public Object setTimeout(Task task, double delay) {
    used = true;
    return provider.setTimeout(task, delay);
  }

  public void clearTimeout(Object id) {
    provider.clearTimeout(id);
  }

  public Object setInterval(Task task, double delay) {
    used = true;
    return provider.setInterval(task, delay);
  }

  public void clearInterval(Object id) {
    provider.clearInterval(id);
  }
}
