package shop.orders;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import java.util.Objects;

/** What the list of orders shows. */
final class OrdersModel {
  final Seq<OrderRow> rows;
  /** Of which status alone they are; null for all. */
  final OrderStatus status;
  /** How many of the rows are in the list; those after them have left it. */
  final int listed;
  /** How many orders there are; the list may hold fewer. */
  final double total;
  /** Which page of the list this is, from 1. */
  final int page;
  /** How many pages there are; 1 if that is not known. */
  final int pages;
  /** How many orders stand on the pages before. */
  final double before;
  /** Stands where there are no rows: loading, failed, none; null where there are rows. */
  final String note;
  /** False while it is not known what orders there are. */
  final boolean known;
  /** The text of the live region. */
  final String announcement;
  /** The dehydrated state that the server leaves for the browser; null in the browser. */
  final String state;

  /**
   * @param found Payload's find answer, or null where there is none yet
   * @param unknown the note that then stands in its place
   */
  OrdersModel(
      Object found,
      Seq<OrderRow> rows,
      ListPage asked,
      String unknown,
      String announcement,
      String state) {
    this.status = asked.status;
    this.rows = rows;
    this.listed = Json.list(found, "docs").size();
    this.total = Json.number(found, "totalDocs");
    this.page = OrderList.pageOf(found);
    double pages = Json.number(found, "totalPages");
    this.pages = pages >= 1 && pages <= Integer.MAX_VALUE ? (int) pages : 1;
    this.before = (page - 1) * (double) OrderList.LIMIT;
    this.known = found != null;
    this.note = found == null
        ? unknown
        : rows.size() > 0
            ? null
            : page > 1
                ? "There are no orders on this page."
                : status == null
                    ? "There are no orders."
                    : "There are no orders that are " + status.word + ".";
    this.announcement = announcement;
    this.state = state;
  }

  /** True if both look the same. */
  boolean isLike(OrdersModel other) {
    return rows == other.rows
        && listed == other.listed
        && known == other.known
        && page == other.page
        && pages == other.pages
        && Double.compare(total, other.total) == 0
        && Objects.equals(note, other.note)
        && announcement.equals(other.announcement)
        && isLive() == other.isLive();
  }

  /** True if its buttons do something: there is a script behind them. */
  boolean isLive() {
    return state == null;
  }
}
