package dev.sanguine.env;

import jsinterop.annotations.JsConstructor;
import jsinterop.annotations.JsType;

/** Knows whether the window has the person's attention, and tells who listens when it comes back. */
@JsType
public class FocusManager extends Subscribable {
  private Object focused;
  private Object cleanup;
  private Setup setup;

  /** Starts listening to the world and returns how to stop; it is run while somebody listens here. */
  @jsinterop.annotations.JsFunction
  public interface Setup {
    Object start(Listener<Object> setFocused);
  }

  @JsConstructor
  public FocusManager() {
    setup = Platform.focus();
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

  /** Replaces how focus is heard of; the previous way is stopped. */
  public void setEventListener(Setup setup) {
    this.setup = setup;
    stop();
    cleanup = setup.start(focused -> {
      if (focused instanceof Boolean) {
        setFocused(focused);
      } else {
        onFocus();
      }
    });
  }

  /** Says by hand whether there is focus; null leaves it to the environment again. */
  public void setFocused(Object focused) {
    boolean changed = !same(this.focused, focused);
    if (changed) {
      this.focused = focused;
      onFocus();
    }
  }

  /** Tells every listener whether there is focus now. */
  public void onFocus() {
    tell(isFocused());
  }

  public boolean isFocused() {
    return focused instanceof Boolean ? (Boolean) focused : Platform.isVisible();
  }

  private void stop() {
    if (cleanup instanceof Task) {
      ((Task) cleanup).run();
    }
    cleanup = null;
  }

  private static boolean same(Object a, Object b) {
    return a instanceof Boolean ? a.equals(b) : !(b instanceof Boolean);
  }
}
