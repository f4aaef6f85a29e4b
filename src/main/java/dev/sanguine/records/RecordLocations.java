package dev.sanguine.records;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;
import dev.sanguine.env.Values;

/** In which list of a value each record stands: a record that moved from one nested list to another is the same record. */
public final class RecordLocations {
  /** Where a record is. */
  public static final class Found {
    final String list;
    final Object record;

    private Found(String list, Object record) {
      this.list = list;
      this.record = record;
    }
  }

  private final Values values;
  private final RecordShape shape;
  /** By the kind of list, and the id; null for what stands in several lists. */
  private final Table<String, Found> found = new Table<>();

  public RecordLocations(Values values, RecordShape shape, Object value) {
    this.values = values;
    this.shape = shape;
    look(value, "", "");
  }

  /** The record; null if there is none, or several. */
  public Found of(String kind, String id) {
    return found.get(kind + "\n" + id);
  }

  /** The list, and its kind, of what stands in that field. */
  public static String in(String list, String field) {
    return list + "/" + field;
  }

  private void look(Object value, String kind, String list) {
    if (values.isList(value)) {
      Seq<Object> items = values.itemsToRead(value);
      for (int i = 0; i < items.size(); i++) {
        Object item = items.get(i);
        String id = idOf(values, shape, item);
        if (id != null) {
          String name = kind + "\n" + id;
          found.put(name, found.has(name) ? null : new Found(list, item));
        }
        look(item, in(kind, ""), in(list, id == null ? "#" + i : id));
      }
    } else if (values.isRecord(value)) {
      values
          .names(value)
          .each(name -> look(values.field(value, name), in(kind, name), in(list, name)));
    }
  }

  /** The text of the record's id; null if it has none. */
  public static String idOf(Values values, RecordShape shape, Object record) {
    Object id = shape.idOf(values, record);
    return id == null || values.isUndefined(id) ? null : RecordIds.text(id);
  }
}
