package dev.sanguine.env;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;

/**
 * Values by the identity of an object, kept as long as the object is held elsewhere: a JavaScript WeakMap. Clients on several
 * threads may share one.
 */
public final class WeakTable<V> {
  private final Map<Key, V> map = new HashMap<>();
  private final ReferenceQueue<Object> gone = new ReferenceQueue<>();

  /** True for what has an identity. */
  public static boolean canHold(Object key) {
    return key != null
        && !(key instanceof String)
        && !(key instanceof Number)
        && !(key instanceof Boolean);
  }

  /** Null if there is none. */
  public synchronized V get(Object key) {
    return map.isEmpty() ? null : map.get(new Key(key, null));
  }

  public synchronized void put(Object key, V value) {
    for (Object old = gone.poll(); old != null; old = gone.poll()) {
      map.remove(old);
    }
    map.put(new Key(key, gone), value);
  }

  public synchronized void remove(Object key) {
    map.remove(new Key(key, null));
  }

  private static final class Key extends WeakReference<Object> {
    private final int hash;

    Key(Object object, ReferenceQueue<Object> queue) {
      super(object, queue);
      hash = System.identityHashCode(object);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(Object other) {
      return this == other
          || (other instanceof Key && get() != null && get() == ((Key) other).get());
    }
  }
}
