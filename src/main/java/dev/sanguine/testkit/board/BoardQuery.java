package dev.sanguine.testkit.board;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.query.QueryKey;
import dev.sanguine.query.options.RecordsOption;

/** The queries of the simulated board: what each is asked for with, and what the server answers. */
enum BoardQuery {
  /** All open orders. */
  OPEN("open"),
  /** All paid ones, newest first, by the condition in the key. */
  PAID("paid"),
  /** The first three open ones, and how many there are. */
  TOP("top"),
  /** All orders in pages. */
  PAGES("pages"),
  /** How many open ones there are, and nothing else. */
  COUNT("count"),
  /** Customers with their orders inside. */
  CUSTOMERS("customers"),
  /** The page of the first order. */
  DETAIL("detail");

  static final BoardQuery[] ALL = values();
  static final int LIMIT = 3;
  static final String FIRST = "1";

  final Object key;

  BoardQuery(String name) {
    key = name.equals("paid")
        ? QueryKey.of(name, Json.object("where", is("paid"), "sort", "-rank"))
        : QueryKey.of(name);
  }

  private static Object is(String status) {
    return Json.object("status", Json.object("equals", status));
  }

  /** What it says of its records. */
  RecordsOption records() {
    RecordsOption option = new RecordsOption();
    option.of = BoardOrder.TYPE;
    switch (this) {
      case OPEN:
        option.where = is("open");
        option.sort = "rank";
        break;
      case TOP:
        option.where = is("open");
        option.sort = "rank";
        option.limit = (double) LIMIT;
        break;
      case PAGES:
        option.sort = "rank";
        option.limit = (double) LIMIT;
        break;
      case COUNT:
        option.where = is("open");
        option.count = "open";
        break;
      case CUSTOMERS:
        option.of = "customer";
        option.nested = Seq.of(inside());
        break;
      default:
    }
    return option;
  }

  private static RecordsOption inside() {
    RecordsOption orders = new RecordsOption();
    orders.of = BoardOrder.TYPE;
    orders.list = "orders";
    orders.parent = "customer";
    orders.sort = "rank";
    return orders;
  }

  /** What the server answers of these orders, which stand in the order of their ranks. */
  Object answer(Seq<Object> orders, int pages) {
    Seq<Object> open = orders.filter(order -> BoardOrder.has(order, "open"));
    switch (this) {
      case OPEN:
        return Json.arrayOf(open);
      case PAID:
        Seq<Object> paid = orders.filter(order -> BoardOrder.has(order, "paid"));
        paid.sort((a, b) -> BoardOrder.rank(b) - BoardOrder.rank(a));
        return Json.object("docs", Json.arrayOf(paid), "totalDocs", paid.size());
      case TOP:
        return Json.object("docs", Json.arrayOf(part(open, 0)), "totalDocs", open.size());
      case PAGES:
        return pages(orders, pages);
      case COUNT:
        return Json.object("open", open.size());
      case CUSTOMERS:
        return customers(orders);
      default:
        Object first = orders.first(order -> BoardOrder.idOf(order).equals(FIRST));
        return first == null ? Json.object("id", 1, "isGone", true) : first;
    }
  }

  static Seq<Object> part(Seq<Object> orders, int page) {
    Seq<Object> part = new Seq<>();
    for (int i = page * LIMIT; i < orders.size() && i < (page + 1) * LIMIT; i++) {
      part.add(orders.get(i));
    }
    return part;
  }

  private static Object pages(Seq<Object> orders, int pages) {
    Seq<Object> all = new Seq<>();
    Seq<Object> params = new Seq<>();
    for (int page = 0; page < pages; page++) {
      all.add(page(orders, page));
      params.add((double) page);
    }
    return Json.object("pages", Json.arrayOf(all), "pageParams", Json.arrayOf(params));
  }

  static Object page(Seq<Object> orders, int page) {
    return Json.object(
        "docs", Json.arrayOf(part(orders, page)), "totalDocs", orders.size(), "page", page + 1);
  }

  private static Object customers(Seq<Object> orders) {
    Seq<Object> all = new Seq<>();
    for (int customer = 1; customer <= BoardOrder.CUSTOMERS; customer++) {
      double number = customer;
      all.add(Json.object(
          "id",
          customer,
          "orders",
          Json.arrayOf(orders.filter(order -> Json.number(order, "customer") == number))));
    }
    return Json.arrayOf(all);
  }
}
