package shop.orders;

import dev.sanguine.json.Json;

/** One order as the list shows it. A row that did not change stays the identical object. */
final class OrderRow {
  /** The text of the record's id. */
  final String key;
  /** The record as the query holds it. */
  final Object record;

  final RowState state;

  OrderRow(String key, Object record, RowState state) {
    this.key = key;
    this.record = record;
    this.state = state;
  }

  static String keyOf(Object record) {
    Object id = Json.get(record, "id");
    return id instanceof Double ? Amounts.whole((Double) id) : String.valueOf(id);
  }

  String text(String field) {
    String text = Json.string(record, field);
    return text == null ? "" : text;
  }

  String number() {
    return text("number");
  }

  /** As it stands in the record. */
  String statusText() {
    return text("status");
  }

  /** Null if it is none of ours. */
  OrderStatus status() {
    return Steps.of(statusText());
  }
}
