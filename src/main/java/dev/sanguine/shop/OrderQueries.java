package dev.sanguine.shop;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.query.QueryKey;
import java.util.Objects;

/** Where orders stand in the cache, and the pure functions that change them there. */
final class OrderQueries {
  static final double LIMIT = 200;
  static final String SORT = "number";

  private OrderQueries() {}

  /** The list: Payload's find answer. */
  static Object list() {
    return QueryKey.of("orders", Json.object("limit", LIMIT, "sort", SORT));
  }

  /** One order: its record. */
  static Object one(Object id) {
    return QueryKey.of("order", id);
  }

  /** The record of an order in the list, or null. */
  static Object find(Object found, Object id) {
    Seq<Object> docs = Json.list(found, "docs");
    for (int i = 0; i < docs.size(); i++) {
      if (isOrder(docs.get(i), id)) {
        return docs.get(i);
      }
    }
    return null;
  }

  /** The list with the order's status set; null, no change, where it has it already or is not there. */
  static Object listWithStatus(Object found, Object id, String status) {
    Object record = find(found, id);
    Object changed = withStatus(record, status);
    return changed == null ? null : replaced(found, id, changed);
  }

  /** The record with the status set; null, no change, where it has it already. */
  static Object withStatus(Object record, String status) {
    return record == null || status.equals(Json.string(record, "status")) ? null : Json.with(record, "status", status);
  }

  /** What the server's record makes of the list or of the single record that holds it; an older version changes nothing. */
  static Object merged(Object old, Object answer) {
    Object id = Json.get(answer, "id");
    if (id == null) {
      return old;
    }
    boolean isList = Json.isArray(Json.get(old, "docs"));
    Object record = isList ? find(old, id) : old;
    if (record == null || Json.number(answer, "version") < Json.number(record, "version")) {
      return old;
    }
    return isList ? replaced(old, id, answer) : answer;
  }

  private static Object replaced(Object found, Object id, Object record) {
    Seq<Object> docs = Json.list(found, "docs");
    for (int i = 0; i < docs.size(); i++) {
      if (isOrder(docs.get(i), id)) {
        docs.set(i, record);
      }
    }
    return Json.with(found, "docs", Json.arrayOf(docs));
  }

  private static boolean isOrder(Object record, Object id) {
    return Objects.equals(Json.get(record, "id"), id);
  }
}
