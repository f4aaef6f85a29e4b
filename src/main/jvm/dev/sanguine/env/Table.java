package dev.sanguine.env;

import java.util.LinkedHashMap;

/** Values by key, in the order in which the keys came: a JavaScript Map in the browser. */
public final class Table<K, V> {
  private final LinkedHashMap<K, V> map = new LinkedHashMap<>();

  public int size() {
    return map.size();
  }

  /** The value, or null. */
  public V get(K key) {
    return map.get(key);
  }

  public boolean has(K key) {
    return map.containsKey(key);
  }

  public void put(K key, V value) {
    map.put(key, value);
  }

  public boolean remove(K key) {
    int before = map.size();
    map.remove(key);
    return map.size() < before;
  }

  /** Hands each value to the visitor, in order. */
  public void each(Listener<V> visitor) {
    values().each(visitor);
  }

  public void clear() {
    map.clear();
  }

  /** The keys as they are now, in order. */
  public Seq<K> keys() {
    return Seq.from(map.keySet());
  }

  /** The values as they are now, in order. */
  public Seq<V> values() {
    Seq<V> seq = new Seq<>();
    for (V value : map.values()) {
      seq.add(value);
    }
    return seq;
  }

  /** Any one value, or null; the first that came. */
  public V first() {
    return map.isEmpty() ? null : map.values().iterator().next();
  }
}
