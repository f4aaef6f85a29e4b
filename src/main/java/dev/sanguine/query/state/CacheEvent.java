package dev.sanguine.query.state;

import dev.sanguine.query.Mutation;
import dev.sanguine.query.Query;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** What a cache tells its listeners. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class CacheEvent {
  public String type;
  public Query query;
  public Mutation mutation;
  public Object observer;
  public Action action;
}
