package dev.sanguine.query.options;

import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** Options that hold if a call says nothing else. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class DefaultOptions {
  public QueryOptions queries;
  public MutationOptions mutations;
  public HydrateOptions hydrate;
  public DehydrateOptions dehydrate;
}
