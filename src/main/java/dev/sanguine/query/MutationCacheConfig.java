package dev.sanguine.query;

import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** Callbacks for every mutation; each is awaited. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class MutationCacheConfig {
  /** (variables, mutation, context). */
  public Callback onMutate;
  /** (data, variables, onMutateResult, mutation, context). */
  public Callback onSuccess;
  /** (error, variables, onMutateResult, mutation, context). */
  public Callback onError;
  /** (data, error, variables, onMutateResult, mutation, context). */
  public Callback onSettled;
}
