package dev.sanguine.query.options;

import dev.sanguine.query.callbacks.MutationPredicate;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** Says which mutations are meant; all members are optional. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class MutationFilters {
  /** Mutations whose key starts with it. */
  public Object mutationKey;

  public Object exact;
  /** idle, pending, success or error. */
  public String status;

  public MutationPredicate predicate;
}
