package dev.sanguine.records;

import dev.sanguine.env.Documents;
import dev.sanguine.env.Seq;
import jsinterop.annotations.JsOverlay;
import jsinterop.annotations.JsType;

/** Finds records in long lists, see RecordScan.js. */
@JsType(isNative = true, namespace = "sanguine", name = "RecordScan")
final class RecordScan {
  private RecordScan() {}

  /** The last place of the record with the id, from that place on to the start; -1 if it is not there. */
  @JsOverlay
  static int lastIndexOf(
      Documents documents, RecordShape shape, Seq<Object> list, Object id, int from) {
    return lastIndexOf(list, shape.id, id, RecordIds.text(id), from);
  }

  private static native int lastIndexOf(
      Seq<Object> list, String name, Object id, String text, int from);
}
