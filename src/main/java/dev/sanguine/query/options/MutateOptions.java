package dev.sanguine.query.options;

import dev.sanguine.query.callbacks.Callback;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** Callbacks for one call of mutate; they run only while the observer has listeners and only for its latest call. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class MutateOptions {
  /** (data, variables, onMutateResult, context). */
  public Callback onSuccess;
  /** (error, variables, onMutateResult, context). */
  public Callback onError;
  /** (data, error, variables, onMutateResult, context). */
  public Callback onSettled;
}
