package dev.sanguine.env;

import jsinterop.annotations.JsConstructor;
import jsinterop.annotations.JsFunction;
import jsinterop.annotations.JsIgnore;
import jsinterop.annotations.JsType;

/** Hears of something in the world around, as long as somebody listens here. */
@JsType
public abstract class EventSource extends Subscribable {
  private Setup setup;
  private Object cleanup;

  /** Starts listening to the world and returns how to stop; it is run while somebody listens here. */
  @JsFunction
  public interface Setup {
    Object start(Listener<Object> heard);
  }

  @JsConstructor
  protected EventSource(Setup setup) {
    this.setup = setup;
  }

  @Override
  public void onSubscribe() {
    if (cleanup == null) {
      setEventListener(setup);
    }
  }

  @Override
  public void onUnsubscribe() {
    if (!hasListeners()) {
      stop();
    }
  }

  /** Replaces how the world is heard; the previous way is stopped. */
  public void setEventListener(Setup setup) {
    this.setup = setup;
    stop();
    cleanup = setup.start(this::heard);
  }

  @JsIgnore
  abstract void heard(Object value);

  private void stop() {
    if (cleanup != null) {
      ((Task) cleanup).run();
      cleanup = null;
    }
  }
}
