package dev.sanguine.query.state;

import dev.sanguine.env.AbortSignal;
import dev.sanguine.query.QueryClient;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsProperty;
import jsinterop.annotations.JsType;

/** What every callback of a mutation is given last: a plain object. What the feature conflicts adds are getters. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class MutationContext {
  public QueryClient client;
  public Object meta;
  public Object mutationKey;
  public AbortSignal signal;
  public String idempotencyKey;
  public Object failed;
  public Conflict conflict;

  @JsProperty(name = "base")
  public native Object base();

  @JsProperty(name = "bases")
  public native Object bases();

  @JsProperty(name = "version")
  public native Object version();
  /** True if the page is being left: the request is to outlive it ({@code fetch(url, { keepalive })}). Else absent. */
  public boolean keepalive;
}
