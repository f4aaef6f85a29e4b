package dev.sanguine.env;

import jsinterop.annotations.JsConstructor;
import jsinterop.annotations.JsType;

/** Knows whether the window has the person's attention, and tells who listens when it comes back. */
@JsType
public class FocusManager extends EventSource {
  /** What was said by hand; what is no boolean leaves it to the world. */
  private Object focused;

  @JsConstructor
  public FocusManager() {
    super(Platform.focus());
  }

  /** Says by hand whether there is focus; null leaves it to the environment again. */
  public void setFocused(Object focused) {
    if (this.focused != focused) {
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

  @Override
  void heard(Object value) {
    if (value instanceof Boolean) {
      setFocused(value);
    } else {
      onFocus();
    }
  }
}
