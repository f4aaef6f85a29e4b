package dev.sanguine.env;

import jsinterop.annotations.JsConstructor;
import jsinterop.annotations.JsType;

/** Knows whether there is a network; online until told otherwise. */
@JsType
public class OnlineManager extends EventSource {
  private boolean online = true;

  @JsConstructor
  public OnlineManager() {
    super(Platform.online());
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

  @Override
  void heard(Object value) {
    setOnline((Boolean) value);
  }
}
