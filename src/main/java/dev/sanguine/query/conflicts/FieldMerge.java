package dev.sanguine.query.conflicts;

import dev.sanguine.env.OrderedSet;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;
import dev.sanguine.env.Values;
import dev.sanguine.records.RecordIds;
import dev.sanguine.records.RecordShape;

/*
 * The three-way merge that asks.
 *
 * `ThreeWay` does a person's own write again over another value, and lets the write win. Here two persons have changed one
 * record, and nobody may win without a word. So a place that only one of them has changed gets what he made of it, and a place
 * that both have made the same is that. A place that both have changed, each in his own way, is a clash.
 *
 * A place is a field of a record, however deep, or an item of a list by its id. A list whose items have no ids is one place.
 */
final class FieldMerge {
  private final Values values;
  private final RecordShape shape;
  /** The first names on the way to the places that clash, each once. */
  final OrderedSet<String> clashes = new OrderedSet<>();

  FieldMerge(Values values, RecordShape shape) {
    this.values = values;
    this.shape = shape;
  }

  /** What comes of the two; a place that clashes has what {@code mine} has there. Undefined stands for no value. */
  Object merge(Object base, Object mine, Object theirs) {
    return merge(base, mine, theirs, "");
  }

  boolean isEqual(Object a, Object b) {
    return values.same(a, b) || values.same(values.replaceEqualDeep(a, b), a);
  }

  private Object merge(Object base, Object mine, Object theirs, String field) {
    if (isEqual(base, mine) || isEqual(mine, theirs)) {
      return theirs;
    }
    if (isEqual(base, theirs)) {
      return mine;
    }
    if (values.isRecord(mine) && values.isRecord(theirs) && isRecordOrNothing(base)) {
      return mergeRecords(base, mine, theirs, field);
    }
    if (values.isList(base) && values.isList(mine) && values.isList(theirs)) {
      return mergeLists(base, mine, theirs, field);
    }
    clashes.add(field);
    return mine;
  }

  private boolean isRecordOrNothing(Object value) {
    return value == null || values.isUndefined(value) || values.isRecord(value);
  }

  private Object mergeRecords(Object base, Object mine, Object theirs, String field) {
    Object made = theirs;
    OrderedSet<String> names = new OrderedSet<>();
    values.names(theirs).each(names::add);
    values.names(mine).each(names::add);
    Seq<String> all = names.items();
    for (int i = 0; i < all.size(); i++) {
      String name = all.get(i);
      Object was = values.field(theirs, name);
      Object merged = merge(
          values.field(base, name), values.field(mine, name), was, field.isEmpty() ? name : field);
      if (!values.same(merged, was)) {
        made = values.isUndefined(merged)
            ? values.without(made, name)
            : values.with(made, name, merged);
      }
    }
    return made;
  }

  private Object mergeLists(Object base, Object mine, Object theirs, String field) {
    Table<String, Object> before = byId(base);
    Table<String, Object> ours = byId(mine);
    Table<String, Object> others = byId(theirs);
    if (before == null || ours == null || others == null) {
      clashes.add(field);
      return mine;
    }
    boolean isOrderedByMe = isReordered(before, ours);
    if (isOrderedByMe && isReordered(before, others)) {
      clashes.add(field);
    }
    Seq<Object> items = new Seq<>();
    order(isOrderedByMe ? ours.keys() : others.keys(), isOrderedByMe ? others.keys() : ours.keys())
        .each(id -> {
          Object merged = merge(item(before, id), item(ours, id), item(others, id), field);
          if (!values.isUndefined(merged)) {
            items.add(merged);
          }
        });
    return values.listLike(theirs, values.listOf(items));
  }

  private Object item(Table<String, Object> items, String id) {
    return items.has(id) ? items.get(id) : values.undefined();
  }

  /** The items by the texts of their ids; null if one has none, or two have the same. */
  private Table<String, Object> byId(Object list) {
    Table<String, Object> items = new Table<>();
    Seq<Object> all = values.items(list);
    for (int i = 0; i < all.size(); i++) {
      Object id = shape.idOf(values, all.get(i));
      if (id == null || values.isUndefined(id) || items.has(RecordIds.text(id))) {
        return null;
      }
      items.put(RecordIds.text(id), all.get(i));
    }
    return items;
  }

  private static boolean isReordered(Table<String, Object> before, Table<String, Object> after) {
    Seq<String> old = before.keys().filter(after::has);
    return after.keys().filter(before::has).someAt((id, at) -> !id.equals(old.get(at)));
  }

  /** The ids of the one list, with those that only the other has behind the one that they follow there. */
  private static Seq<String> order(Seq<String> ids, Seq<String> others) {
    Seq<String> order = ids.copy();
    for (int i = 0; i < others.size(); i++) {
      if (!order.has(others.get(i))) {
        order.insert(i == 0 ? 0 : order.find(others.get(i - 1)) + 1, others.get(i));
      }
    }
    return order;
  }
}
