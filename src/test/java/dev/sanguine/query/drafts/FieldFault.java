package dev.sanguine.query.drafts;

import jsinterop.annotations.JsOverlay;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** A refusal that names fields, as servers and HTTP clients hand it over. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class FieldFault {
  public Object message;
  /** A list: each with a path, or with {@code data.errors}. */
  public Object errors;
  /** The body of an answer. */
  public Object data;

  public Object status;

  @JsOverlay
  static FieldFault of(String message) {
    FieldFault fault = new FieldFault();
    fault.message = message;
    fault.status = 400.0;
    return fault;
  }

  @JsOverlay
  final FieldFault errors(Object errors) {
    this.errors = errors;
    return this;
  }

  @JsOverlay
  final FieldFault data(Object data) {
    this.data = data;
    return this;
  }
}
