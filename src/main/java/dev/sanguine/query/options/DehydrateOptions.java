package dev.sanguine.query.options;

import dev.sanguine.query.callbacks.Convert;
import dev.sanguine.query.callbacks.Decide;
import dev.sanguine.query.callbacks.MutationPredicate;
import dev.sanguine.query.callbacks.QueryPredicate;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** What of a client is written down, and how. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class DehydrateOptions {
  public Convert serializeData;
  public QueryPredicate shouldDehydrateQuery;
  public MutationPredicate shouldDehydrateMutation;
  public Decide shouldRedactErrors;
}
