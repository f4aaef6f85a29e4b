package dev.sanguine.query;

import jsinterop.annotations.JsType;

/** Reads an option that is a value, or a function of the query that gives it; see OptionValue.js. */
@JsType(isNative = true, namespace = "sanguine", name = "OptionValue")
final class OptionValue {
  private OptionValue() {}

  static native Object forQuery(Object option, Query query);
}
