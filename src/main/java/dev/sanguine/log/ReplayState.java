package dev.sanguine.log;

import dev.sanguine.env.Seq;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** Everything at some place of a replay. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class ReplayState {
  /** How many events have happened. */
  public Double position;
  /** The JSON form of the last of them; absent at the start. */
  public Object event;

  public Seq<ReplayIntent> intents;
  public Seq<ReplayQuery> queries;
}
