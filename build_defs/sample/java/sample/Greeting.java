package sample;

import jsinterop.annotations.JsMethod;
import jsinterop.annotations.JsType;

/** Public to JavaScript: sample.externs.js keeps its names. */
@JsType
public class Greeting {
  private final String who;

  public Greeting(String who) {
    this.who = who;
  }

  @JsMethod
  public String greet() {
    String text = "Hello, " + name() + "!";
    if ("true".equals(System.getProperty("sanguine.dev", "false"))) {
      text += " This is a development build.";
    }
    return text;
  }

  @JsMethod
  public String name() {
    return who;
  }
}
