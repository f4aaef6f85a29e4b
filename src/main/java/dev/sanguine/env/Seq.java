package dev.sanguine.env;

import java.util.ArrayList;

/** A growing sequence: a JavaScript array in the browser. */
public final class Seq<T> {
  private final ArrayList<T> items = new ArrayList<>();

  @SafeVarargs
  public static <T> Seq<T> of(T... items) {
    Seq<T> seq = new Seq<>();
    for (T item : items) {
      seq.items.add(item);
    }
    return seq;
  }

  public int size() {
    return items.size();
  }

  public T get(int index) {
    return items.get(index);
  }

  public void set(int index, T item) {
    items.set(index, item);
  }

  public void add(T item) {
    items.add(item);
  }

  public void insert(int index, T item) {
    items.add(index, item);
  }

  public T removeAt(int index) {
    return items.remove(index);
  }

  /** Hands each item to the visitor, in order. */
  public void each(Listener<T> visitor) {
    for (T item : new ArrayList<>(items)) {
      visitor.on(item);
    }
  }

  public boolean some(Test<T> test) {
    return items.stream().anyMatch(test::test);
  }

  public Seq<T> filter(Test<T> test) {
    Seq<T> kept = new Seq<>();
    for (T item : items) {
      if (test.test(item)) {
        kept.items.add(item);
      }
    }
    return kept;
  }

  /** What the mapping makes of each item, in order. */
  public <R> Seq<R> map(Mapping<T, R> mapping) {
    Seq<R> made = new Seq<>();
    for (T item : items) {
      made.items.add(mapping.of(item));
    }
    return made;
  }

  public <R> Seq<R> mapAt(Indexed<T, R> mapping) {
    Seq<R> made = new Seq<>();
    for (int i = 0; i < size(); i++) {
      made.items.add(mapping.of(get(i), i));
    }
    return made;
  }

  /** True where the mapping makes true of an item. */
  public boolean someAt(Indexed<T, Boolean> test) {
    for (int i = 0; i < size(); i++) {
      if (test.of(get(i), i)) {
        return true;
      }
    }
    return false;
  }

  /** The first item that passes the test, or null. */
  public T first(Test<T> test) {
    for (T item : items) {
      if (test.test(item)) {
        return item;
      }
    }
    return null;
  }

  /** The place of the first identical item, or -1. */
  public int find(T item) {
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) == item || item instanceof String && item.equals(items.get(i))) {
        return i;
      }
    }
    return -1;
  }

  public boolean has(T item) {
    return find(item) >= 0;
  }

  /** Takes the first identical item out; true where there was one. */
  public boolean remove(T item) {
    int at = find(item);
    if (at >= 0) {
      items.remove(at);
    }
    return at >= 0;
  }

  public Seq<T> copy() {
    Seq<T> copy = new Seq<>();
    copy.items.addAll(items);
    return copy;
  }

  public void clear() {
    items.clear();
  }

  /** The items from {@code index} on leave the sequence. */
  public void truncate(int index) {
    items.subList(index, items.size()).clear();
  }

  public void sort(Order<T> order) {
    items.sort((a, b) -> (int) Math.signum(order.compare(a, b)));
  }

  @Override
  public String toString() {
    return items.toString();
  }
}
