package dev.sanguine.query;

import dev.sanguine.env.Environment;
import dev.sanguine.query.state.Action;
import jsinterop.annotations.JsConstructor;
import jsinterop.annotations.JsIgnore;
import jsinterop.annotations.JsType;

/** What is taken out of its cache some time after nobody uses it any more. */
@JsType
public abstract class Removable {
  /** Milliseconds from the last use to the removal; the longest that was ever asked for. */
  public double gcTime;

  @JsIgnore
  public final QueryClient client;

  private Object gcTimer;

  @JsConstructor
  public Removable(QueryClient client) {
    this.client = client;
  }

  public void destroy() {
    clearGcTimeout();
  }

  public void scheduleGc() {
    clearGcTimeout();
    if (Options.isDelay(gcTime)) {
      gcTimer = environment().timeouts.setTimeout(this::optionalRemove, gcTime);
    }
  }

  public void updateGcTime(Object newGcTime) {
    gcTime = Math.max(
        gcTime,
        Options.number(
            newGcTime, environment().isServer() ? Double.POSITIVE_INFINITY : Options.FIVE_MINUTES));
  }

  public void clearGcTimeout() {
    if (gcTimer != null) {
      environment().timeouts.clearTimeout(gcTimer);
      gcTimer = null;
    }
  }

  /** Takes itself out of its cache, if it is still unused. */
  public abstract void optionalRemove();

  /** Changes the state as the action says, and tells who listens. */
  @JsIgnore
  public abstract void dispatch(Action action);

  @JsIgnore
  public final Environment environment() {
    return client.environment;
  }
}
