package shop.orders;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;
import dev.sanguine.json.Json;

/** Makes the rows of the query's data, and makes none anew whose record and state are what they were. */
final class OrderRows {
  private final ViewKeys keys;
  private final Table<String, RowState> states = new Table<>();
  private Table<String, OrderRow> byKey = new Table<>();
  private Seq<OrderRow> rows = new Seq<>();
  private Object data;
  private boolean stateChanged;

  OrderRows(ViewKeys keys) {
    this.keys = keys;
  }

  RowState state(String key) {
    RowState state = states.get(key);
    return state == null ? RowState.NONE : state;
  }

  void setState(String key, RowState state) {
    states.put(key, state);
    stateChanged = true;
  }

  /** The row of the last {@link #of}, or null. */
  OrderRow row(String key) {
    return byKey.get(key);
  }

  /** The rows of Payload's find answer, in its order; the identical sequence where nothing changed. */
  Seq<OrderRow> of(Object found) {
    if (found == data && !stateChanged) {
      return rows;
    }
    Seq<Object> docs = Json.list(found, "docs");
    Seq<OrderRow> next = new Seq<>();
    Table<String, OrderRow> nextByKey = new Table<>();
    for (int i = 0; i < docs.size(); i++) {
      OrderRow row = row(i, docs.get(i));
      // A record that an answer holds twice is shown once.
      if (!nextByKey.has(row.key)) {
        nextByKey.put(row.key, row);
        next.add(row);
      }
    }
    data = found;
    stateChanged = false;
    byKey = nextByKey;
    rows = next;
    return next;
  }

  private OrderRow row(int place, Object record) {
    OrderRow there = place < rows.size() ? rows.get(place) : null;
    String key = there != null && there.record == record ? there.key : keys.of(record);
    OrderRow last = there != null && there.key.equals(key) ? there : byKey.get(key);
    RowState state = state(key);
    return last != null && last.record == record && last.state == state
        ? last
        : new OrderRow(key, record, state);
  }
}
