package dev.sanguine.env;

import jsinterop.annotations.JsMethod;
import jsinterop.annotations.JsProperty;

/** Whether to say more and to look harder. */
public final class Development {
  private Development() {}

  /** True in the development build, and if the app itself is in development. */
  public static boolean on() {
    return hasTexts() || isDevelopment();
  }

  /** True in the development build, which has the long texts of errors; decided when it is compiled. */
  public static boolean hasTexts() {
    return "true".equals(System.getProperty("sanguine.dev", "false"));
  }

  /** What an error adds to its name and value for the reader of a development build. */
  public static String hint(String text) {
    return hasTexts() ? text : "";
  }

  /** The same, looked at anew: for what an app may switch while it runs. */
  public static boolean now() {
    return hasTexts() || looksLikeDevelopment();
  }

  @JsMethod(namespace = "sanguine.World")
  private static native boolean looksLikeDevelopment();

  @JsProperty(namespace = "sanguine.World", name = "isDevelopment")
  private static native boolean isDevelopment();
}
