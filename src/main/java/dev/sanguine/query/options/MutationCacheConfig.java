package dev.sanguine.query.options;

import dev.sanguine.law.Intent;
import dev.sanguine.query.callbacks.Callback;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** Callbacks for every mutation; each is awaited, and is given the mutation before its context. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class MutationCacheConfig extends MutateOptions {
  /** (variables, mutation, context). */
  public Callback onMutate;
  /**
   * ({@link Intent}, mutation). A change has left the views: it failed, was cancelled, or nobody knows what became of it.
   * Called once for each, before onError; not awaited.
   */
  public Callback onRollback;
}
