package dev.sanguine.query.state;

import dev.sanguine.env.Thenable;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** One query as plain data. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class DehydratedQuery {
  public Object dehydratedAt;
  public QueryState state;
  public Object queryKey;
  public String queryHash;
  public Thenable<Object> promise;
  public Object meta;
  public String queryType;
}
