package shop.orders;

import dev.sanguine.html.Tag;
import dev.sanguine.html.View;

/** The markup of the list of orders: the one source of it, on the server and in the browser. */
final class OrdersView implements View<OrdersModel> {
  static final String ELEMENT = "shop-orders";
  static final String STATE = "shop-state";

  private final OrderRowView rowView;

  OrdersView(OrderActions actions) {
    this.rowView = new OrderRowView(actions);
  }

  @Override
  public Tag of(OrdersModel model) {
    return Tag.of(ELEMENT)
        .add(
            Tag.of("div")
                .cls("live")
                .attr("role", "status")
                .attr("aria-live", "polite")
                .text(model.announcement),
            model.note == null ? null : Tag.of("p").cls("orders-note").text(model.note),
            controls(model),
            Tag.of("p")
                .cls("orders-starting")
                .text("The buttons work as soon as the page has loaded."),
            OrderPages.of(model),
            Tag.data(STATE, model.state));
  }

  /** The table inside of what enables all of its buttons at once: no button looks alive before it is. */
  private Tag controls(OrdersModel model) {
    return Tag.of("fieldset")
        .cls("orders-controls")
        .attr("role", "none")
        .flag("disabled", !model.isLive())
        .add(Tag.of("table")
            .cls("orders")
            .add(
                Tag.of("caption").text(caption(model)),
                Tag.of("thead").add(head()),
                Tag.of("tbody").rows(model.rows, row -> row.key, rowView)));
  }

  private static String caption(OrdersModel model) {
    if (!model.known) {
      return "Orders";
    }
    int rows = model.listed;
    String total = Amounts.whole(model.total);
    if (rows > 0 && (model.pages > 1 || model.page > 1)) {
      return "Orders " + Amounts.whole(model.before + 1) + " to "
          + Amounts.whole(model.before + rows) + " of " + total;
    }
    String shown = Amounts.whole(rows);
    return model.total > rows
        ? shown + " of " + total + " orders"
        : shown + (rows == 1 ? " order" : " orders");
  }

  private static Tag head() {
    Tag head = Tag.of("tr");
    for (String title : new String[] {"Number", "Customer", "Items", "Total", "Status"}) {
      head.add(Tag.of("th").attr("scope", "col").text(title));
    }
    return head;
  }
}
