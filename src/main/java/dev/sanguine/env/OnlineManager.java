package dev.sanguine.env;

import jsinterop.annotations.JsConstructor;
import jsinterop.annotations.JsType;

/** Knows whether there is a network; online until told otherwise. */
@JsType
public class OnlineManager extends Subscribable {
  private boolean online = true;
  private Object cleanup;
  private Setup setup;

  /** Starts listening to the world and returns how to stop; it is run while somebody listens here. */
  @jsinterop.annotations.JsFunction
  public interface Setup {
    Object start(Listener<Boolean> setOnline);
  }

  @JsConstructor
  public OnlineManager() {
    setup = Platform.online();
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

  /** Replaces how the network's state is heard of; the previous way is stopped. */
  public void setEventListener(Setup setup) {
    this.setup = setup;
    stop();
    cleanup = setup.start(this::setOnline);
  }

  public void setOnline(boolean online) {
    if (this.online != online) {
      this.online = online;
      tell(online);
    }
  }

  public boolean isOnline() {
    return online;
  }

  private void stop() {
    if (cleanup instanceof Task) {
      ((Task) cleanup).run();
    }
    cleanup = null;
  }
}
