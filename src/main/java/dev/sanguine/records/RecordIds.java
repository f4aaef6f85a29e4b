package dev.sanguine.records;

import dev.sanguine.env.Documents;
import dev.sanguine.json.Json;

/** Ids of records. The same record's id may be a number in one answer and a text in another. */
public final class RecordIds {
  private RecordIds() {}

  /** True if both are ids and their texts are equal. */
  public static boolean same(Documents documents, Object a, Object b) {
    if (a == null || documents.isUndefined(a) || b == null || documents.isUndefined(b)) {
      return false;
    }
    return documents.sameId(a, b)
        || a instanceof String != b instanceof String && text(a).equals(text(b));
  }

  /** The text that stands for the id: 7 and "7" are one. */
  public static String text(Object id) {
    // Java writes a whole double with a point, and a cast to long would weigh 1 kB in the browser.
    return id instanceof Double ? Json.stringify(id) : String.valueOf(id);
  }
}
