package shop.orders;

import dev.sanguine.json.Json;

/** One order as the list shows it. A row that did not change stays the identical object. */
final class OrderRow {
  final String key;
  /** The record as the query holds it. */
  final Object record;

  final RowState state;

  OrderRow(String key, Object record, RowState state) {
    this.key = key;
    this.record = record;
    this.state = state;
  }

  String text(String field) {
    String text = Json.string(record, field);
    return text == null ? "" : text;
  }

  String number() {
    return text("number");
  }

  String status() {
    return text("status");
  }
}
