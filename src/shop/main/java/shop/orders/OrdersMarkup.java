package shop.orders;

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
    OrdersModel model =
        new OrdersModel(found, rows, "Loading the orders…", "", Json.stringify(state));
    return HtmlText.inside(new OrdersView(OrderActions.NONE).of(model));
  }

  /** Whichever page of the list the state holds. */
  private static Object found(Object state, Values values) {
    Seq<Object> queries = Json.list(state, "queries");
    for (int i = 0; i < queries.size(); i++) {
      Object data = Json.get(Json.get(queries.get(i), "state"), "data");
      String hash = values.hashKey(OrderQueries.list(OrderQueries.pageOf(data)));
      if (hash.equals(Json.string(queries.get(i), "queryHash"))) {
        return data;
      }
    }
    return null;
  }
}
