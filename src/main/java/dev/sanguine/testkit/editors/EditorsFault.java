package dev.sanguine.testkit.editors;

import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** An error as HTTP clients make it of an answer. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class EditorsFault {
  public Object status;
  public Object theirs;
  public Object failed;
  public Object answer;
  public String outcome;
}
