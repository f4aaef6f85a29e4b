package dev.sanguine.query;

import jsinterop.annotations.JsMethod;
import jsinterop.annotations.JsPackage;

/** Stands in the place of a query function where there is none to call: the query is disabled. */
public final class SkipToken {
  public static final Object TOKEN = symbol();

  private SkipToken() {}

  @JsMethod(namespace = JsPackage.GLOBAL, name = "Symbol")
  private static native Object symbol();
}
