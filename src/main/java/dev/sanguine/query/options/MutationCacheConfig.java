package dev.sanguine.query.options;

import dev.sanguine.query.callbacks.OnEveryError;
import dev.sanguine.query.callbacks.OnEveryMutate;
import dev.sanguine.query.callbacks.OnEverySettled;
import dev.sanguine.query.callbacks.OnEverySuccess;
import dev.sanguine.query.callbacks.OnRollback;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** Callbacks for every mutation. Each but {@link #onRollback} is awaited, and is given the mutation before its context. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class MutationCacheConfig {
  public OnEveryMutate onMutate;
  public OnEverySuccess onSuccess;
  public OnEveryError onError;
  public OnEverySettled onSettled;
  public OnRollback onRollback;
}
