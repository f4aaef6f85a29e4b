package dev.sanguine.query.index;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;

/** Tables of lists. */
public final class Multimaps {
  private Multimaps() {}

  public static <K, T> void add(Table<K, Seq<T>> groups, K key, T item) {
    Seq<T> group = groups.get(key);
    if (group == null) {
      groups.put(key, Seq.of(item));
    } else {
      group.add(item);
    }
  }
}
