package dev.sanguine.query.options;

import dev.sanguine.query.callbacks.OnError;
import dev.sanguine.query.callbacks.OnSettled;
import dev.sanguine.query.callbacks.OnSuccess;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** Callbacks for one call of mutate; they run only while the observer has listeners and only for its latest call. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class MutateOptions {
  public OnSuccess onSuccess;
  public OnError onError;
  public OnSettled onSettled;
}
