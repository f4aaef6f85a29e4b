package dev.sanguine.query.options;

import jsinterop.annotations.JsProperty;
import jsinterop.annotations.JsType;

/** Stands in the place of a query function if there is none to call: the query is disabled. */
@JsType(isNative = true, namespace = "sanguine", name = "SkipToken")
public final class SkipToken {
  @JsProperty(name = "skipToken")
  public static Object TOKEN;

  private SkipToken() {}
}
