package dev.sanguine.env;

import jsinterop.annotations.JsConstructor;
import jsinterop.annotations.JsType;

/** Knows whether the window has the person's attention, and tells who listens when it comes back. */
@JsType
public class FocusManager extends Sense {
  /** What was said by hand; null leaves it to the world. */
  private Boolean focused;

  @JsConstructor
  public FocusManager() {
    super(Platform.focus());
  }

  /** Says by hand whether there is focus; null leaves it to the environment again. */
  public void setFocused(Object focused) {
    Boolean said = focused instanceof Boolean ? (Boolean) focused : null;
    if (this.focused != said) {
      this.focused = said;
      onFocus();
    }
  }

  /** Tells every listener whether there is focus now. */
  public void onFocus() {
    tell(isFocused());
  }

  public boolean isFocused() {
    return focused != null ? focused : Platform.isVisible();
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
