package shop.orders;

import dev.sanguine.env.Table;
import dev.sanguine.json.Json;

/**
 * The key under which a record is shown: the text of its id when it was first seen. A created record is shown before it
 * has the server's id; {@link #rename} lets it keep its row when the id comes.
 */
final class ViewKeys {
  private final Table<String, String> renamed = new Table<>();

  String of(Object record) {
    String id = text(Json.get(record, "id"));
    return renamed.has(id) ? renamed.get(id) : id;
  }

  /** The record that had {@code oldId} has {@code newId} from now on, and stays the same row. */
  void rename(Object oldId, Object newId) {
    String old = text(oldId);
    renamed.put(text(newId), renamed.has(old) ? renamed.get(old) : old);
  }

  private static String text(Object id) {
    return id instanceof Double ? Amounts.whole((Double) id) : String.valueOf(id);
  }
}
