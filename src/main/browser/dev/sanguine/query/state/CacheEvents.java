package dev.sanguine.query.state;

import dev.sanguine.query.Mutation;
import dev.sanguine.query.Query;
import jsinterop.annotations.JsMethod;
import jsinterop.annotations.JsType;

/** What the listeners of a cache are told. See CacheEvents.js. */
@SuppressWarnings("unusable-by-js")
@JsType(isNative = true, namespace = "sanguine", name = "CacheEvents")
public final class CacheEvents {
  private CacheEvents() {}

  @JsMethod(name = "queryEvent")
  public static native CacheEvent event(String type, Query query);

  @JsMethod(name = "mutationEvent")
  public static native CacheEvent event(String type, Mutation mutation);

  public static native CacheEvent observed(Object observer);

  public static native CacheEvent changed(Action action);
}
