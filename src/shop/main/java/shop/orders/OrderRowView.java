package shop.orders;

import dev.sanguine.env.Seq;
import dev.sanguine.html.Tag;
import dev.sanguine.html.View;
import dev.sanguine.json.Json;
import shop.orders.OrderActions.Action;

/** The markup of one order. */
final class OrderRowView implements View<OrderRow> {
  private static final String SAVING = "being saved";
  private static final String HELD = "can be undone";

  private final OrderActions actions;

  OrderRowView(OrderActions actions) {
    this.actions = actions;
  }

  @Override
  public Tag of(OrderRow row) {
    boolean saving = row.state.saving;
    return Tag.of("tr")
        .cls("order")
        .flag("data-pending", saving)
        .add(
            cell("number", row.number()),
            cell("customer", row.text("customer")),
            cell("items", items(row)),
            cell("total", Amounts.euros(Json.number(row.record, "total"))),
            Tag.of("td")
                .cls("order-status")
                .add(
                    Tag.of("span")
                        .cls("status status-" + Steps.className(row.status()))
                        .text(row.statusText()),
                    saving
                        ? Tag.of("span").cls("order-saving").text(row.state.held ? HELD : SAVING)
                        : null,
                    buttons(row),
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

  private Tag buttons(OrderRow row) {
    OrderStatus next = Steps.next(row.status());
    boolean waits = row.state.waits();
    return Tag.of("div")
        .cls("order-actions")
        .add(
            button(
                    "order-advance",
                    next == null ? "No next step" : Steps.command(next),
                    row,
                    next != null && !waits)
                .on("click", event -> actions.act(Action.ADVANCE, row.key)),
            // One button for both: whoever has just used it can undo that without a way.
            button(
                    "order-cancel",
                    row.state.held ? "Undo" : Steps.command(OrderStatus.CANCELLED),
                    row,
                    row.state.held || Steps.canCancel(row.status()) && !waits)
                .on(
                    "click",
                    event -> actions.act(row.state.held ? Action.UNDO : Action.CANCEL, row.key)));
  }

  /** A button that can do nothing now says so and stays: a disabled or absent one would lose the focus. */
  private static Tag button(String cls, String text, OrderRow row, boolean enabled) {
    return Tag.of("button")
        .attr("type", "button")
        .cls(cls)
        .attr("aria-label", text + ", order " + row.number())
        .attr("aria-description", row.state.saving ? SAVING : null)
        .attr("aria-disabled", enabled ? null : "true")
        .text(text);
  }

  private Tag problem(OrderRow row) {
    Problem problem = row.state.problem;
    Tag note = Tag.of("p").cls("order-problem").flag("hidden", problem == null);
    if (problem == null) {
      return note.add(null, null, null, null);
    }
    return note.add(
        Tag.of("span").cls("order-reason").text(reason(problem)),
        problem.asksToSignIn && !problem.retrying
            ? Tag.of("a")
                .cls("order-sign-in")
                .attr("href", SignInLink.to(row.record, problem.target))
                .text("Sign in")
            : null,
        Steps.leads(row.status(), problem.target) || problem.retrying
            ? button(
                    "order-retry",
                    problem.theirs == null ? "Try again" : "Keep mine: " + problem.target.word,
                    row,
                    !problem.retrying && problem.wait == null)
                .on("click", event -> actions.act(Action.RETRY, row.key))
            // The order has gone another way since: the change makes no sense any more.
            : dismiss(row, "Dismiss"),
        problem.theirs != null && Steps.leads(row.status(), problem.target)
            ? dismiss(row, "Take theirs: " + problem.theirs)
            : null);
  }

  private Tag dismiss(OrderRow row, String text) {
    return button("order-dismiss", text, row, true)
        .on("click", event -> actions.act(Action.DISMISS, row.key));
  }

  private static String reason(Problem problem) {
    if (problem.retrying) {
      return "Trying again…";
    }
    return "Not saved: " + problem.reason
        + (problem.wait == null ? "" : " Try again in " + problem.wait + ".");
  }
}
