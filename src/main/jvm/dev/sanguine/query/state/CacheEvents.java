package dev.sanguine.query.state;

import dev.sanguine.query.Mutation;
import dev.sanguine.query.Query;

/** What the listeners of a cache are told. */
public final class CacheEvents {
  private CacheEvents() {}

  public static CacheEvent event(String type, Query query) {
    CacheEvent event = new CacheEvent();
    event.type = type;
    event.query = query;
    return event;
  }

  public static CacheEvent event(String type, Mutation mutation) {
    CacheEvent event = new CacheEvent();
    event.type = type;
    event.mutation = mutation;
    return event;
  }

  public static CacheEvent observed(Object observer) {
    CacheEvent event = new CacheEvent();
    event.observer = observer;
    return event;
  }

  public static CacheEvent changed(Action action) {
    CacheEvent event = new CacheEvent();
    event.action = action;
    return event;
  }
}
