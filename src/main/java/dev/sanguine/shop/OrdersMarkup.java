package dev.sanguine.shop;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Values;
import dev.sanguine.html.HtmlText;
import dev.sanguine.json.Json;

/** The inside of the list of orders as a server sends it: complete markup, and the dehydrated state. */
final class OrdersMarkup {
  private OrdersMarkup() {}

  /**
   * @param state what {@code dehydrate} gave for a client that holds the list
   */
  static String of(Object state, Values values) {
    Object found = found(state, values);
    Seq<OrderRow> rows = new OrderRows(new ViewKeys()).of(found);
    OrdersModel model = new OrdersModel(found, rows, "Loading the orders…", "", Json.stringify(state));
    return HtmlText.inside(new OrdersView(OrderActions.NONE).of(model));
  }

  private static Object found(Object state, Values values) {
    String hash = values.hashKey(OrderQueries.list());
    Seq<Object> queries = Json.list(state, "queries");
    for (int i = 0; i < queries.size(); i++) {
      if (hash.equals(Json.string(queries.get(i), "queryHash"))) {
        return Json.get(Json.get(queries.get(i), "state"), "data");
      }
    }
    return null;
  }
}
