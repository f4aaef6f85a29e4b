package dev.sanguine.records;

import dev.sanguine.env.OrderedSet;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;
import dev.sanguine.env.Values;

/** The places of a record or a list, each by a name that it has in other values of the kind too. */
public final class PlaceNames {
  private final Values values;
  private final RecordShape shape;

  public PlaceNames(Values values, RecordShape shape) {
    this.values = values;
    this.shape = shape;
  }

  public Table<String, Object> fields(Object record) {
    Table<String, Object> fields = new Table<>();
    values.names(record).each(name -> fields.put(name, values.field(record, name)));
    return fields;
  }

  /** The items by a name that is the same for the same item: its id, its value, or its index if neither tells. */
  public Table<String, Object> items(Object list, boolean byIndex, OrderedSet<String> sharedIds) {
    Table<String, Object> items = new Table<>();
    Table<String, Integer> copies = new Table<>();
    values.items(list).each(item -> {
      String name = byIndex ? "#" + items.size() : nameOf(item, sharedIds);
      // A further copy of an item is compared with its like.
      int copy = copies.has(name) ? copies.get(name) + 1 : 0;
      copies.put(name, copy);
      items.put(copy == 0 ? name : name + "\n" + copy, item);
    });
    return items;
  }

  private String nameOf(Object item, OrderedSet<String> sharedIds) {
    String id = isNamed(item) ? RecordIds.text(shape.idOf(values, item)) : null;
    return id != null && !sharedIds.has(id) ? id : values.hashKey(values.listOf(Seq.of(item)));
  }

  /** The ids that several items of a list have: those are told apart by their values. */
  public OrderedSet<String> sharedIds(Object... lists) {
    OrderedSet<String> shared = new OrderedSet<>();
    for (Object list : lists) {
      OrderedSet<String> seen = new OrderedSet<>();
      values.items(list).filter(this::isNamed).each(item -> {
        String id = RecordIds.text(shape.idOf(values, item));
        (seen.has(id) ? shared : seen).add(id);
      });
    }
    return shared;
  }

  private boolean isNamed(Object item) {
    Object id = shape.idOf(values, item);
    return id != null && !values.isUndefined(id);
  }

  /** True if an item is a record without an id, or a list. */
  public boolean isNameless(Object list) {
    return values
        .items(list)
        .some(item -> values.isList(item) || values.isRecord(item) && !isNamed(item));
  }

  public int size(Object list) {
    return values.items(list).size();
  }
}
