package shop.orders;

import dev.sanguine.html.Tag;

/** The way to the other pages of the list, as plain links: they work without scripts too. */
final class OrderPages {
  private static final String ADDRESS = "/orders";

  private OrderPages() {}

  /** Null if there is one page only. */
  static Tag of(OrdersModel model) {
    if (model.pages <= 1 && model.page <= 1) {
      return null;
    }
    return Tag.of("nav")
        .cls("orders-pages")
        .attr("aria-label", "Pages of orders")
        .add(
            model.page > 1
                ? link(model, "prev", "Previous page", Math.min(model.page - 1, model.pages))
                : null,
            Tag.of("span").text("Page " + model.page + " of " + model.pages),
            model.page < model.pages ? link(model, "next", "Next page", model.page + 1) : null);
  }

  private static Tag link(OrdersModel model, String rel, String text, int page) {
    String status = model.status == null ? "" : "status=" + model.status.word;
    String number = page == 1 ? "" : "page=" + page;
    String query = status + (status.isEmpty() || number.isEmpty() ? "" : "&") + number;
    return Tag.of("a")
        .attr("href", query.isEmpty() ? ADDRESS : ADDRESS + "?" + query)
        .attr("rel", rel)
        .text(text);
  }
}
