package dev.sanguine.shop;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.query.QueryKey;
import java.util.Objects;

/** Where orders stand in the cache, and what an answer makes of them there. */
final class OrderQueries {
  static final int LIMIT = 200;
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
