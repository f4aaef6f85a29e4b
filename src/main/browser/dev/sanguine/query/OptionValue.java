package dev.sanguine.query;

import jsinterop.annotations.JsType;

/** Reads an option that is a value, or a function of the query that gives it; see Records.js. */
@JsType(isNative = true, namespace = "sanguine", name = "Records")
final class OptionValue {
  private OptionValue() {}

  static native Object forQuery(Object option, Query query);
}
