package dev.sanguine.shop;

import dev.sanguine.env.Seq;
import dev.sanguine.html.Tag;
import dev.sanguine.html.View;
import dev.sanguine.json.Json;

/** The markup of the list of orders: the one source of it, on the server and in the browser. */
final class OrdersView implements View<OrdersModel> {
  static final String ELEMENT = "sanguine-orders";
  static final String STATE = "sanguine-state";

  private final OrderActions actions;

  OrdersView(OrderActions actions) {
    this.actions = actions;
  }

  @Override
  public Tag of(OrdersModel model) {
    return Tag.of(ELEMENT)
        .add(
            Tag.of("div").cls("live").attr("role", "status").attr("aria-live", "polite").text(model.announcement),
            model.note == null ? null : Tag.of("p").cls("orders-note").text(model.note),
            Tag.of("table")
                .cls("orders")
                .add(
                    Tag.of("caption").text(caption(model)),
                    Tag.of("thead").add(head()),
                    Tag.of("tbody").rows(model.rows, row -> row.key, this::row)),
            Tag.data(STATE, model.state));
  }

  private static String caption(OrdersModel model) {
    if (!model.known) {
      return "Orders";
    }
    String shown = Amounts.whole(model.rows.size());
    return model.total > model.rows.size()
        ? shown + " of " + Amounts.whole(model.total) + " orders"
        : shown + (model.rows.size() == 1 ? " order" : " orders");
  }

  private static Tag head() {
    Tag head = Tag.of("tr");
    for (String title : new String[] {"Number", "Customer", "Items", "Total", "Status"}) {
      head.add(Tag.of("th").attr("scope", "col").text(title));
    }
    return head;
  }

  private Tag row(OrderRow row) {
    String status = row.status();
    return Tag.of("tr")
        .cls("order")
        .flag("data-pending", row.state.pending > 0)
        .add(
            cell("number", row.number()),
            cell("customer", row.text("customer")),
            cell("items", items(row)),
            cell("total", Amounts.euros(Json.number(row.record, "total"))),
            Tag.of("td")
                .cls("order-status")
                .add(
                    Tag.of("span").cls("status status-" + Status.known(status)).text(status),
                    buttons(row, status),
                    problem(row)));
  }

  private static Tag cell(String name, String text) {
    return Tag.of("td").cls("order-" + name).text(text);
  }

  private static String items(OrderRow row) {
    Seq<Object> items = Json.list(row.record, "items");
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < items.size(); i++) {
      text.append(i == 0 ? "" : ", ")
          .append(Amounts.whole(Json.number(items.get(i), "qty")))
          .append(" × ")
          .append(Json.string(items.get(i), "name"));
    }
    return text.toString();
  }

  private Tag buttons(OrderRow row, String status) {
    String next = Status.next(status);
    return Tag.of("div")
        .cls("order-actions")
        .add(
            button("order-advance", next == null ? "No next step" : Status.command(next), row, next != null)
                .on("click", event -> actions.advance(row.key)),
            button("order-cancel", Status.command(Status.CANCELLED), row, Status.canCancel(status))
                .on("click", event -> actions.cancel(row.key)));
  }

  /** A button that can do nothing now says so and stays: a disabled or absent one would lose the focus. */
  private static Tag button(String cls, String text, OrderRow row, boolean enabled) {
    return Tag.of("button")
        .attr("type", "button")
        .cls(cls)
        .attr("aria-label", text + ", order " + row.number())
        .attr("aria-disabled", enabled ? null : "true")
        .text(text);
  }

  private Tag problem(OrderRow row) {
    Problem problem = row.state.problem;
    Tag note = Tag.of("p").cls("order-problem").flag("hidden", problem == null);
    if (problem == null) {
      return note.add(null, null, null);
    }
    return note.add(
        Tag.of("span")
            .cls("order-reason")
            .text(problem.retrying ? "Trying again…" : "Not saved: " + problem.reason),
        problem.asksToSignIn && !problem.retrying
            ? Tag.of("a").cls("order-sign-in").attr("href", "/sign-in").text("Sign in")
            : null,
        button("order-retry", "Try again", row, !problem.retrying)
            .on("click", event -> actions.retry(row.key)));
  }
}
