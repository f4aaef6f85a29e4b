package dev.sanguine.env;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/**
 * A growing sequence: a JavaScript array in the browser. A program for the JVM alone goes through one with {@code for}, and
 * has {@link #asList} and {@link #from}.
 */
public final class Seq<T> implements Iterable<T> {
  private static final Object[] NONE = {};

  private Object[] items = NONE;
  private int size;

  @SafeVarargs
  public static <T> Seq<T> of(T... items) {
    Seq<T> seq = new Seq<>();
    for (T item : items) {
      seq.add(item);
    }
    return seq;
  }

  public Seq() {}

  private Seq(Object[] items, int size) {
    this.items = items;
    this.size = size;
  }

  /** The items of a collection, in its order; on the JVM. */
  public static <T> Seq<T> from(Collection<? extends T> items) {
    Seq<T> seq = new Seq<>();
    seq.items = items.toArray();
    seq.size = seq.items.length;
    return seq;
  }

  /** The items as an unmodifiable list, which lists in the cache have to be; on the JVM. */
  public List<T> asList() {
    List<T> list = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      list.add(get(i));
    }
    return Collections.unmodifiableList(list);
  }

  /** The items that are there now; on the JVM. */
  @Override
  public Iterator<T> iterator() {
    return asList().iterator();
  }

  public int size() {
    return size;
  }

  @SuppressWarnings("unchecked")
  public T get(int index) {
    check(index, size);
    return (T) items[index];
  }

  public void set(int index, T item) {
    check(index, size);
    items[index] = item;
  }

  public void add(T item) {
    if (size == items.length) {
      items = Arrays.copyOf(items, Math.max(4, size * 2));
    }
    items[size++] = item;
  }

  public void insert(int index, T item) {
    check(index, size + 1);
    add(item);
    System.arraycopy(items, index, items, index + 1, size - 1 - index);
    items[index] = item;
  }

  public T removeAt(int index) {
    T item = get(index);
    System.arraycopy(items, index + 1, items, index, --size - index);
    items[size] = null;
    return item;
  }

  /** Hands each item to the visitor, in order: those that are there now, whatever the visitor does. */
  public void each(Listener<T> visitor) {
    if (size == 1) {
      visitor.on(get(0));
    } else if (size > 0) {
      copy().visit(visitor);
    }
  }

  public boolean some(Predicate<T> test) {
    for (int i = 0; i < size; i++) {
      if (test.test(get(i))) {
        return true;
      }
    }
    return false;
  }

  public Seq<T> filter(Predicate<T> test) {
    Seq<T> kept = new Seq<>();
    for (int i = 0; i < size; i++) {
      T item = get(i);
      if (test.test(item)) {
        kept.add(item);
      }
    }
    return kept;
  }

  /** What the mapping makes of each item, in order. */
  public <R> Seq<R> map(Mapping<T, R> mapping) {
    return mapAt((item, index) -> mapping.of(item));
  }

  public <R> Seq<R> mapAt(Indexed<T, R> mapping) {
    Seq<R> made = new Seq<>();
    for (int i = 0; i < size; i++) {
      made.add(mapping.of(get(i), i));
    }
    return made;
  }

  /** True if the mapping makes true of an item. */
  public boolean someAt(Indexed<T, Boolean> test) {
    for (int i = 0; i < size; i++) {
      if (test.of(get(i), i)) {
        return true;
      }
    }
    return false;
  }

  /** The place of the first item that passes the test, or -1. */
  public int indexWhere(Predicate<T> test) {
    int at = 0;
    while (at < size && !test.test(get(at))) {
      at++;
    }
    return at < size ? at : -1;
  }

  /** The first item that passes the test, or null. */
  public T first(Predicate<T> test) {
    for (int i = 0; i < size; i++) {
      T item = get(i);
      if (test.test(item)) {
        return item;
      }
    }
    return null;
  }

  /** The place of the first identical item, or -1. */
  public int find(T item) {
    for (int i = 0; i < size; i++) {
      if (items[i] == item || item instanceof String && item.equals(items[i])) {
        return i;
      }
    }
    return -1;
  }

  public boolean has(T item) {
    return find(item) >= 0;
  }

  /** Takes the first identical item out; true if there was one. */
  public boolean remove(T item) {
    int at = find(item);
    if (at >= 0) {
      removeAt(at);
    }
    return at >= 0;
  }

  public Seq<T> copy() {
    return new Seq<>(size == 0 ? NONE : Arrays.copyOf(items, size), size);
  }

  public void clear() {
    truncate(0);
  }

  /** The items from {@code index} on leave the sequence. */
  public void truncate(int index) {
    Arrays.fill(items, index, size, null);
    size = index;
  }

  @SuppressWarnings("unchecked")
  public void sort(Order<T> order) {
    Arrays.sort((T[]) items, 0, size, (a, b) -> (int) Math.signum(order.compare(a, b)));
  }

  @Override
  public String toString() {
    return Arrays.asList(copy().items).toString();
  }

  private void visit(Listener<T> visitor) {
    for (int i = 0; i < size; i++) {
      visitor.on(get(i));
    }
  }

  private static void check(int index, int size) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException("Seq: index " + index + " of " + size);
    }
  }
}
