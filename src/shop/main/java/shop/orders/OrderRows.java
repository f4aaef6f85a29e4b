package shop.orders;

import dev.sanguine.env.Mapping;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;
import dev.sanguine.json.Json;

/** Makes the rows of the query's data, and makes none anew whose record and state are what they were. */
final class OrderRows {
  private Table<String, OrderRow> byKey = new Table<>();
  private Seq<OrderRow> rows = new Seq<>();

  /** The row of the last {@link #of}, or null. */
  OrderRow row(String key) {
    return byKey.get(key);
  }

  /**
   * The rows of Payload's find answer, in its order; the identical sequence if nothing changed.
   *
   * @param stateOf what is shown of the order with this key beside its record
   */
  Seq<OrderRow> of(Object found, Mapping<String, RowState> stateOf) {
    return of(found, stateOf, new Seq<>());
  }

  /**
   * The same, with orders after them that have left the list.
   *
   * @param away their records; one that the answer has is shown where it stands
   */
  Seq<OrderRow> of(Object found, Mapping<String, RowState> stateOf, Seq<Object> away) {
    Seq<Object> docs = Json.list(found, "docs");
    away.each(docs::add);
    Seq<OrderRow> next = new Seq<>();
    Table<String, OrderRow> nextByKey = new Table<>();
    for (int i = 0; i < docs.size(); i++) {
      OrderRow row = row(i, docs.get(i), stateOf);
      // A record that an answer holds twice is shown once.
      if (!nextByKey.has(row.key)) {
        nextByKey.put(row.key, row);
        next.add(row);
      }
    }
    byKey = nextByKey;
    if (next.size() != rows.size() || next.someAt((row, i) -> row != rows.get(i))) {
      rows = next;
    }
    return rows;
  }

  private OrderRow row(int place, Object record, Mapping<String, RowState> stateOf) {
    OrderRow there = place < rows.size() ? rows.get(place) : null;
    String key = there != null && there.record == record ? there.key : OrderRow.keyOf(record);
    OrderRow last = there != null && there.key.equals(key) ? there : byKey.get(key);
    RowState state = stateOf.of(key);
    return last != null && last.record == record && last.state.isLike(state)
        ? last
        : new OrderRow(key, record, state);
  }
}
