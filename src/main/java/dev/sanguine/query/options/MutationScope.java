package dev.sanguine.query.options;

import dev.sanguine.query.callbacks.Convert;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** Mutations of one scope run one after the other. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class MutationScope {
  /** A text, or a {@link Convert} that makes one of the variables: then each call of the mutation has a scope of its own. */
  public Object id;
}
