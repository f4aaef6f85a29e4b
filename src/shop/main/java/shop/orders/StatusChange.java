package shop.orders;

import dev.sanguine.json.Json;

/** What a change of an order's status is started with: a document, since React's side of a page reads it too. */
final class StatusChange {
  private StatusChange() {}

  static Object of(OrderRow row, OrderStatus target) {
    return Json.object("id", Json.get(row.record, "id"), "status", target.word);
  }

  /** The key of the order's row. */
  static String key(Object change) {
    return OrderRow.keyOf(change);
  }

  /** The status that is wanted. */
  static OrderStatus target(Object change) {
    return Steps.of(Json.string(change, "status"));
  }
}
