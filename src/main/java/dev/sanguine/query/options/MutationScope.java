package dev.sanguine.query.options;

import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** Mutations of one scope run one after the other. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class MutationScope {
  public Object id;
}
