package dev.sanguine.query.state;

import dev.sanguine.env.Seq;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** A client's state as plain data. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class DehydratedState {
  public Seq<DehydratedMutation> mutations;
  public Seq<DehydratedQuery> queries;
}
