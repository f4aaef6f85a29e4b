package shop.orders;

import dev.sanguine.client.ListKey;
import dev.sanguine.client.QueryKey;
import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import java.util.Objects;

/** Where the list of orders stands in the cache, and what an answer makes of it. Its data is Payload's find answer. */
final class OrderList {
  static final int LIMIT = 200;
  static final String SORT = "number";

  private OrderList() {}

  /**
   * The key of one page of the list.
   *
   * @param page from 1
   */
  static ListKey<Object, Object> page(int page) {
    Object request = Json.object("limit", LIMIT, "sort", SORT);
    return QueryKey.ofList("orders", page == 1 ? request : Json.with(request, "page", page));
  }

  /** Which page of the list a find answer is. */
  static int pageOf(Object found) {
    double page = Json.number(found, "page");
    return page >= 1 && page <= Integer.MAX_VALUE ? (int) page : 1;
  }

  /** The order as a page of the list has it; null if it has none. */
  static Object order(Object found, Object id) {
    return Json.list(found, "docs").first(record -> Objects.equals(id, Json.get(record, "id")));
  }

  /** The list with the server's record in its place; an older version changes nothing. */
  static Object merged(Object found, Object answer) {
    Seq<Object> docs = Json.list(found, "docs");
    for (int i = 0; i < docs.size(); i++) {
      if (replaces(answer, docs.get(i))) {
        docs.set(i, answer);
        return Json.with(found, "docs", Json.arrayOf(docs));
      }
    }
    return found;
  }

  private static boolean replaces(Object answer, Object record) {
    Object id = Json.get(answer, "id");
    return id != null
        && Objects.equals(id, Json.get(record, "id"))
        && !(Json.number(answer, "version") < Json.number(record, "version"));
  }
}
