package dev.sanguine.query;

import dev.sanguine.env.Environment;
import jsinterop.annotations.JsConstructor;
import jsinterop.annotations.JsIgnore;
import jsinterop.annotations.JsType;

/** What is taken out of its cache some time after nobody uses it any more. */
@JsType
public abstract class Removable {
  /** Milliseconds from the last use to the removal; the longest that was ever asked for. */
  public double gcTime;

  private Object gcTimer;

  @JsConstructor
  protected Removable() {}

  public void destroy() {
    clearGcTimeout();
  }

  public void scheduleGc() {
    clearGcTimeout();
    if (Options.isDelay(gcTime)) {
      gcTimer = world().timeouts.setTimeout(() -> {
        gcTimer = null;
        optionalRemove();
      }, gcTime);
    }
  }

  public void updateGcTime(Object newGcTime) {
    double standard = world().isServer() ? Double.POSITIVE_INFINITY : Options.FIVE_MINUTES;
    double wanted = Options.number(newGcTime, standard);
    gcTime = gcTime > wanted ? gcTime : wanted;
  }

  public void clearGcTimeout() {
    if (gcTimer != null) {
      world().timeouts.clearTimeout(gcTimer);
      gcTimer = null;
    }
  }

  /** Takes itself out of its cache, if it is still unused. */
  public abstract void optionalRemove();

  /** Changes the state as the action says, and tells who listens. */
  @JsIgnore
  abstract void dispatch(Action action);

  @JsIgnore
  abstract Environment world();
}
