package dev.sanguine.query.pending;

import dev.sanguine.env.Seq;

/** What a change touches in one place: a query, a record of it, and fields of that record. */
final class AffectedPlace {
  /** Null if filters direct the change and no query was there. */
  final Object key;

  final String hash;
  /** Undefined if the record is not known. */
  final Object id;

  final Seq<String> fields;

  AffectedPlace(Object key, String hash, Object id, Seq<String> fields) {
    this.key = key;
    this.hash = hash;
    this.id = id;
    this.fields = fields;
  }
}
