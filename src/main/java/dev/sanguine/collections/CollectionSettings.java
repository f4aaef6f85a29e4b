package dev.sanguine.collections;

import dev.sanguine.env.Supply;

/** What a program says of a collection. Immutable but while it is made. */
final class CollectionSettings {
  /** The type of the records in the cache. */
  final String type;
  /** The field that holds a record's version; null if none does. */
  String version = "updatedAt";
  /** How far related records are filled in; -1 for what the server does by itself. */
  int depth = -1;
  /** After how many milliseconds a request is given up; negative for what the client of the server says. */
  double timeout = -1;
  /** Changes of one record that wait are sent as one. */
  boolean coalesces;
  /** A document of further headers, asked for with every request; null for none. */
  Supply headers;

  CollectionSettings(String type) {
    this.type = type;
  }

  CollectionSettings copy() {
    CollectionSettings copy = new CollectionSettings(type);
    copy.version = version;
    copy.depth = depth;
    copy.timeout = timeout;
    copy.coalesces = coalesces;
    copy.headers = headers;
    return copy;
  }
}
