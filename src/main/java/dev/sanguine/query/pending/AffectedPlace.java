package dev.sanguine.query.pending;

import dev.sanguine.env.Seq;
import org.jspecify.annotations.Nullable;

/** What a change touches in one place: a query, a record of it, and fields of that record. */
final class AffectedPlace {
  /** Null if filters or a record direct the change and no query was there. */
  final Object key;

  final String hash;
  /** Undefined if the record is not known. */
  final Object id;

  final Seq<String> fields;
  /** The type of the record; null if nothing says it. */
  final @Nullable String type;

  AffectedPlace(Object key, String hash, Object id, Seq<String> fields, @Nullable String type) {
    this.key = key;
    this.hash = hash;
    this.id = id;
    this.fields = fields;
    this.type = type;
  }
}
