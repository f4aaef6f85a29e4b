package dev.sanguine.html;

import dev.sanguine.env.Seq;

/** A keyed list as a template describes it: one tag per item. */
final class Rows<T> {
  /** The attribute that carries the key, so that a row of the server's markup is found again. */
  static final String KEY = "data-key";

  final Seq<T> items;
  private final KeyOf<T> key;
  private final View<T> view;

  Rows(Seq<T> items, KeyOf<T> key, View<T> view) {
    this.items = items;
    this.key = key;
    this.view = view;
  }

  String key(T item) {
    return key.key(item);
  }

  Tag tag(T item, String key) {
    return view.of(item).attr(KEY, key);
  }
}
