package shop.orders;

import dev.sanguine.client.CachedQuery;
import dev.sanguine.client.Client;
import dev.sanguine.client.Filters;
import dev.sanguine.client.Hydration;
import dev.sanguine.env.Environment;
import dev.sanguine.env.Seq;
import dev.sanguine.html.HtmlText;
import dev.sanguine.json.Json;

/** The inside of the list of orders as a server sends it: complete markup, and the dehydrated state. */
final class OrdersMarkup {
  private OrdersMarkup() {}

  /**
   * @param status the only status of the list; null for all
   * @param state what {@code dehydrate} gave for a client that holds the list
   */
  static String of(Object state, OrderStatus status, Environment environment) {
    Object found = found(state, environment);
    Seq<OrderRow> rows = new OrderRows().of(found, key -> RowState.NONE);
    OrdersModel model = new OrdersModel(
        found, rows, new ListPage(1, status), "Loading the orders…", "", Json.stringify(state));
    return HtmlText.inside(new OrdersView(OrderActions.NONE).of(model));
  }

  /** Whichever page of the list the state holds; null if it holds none. */
  private static Object found(Object state, Environment environment) {
    Client client = new Client(environment);
    Hydration.hydrate(client, state);
    CachedQuery<Object> list = client
        .getQueries(Filters.under("orders"))
        .first(query -> Json.isArray(Json.get(query.data(), "docs")));
    Object found = list == null ? null : list.data();
    client.clear();
    return found;
  }
}
