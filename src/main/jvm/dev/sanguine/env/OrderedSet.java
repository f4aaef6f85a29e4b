package dev.sanguine.env;

import java.util.LinkedHashSet;

/** Distinct items in the order in which they came: a JavaScript Set in the browser. */
public final class OrderedSet<T> {
  private final LinkedHashSet<T> items = new LinkedHashSet<>();

  public int size() {
    return items.size();
  }

  public boolean has(T item) {
    return items.contains(item);
  }

  public void add(T item) {
    items.add(item);
  }

  public boolean remove(T item) {
    return items.remove(item);
  }

  /** Hands each item to the visitor, in order. */
  public void each(Listener<T> visitor) {
    if (!items.isEmpty()) {
      items().each(visitor);
    }
  }

  public void clear() {
    items.clear();
  }

  /** The items as they are now, in order. */
  public Seq<T> items() {
    Seq<T> seq = new Seq<>();
    for (T item : items) {
      seq.add(item);
    }
    return seq;
  }
}
