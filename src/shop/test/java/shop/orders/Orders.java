package shop.orders;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;

/** Documents as Payload answers with them. */
final class Orders {
  private Orders() {}

  static Object order(int id, String status, int version) {
    return Json.object(
        "id",
        id,
        "number",
        "SO-" + (1000 + id),
        "customer",
        "Ada Example",
        "status",
        status,
        "items",
        Json.array(Json.object("id", "a" + id, "name", "Tea", "qty", 2, "price", 1250)),
        "total",
        2500,
        "version",
        version);
  }

  static Object found(Object... orders) {
    return Json.object("docs", Json.array(orders), "totalDocs", orders.length);
  }

  /** An answer with {@code count} orders, ids from 1, all pending. */
  static Object many(int count) {
    Seq<Object> docs = new Seq<>();
    for (int id = 1; id <= count; id++) {
      docs.add(order(id, "pending", 1));
    }
    return Json.object("docs", Json.arrayOf(docs), "totalDocs", count);
  }
}
