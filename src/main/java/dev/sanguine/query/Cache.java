package dev.sanguine.query;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Subscribable;
import dev.sanguine.query.state.CacheEvent;
import jsinterop.annotations.JsConstructor;
import jsinterop.annotations.JsIgnore;
import jsinterop.annotations.JsType;

/** What both caches are: listeners that hear of every change as a {@link CacheEvent}, and the world of their client. */
@JsType
public abstract class Cache extends Subscribable {
  /** Null on the JVM until a client takes the cache. */
  @JsIgnore
  public Environment env = Environment.standardIfAny();

  @JsConstructor
  protected Cache() {}

  public void notify(CacheEvent event) {
    if (hasListeners()) {
      env.notify.run(() -> tell(event));
    }
  }
}
