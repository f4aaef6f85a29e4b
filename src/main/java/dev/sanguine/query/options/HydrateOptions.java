package dev.sanguine.query.options;

import dev.sanguine.query.callbacks.Convert;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** How a dehydrated state is taken in. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class HydrateOptions {
  /** Options of every query and mutation that is made (and, inside defaultOptions, the same). */
  public HydrateOptions defaultOptions;

  public Convert deserializeData;
  public QueryOptions queries;
  public MutationOptions mutations;
}
