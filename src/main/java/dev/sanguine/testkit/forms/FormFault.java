package dev.sanguine.testkit.forms;

import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** An error as HTTP clients make it of an answer. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class FormFault {
  public Object status;
  public Object message;
  public Object errors;
  public Object theirs;
  public String outcome;
}
