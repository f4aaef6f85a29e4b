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
                ? link("prev", "Previous page", Math.min(model.page - 1, model.pages))
                : null,
            Tag.of("span").text("Page " + model.page + " of " + model.pages),
            model.page < model.pages ? link("next", "Next page", model.page + 1) : null);
  }

  private static Tag link(String rel, String text, int page) {
    return Tag.of("a")
        .attr("href", page == 1 ? ADDRESS : ADDRESS + "?page=" + page)
        .attr("rel", rel)
        .text(text);
  }
}
