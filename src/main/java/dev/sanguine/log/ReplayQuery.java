package dev.sanguine.log;

import dev.sanguine.env.Seq;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** A query at some place of a replay. Documents; they must not be changed. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class ReplayQuery {
  /** The query's hash. */
  public String query;

  public Object key;
  /** The confirmed value; absent if there is none. */
  public Object base;
  /** What the query showed; absent if it was nothing. */
  public Object view;
  /** The changes over the base, in order. */
  public Seq<Double> changes;
  /** A value is held back. */
  public Boolean held;
  /** False if a part of the view is an effect that was recorded, or was no JSON. */
  public Boolean exact;
}
