package dev.sanguine.testkit.board;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;
import dev.sanguine.json.Json;
import dev.sanguine.testkit.SeededRandom;
import org.jspecify.annotations.Nullable;

/** The server's orders, what the client has to show of them with its pending writes, and whether a view is that. */
final class BoardTruth {
  private static final String VERSION = ",\"version\":";

  /** By id, as the server has them. */
  private final Table<String, Object> orders = new Table<>();

  private double version;

  /** Orders with the ids from 1 to so many, open or paid. */
  void begin(SeededRandom random, int count) {
    for (int i = 1; i <= count; i++) {
      put(BoardOrder.of(
          (double) i,
          BoardOrder.STATUS[random.below(2)],
          0,
          i * 10,
          1 + random.below(BoardOrder.CUSTOMERS)));
    }
  }

  /** The order has another version by now. */
  void put(Object order) {
    orders.put(BoardOrder.idOf(order), Json.with(order, "version", ++version));
  }

  void remove(String id) {
    orders.remove(id);
  }

  @Nullable
  Object get(String id) {
    return orders.get(id);
  }

  /** In the order of their ranks. */
  Seq<Object> all() {
    return sorted(orders);
  }

  private static Seq<Object> sorted(Table<String, Object> orders) {
    Seq<Object> all = orders.values();
    all.sort((a, b) -> BoardOrder.rank(a) - BoardOrder.rank(b));
    return all;
  }

  /** The orders with the writes done to them that the server has not done yet. */
  Seq<Object> with(Seq<BoardWrite> writes) {
    Table<String, Object> made = new Table<>();
    orders.values().each(order -> made.put(BoardOrder.idOf(order), order));
    writes.each(write -> {
      if (write.isPending && write.isTaken && write.kind == BoardWrite.Kind.ADD) {
        // The client does not know its name yet.
        made.remove(text(write.id));
        made.put(text(write.given), Json.with(write.value, "id", write.given));
      } else if (write.isPending && !write.isTaken) {
        String id = nameOf(write, writes);
        Object done = write.done(made.get(id));
        if (done == null) {
          made.remove(id);
        } else {
          made.put(id, done);
        }
      }
    });
    return sorted(made);
  }

  /** The server's id, if the write is about an order that it has named since. */
  private static String nameOf(BoardWrite write, Seq<BoardWrite> writes) {
    BoardWrite maker = writes.first(
        one -> one.kind == BoardWrite.Kind.ADD && !one.isPending && one.given.equals(write.id));
    return text(maker == null ? write.id : maker.id);
  }

  static String text(Object id) {
    return id instanceof String ? (String) id : String.valueOf((int) (double) (Double) id);
  }

  /**
   * Null if the view shows these orders as the query has to.
   *
   * @param counted the ids of orders whose totals and notes grow: one that has just come to a page may hold that or lack it
   */
  static @Nullable String wrong(
      BoardQuery query, Object view, Seq<Object> orders, Seq<String> counted) {
    switch (query) {
      case TOP:
        return wrongPart(
            Json.list(view, "docs"),
            orders.filter(one -> BoardOrder.has(one, "open")),
            view,
            true,
            counted);
      case PAGES:
        return wrongPages(view, orders, counted);
      case DETAIL:
        return wrongDetail(view, orders);
      default:
        Object wanted = query.answer(orders, 0);
        return plain(wanted).equals(plain(view))
            ? null
            : "shows " + plain(view) + " for " + plain(wanted);
    }
  }

  /** What is wrong if a list shows one order twice; else null. */
  static @Nullable String shownTwice(BoardQuery query, Object data) {
    Seq<String> seen = new Seq<>();
    Seq<Object> docs = Json.isArray(data) ? Json.items(data) : Json.list(data, "docs");
    Object twice = docs.first(order -> {
      String id = BoardOrder.idOf(order);
      boolean isTwice = seen.has(id);
      seen.add(id);
      return isTwice;
    });
    return twice == null ? null : query + " shows the order " + BoardOrder.idOf(twice) + " twice";
  }

  private static @Nullable String wrongPages(Object view, Seq<Object> orders, Seq<String> counted) {
    Seq<Object> shown = new Seq<>();
    Seq<Object> pages = Json.list(view, "pages");
    for (int i = 0; i < pages.size(); i++) {
      Json.list(pages.get(i), "docs").each(shown::add);
      String wrong = wrongPart(shown, orders, pages.get(i), false, counted);
      if (wrong != null && (i == pages.size() - 1 || wrong.startsWith("counts"))) {
        return wrong;
      }
    }
    return null;
  }

  /**
   * A part of the list from its start: in order, each order as it is, none left out before the last that is shown, and the
   * number of all. What is beyond the part nobody has to know: if one leaves, the part is shorter until it is fetched.
   */
  private static @Nullable String wrongPart(
      Seq<Object> shown, Seq<Object> orders, Object page, boolean hasGaps, Seq<String> counted) {
    if (Json.number(page, "totalDocs") != orders.size()) {
      return "counts " + Json.number(page, "totalDocs") + " for " + orders.size() + ": "
          + plain(page);
    }
    if (hasGaps && shown.size() > BoardQuery.LIMIT) {
      return "shows more than fit: " + plain(page);
    }
    int at = 0;
    for (int i = 0; i < shown.size(); i++) {
      String text = seen(shown.get(i), counted);
      while (at < orders.size() && !seen(orders.get(at), counted).equals(text)) {
        at++;
      }
      if (at == orders.size()) {
        return "shows " + text + " at a wrong place, or as it is not, in " + shown;
      }
      at++;
    }
    return null;
  }

  private static @Nullable String wrongDetail(Object view, Seq<Object> orders) {
    Object first = orders.first(order -> BoardOrder.idOf(order).equals(BoardQuery.FIRST));
    return first == null || plain(first).equals(plain(view))
        ? null
        : "shows " + plain(view) + " for " + plain(first);
  }

  private static String seen(Object order, Seq<String> counted) {
    return plain(
        counted.has(BoardOrder.idOf(order))
            ? Json.with(Json.with(order, "note", ""), "total", 0.0)
            : order);
  }

  /** The document without the versions: those are the server's, and a pending change leaves them as they were. */
  static String plain(Object document) {
    String text = Json.stringify(document);
    StringBuilder plain = new StringBuilder();
    int from = 0;
    for (int at = text.indexOf(VERSION); at >= 0; at = text.indexOf(VERSION, from)) {
      plain.append(text, from, at);
      from = at + VERSION.length();
      while ("0123456789.".indexOf(text.charAt(from)) >= 0) {
        from++;
      }
    }
    return plain.append(text.substring(from)).toString();
  }
}
