package dev.sanguine.html;

/** The view key of a row: unique in its list, and the same for as long as the row is meant to be the same row. */
public interface KeyOf<T> {
  String key(T item);
}
