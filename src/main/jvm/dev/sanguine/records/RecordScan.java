package dev.sanguine.records;

import dev.sanguine.env.Documents;
import dev.sanguine.env.Seq;

/** Finds records in long lists. */
final class RecordScan {
  private RecordScan() {}

  /** The last place of the record with the id, from that place on to the start; -1 if it is not there. */
  static int lastIndexOf(
      Documents documents, RecordShape shape, Seq<Object> list, Object id, int from) {
    int at = from;
    while (at >= 0 && !shape.hasId(documents, list.get(at), id)) {
      at--;
    }
    return at;
  }
}
