package dev.sanguine.env;

import jsinterop.annotations.JsConstructor;
import jsinterop.annotations.JsFunction;
import jsinterop.annotations.JsType;

/** Says whether this is a server, if nothing is retried and nothing is collected. */
@JsType
public class EnvironmentManager {
  /** The question, asked each time. */
  @JsFunction
  public interface IsServer {
    boolean ask();
  }

  private IsServer ask = Platform.server();

  @JsConstructor
  public EnvironmentManager() {
    Binding.bind(this, "isServer", "setIsServer");
  }

  public boolean isServer() {
    return ask.ask();
  }

  public void setIsServer(IsServer ask) {
    this.ask = ask;
  }
}
