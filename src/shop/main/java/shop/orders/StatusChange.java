package shop.orders;

import dev.sanguine.json.Json;

/** What a change of an order's status is started with: a document, since React's side of a page reads it too. */
final class StatusChange {
  private StatusChange() {}

  static Object of(OrderRow row, OrderStatus target) {
    return Json.object(
        "id", Json.get(row.record, "id"), "status", target.word, "from", row.statusText());
  }

  static Object id(Object change) {
    return Json.get(change, "id");
  }

  /** The key of the order's row. */
  static String key(Object change) {
    return OrderRow.keyOf(change);
  }

  /** The status that is wanted. */
  static OrderStatus target(Object change) {
    return Steps.of(Json.string(change, "status"));
  }

  /** The status that it leads away from, as it stood in the record. */
  static String from(Object change) {
    return Json.string(change, "from");
  }

  /** What shows at once: the fields of the record that change, with its id. */
  static Object fields(Object change) {
    return Json.object("id", id(change), "status", Json.string(change, "status"));
  }
}
