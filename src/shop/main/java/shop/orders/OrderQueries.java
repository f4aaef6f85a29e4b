package shop.orders;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.query.QueryKey;
import java.util.Objects;

/** Where orders stand in the cache, and what an answer makes of them there. */
final class OrderQueries {
  static final int LIMIT = 200;
  static final String SORT = "number";

  private OrderQueries() {}

  /** The list, its first page: Payload's find answer. */
  static Object list() {
    return list(1);
  }

  /**
   * One page of the list.
   *
   * @param page from 1
   */
  static Object list(int page) {
    Object request = Json.object("limit", LIMIT, "sort", SORT);
    return QueryKey.of("orders", page == 1 ? request : Json.with(request, "page", page));
  }

  /** Which page of the list a find answer is. */
  static int pageOf(Object found) {
    double page = Json.number(found, "page");
    return page >= 1 && page <= Integer.MAX_VALUE ? (int) page : 1;
  }

  /** The order as a page of the list has it; null if it has none. */
  static Object inList(Object found, Object id) {
    return Json.list(found, "docs").first(record -> Objects.equals(id, Json.get(record, "id")));
  }

  /** One order: its record. */
  static Object one(Object id) {
    return QueryKey.of("order", id);
  }

  /** What the server's record makes of the list or of the single record that holds it; an older version changes nothing. */
  static Object merged(Object old, Object answer) {
    if (!Json.isArray(Json.get(old, "docs"))) {
      return replaces(answer, old) ? answer : old;
    }
    Seq<Object> docs = Json.list(old, "docs");
    for (int i = 0; i < docs.size(); i++) {
      if (replaces(answer, docs.get(i))) {
        docs.set(i, answer);
        return Json.with(old, "docs", Json.arrayOf(docs));
      }
    }
    return old;
  }

  private static boolean replaces(Object answer, Object record) {
    Object id = Json.get(answer, "id");
    return id != null
        && Objects.equals(id, Json.get(record, "id"))
        && !(Json.number(answer, "version") < Json.number(record, "version"));
  }
}
