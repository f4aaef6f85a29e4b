package shop.orders;

import dev.sanguine.env.Environment;
import jsinterop.annotations.JsOptional;
import jsinterop.annotations.JsType;

/** What the module gives to a page and to a server. */
@JsType
public final class OrdersPage {
  private OrdersPage() {}

  /** Defines the element; does nothing where there are none, as on a server. */
  public static void define() {
    OrdersElement.DEFINITION.define();
  }

  /**
   * The inside of {@code <shop-orders>} as HTML, with the state that it is taken over with.
   *
   * @param state what dehydrate gave for a client that holds the list of orders
   * @param status the only status of that list; absent for all
   */
  public static String renderOrders(Object state, @JsOptional String status) {
    return OrdersMarkup.of(state, Steps.of(status), Environment.standard());
  }

  /** Puts all lists of orders of the page on this client, but for those that are given one of their own. */
  public static void connect(Object client) {
    Clients.connect(client);
  }
}
