package dev.sanguine.log;

import dev.sanguine.env.Seq;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** An intent that is not done with at some place of a replay. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class ReplayIntent {
  public Double intent;
  public String name;
  /** queued, sent, confirmed, failed, conflict or unknown. */
  public String state;
  /** The numbers of its changes. */
  public Seq<Double> changes;
}
