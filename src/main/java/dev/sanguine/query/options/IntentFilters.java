package dev.sanguine.query.options;

import dev.sanguine.query.pending.IntentsObserver;
import jsinterop.annotations.JsOverlay;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** Says which intents an {@link IntentsObserver} shows; all members are optional. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class IntentFilters {
  /** Intents that change a query whose key starts with it. */
  public Object queryKey;
  /** True: the key itself only. */
  public Object exact;
  /** Intents that change the record with this id, in a list or by itself; their {@code fields} are that record's. */
  public Object id;
  /**
   * Intents that change records of this type: by {@code intent.record}, {@code intent.add}, or in a query whose option {@code
   * records} says this type.
   */
  public String record;

  @JsOverlay
  public static IntentFilters of(Object queryKey) {
    IntentFilters filters = new IntentFilters();
    filters.queryKey = queryKey;
    return filters;
  }

  @JsOverlay
  public final IntentFilters exact(boolean exact) {
    this.exact = exact;
    return this;
  }

  /** Intents that change the record of this type with this id. */
  @JsOverlay
  public final IntentFilters record(String type, Object id) {
    record = type;
    return id(id);
  }

  @JsOverlay
  public final IntentFilters id(Object id) {
    // Documents know one kind of number.
    this.id = id instanceof Integer ? (Object) ((Integer) id).doubleValue() : id;
    return this;
  }
}
