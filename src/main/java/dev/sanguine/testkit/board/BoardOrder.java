package dev.sanguine.testkit.board;

import dev.sanguine.json.Json;

/** What the documents of the simulated board are: orders with a status, a total, a rank that sorts, and a customer. */
final class BoardOrder {
  static final String TYPE = "order";
  static final String[] STATUS = {"open", "paid", "void"};
  static final int CUSTOMERS = 3;

  private BoardOrder() {}

  static Object of(Object id, String status, int total, double rank, int customer) {
    return Json.object(
        "id", id, "status", status, "total", total, "rank", rank, "customer", customer, "note", "");
  }

  static String idOf(Object order) {
    Object id = Json.get(order, "id");
    return id instanceof String ? (String) id : String.valueOf((int) (double) (Double) id);
  }

  static double rank(Object order) {
    return Json.number(order, "rank");
  }

  static boolean has(Object order, String status) {
    return status.equals(Json.string(order, "status"));
  }
}
