package dev.sanguine.query.drafts;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Values;
import dev.sanguine.records.RecordIds;
import dev.sanguine.records.RecordShape;

/**
 * Fields by their path. Names stand with dots between them: {@code address.city}. A row of a list is named by its id, {@code
 * items.7.name}, so that it stays the same row if the list is sorted. Only rows without ids are named by their place.
 */
final class Paths {
  private static final String ID = "id";

  private final Values values;

  Paths(Values values) {
    this.values = values;
  }

  static Seq<String> parts(String path) {
    return RecordShape.split(path, '.');
  }

  /** True if the first path is that of a field, and the second one's is inside it. */
  static boolean isInside(String outer, String inner) {
    return inner.startsWith(outer + ".");
  }

  /** The value there; undefined if there is none. */
  Object at(Object record, Seq<String> parts) {
    Object value = record;
    for (int i = 0; i < parts.size(); i++) {
      if (values.isList(value)) {
        int row = row(value, parts.get(i));
        value = row < 0 ? values.undefined() : values.items(value).get(row);
      } else {
        value = values.isRecord(value) ? values.field(value, parts.get(i)) : values.undefined();
      }
    }
    return value;
  }

  /** The record with that value there. What stands in the way of the path, or a row that is not there, leaves it as it is. */
  Object with(Object record, Seq<String> parts, Object value) {
    return with(record, parts, 0, value);
  }

  private Object with(Object into, Seq<String> parts, int depth, Object value) {
    if (depth == parts.size()) {
      return value;
    }
    String part = parts.get(depth);
    if (values.isList(into)) {
      int row = row(into, part);
      if (row < 0) {
        return into;
      }
      Seq<Object> items = values.items(into);
      Object before = items.get(row);
      Object made = with(before, parts, depth + 1, value);
      items.set(row, made);
      return values.same(made, before) ? into : values.listOf(items);
    }
    if (isNothing(into)) {
      return values.record(part, with(values.undefined(), parts, depth + 1, value));
    }
    if (!values.isRecord(into)) {
      return into;
    }
    Object before = values.field(into, part);
    Object made = with(before, parts, depth + 1, value);
    boolean isThere = values.same(made, before)
        && (!values.isUndefined(made) || values.names(into).has(part));
    return isThere ? into : values.with(into, part, made);
  }

  /** The path with the ids of rows in the place of their numbers: servers count rows. */
  String byIds(Object record, String path) {
    Seq<String> parts = parts(path);
    Object value = record;
    StringBuilder named = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      String part = parts.get(i);
      if (values.isList(value)) {
        Seq<Object> items = values.items(value);
        int row = placeOf(part, items.size());
        value = row < 0 ? values.undefined() : items.get(row);
        Object id = values.isRecord(value) ? values.field(value, ID) : null;
        part = isNothing(id) ? part : RecordIds.text(id);
      } else {
        value = values.isRecord(value) ? values.field(value, part) : values.undefined();
      }
      named.append(i == 0 ? "" : ".").append(part);
    }
    return named.toString();
  }

  private int row(Object list, String part) {
    Seq<Object> items = values.items(list);
    boolean[] hasIds = {false};
    int found = items.indexWhere(item -> {
      Object id = values.isRecord(item) ? values.field(item, ID) : null;
      hasIds[0] |= !isNothing(id);
      return !isNothing(id) && RecordIds.text(id).equals(part);
    });
    return hasIds[0] ? found : placeOf(part, items.size());
  }

  /** The number that the text is, if it is one of so many places; else -1. */
  private static int placeOf(String text, int size) {
    for (int i = 0; i < size; i++) {
      if (text.equals(String.valueOf(i))) {
        return i;
      }
    }
    return -1;
  }

  private boolean isNothing(Object value) {
    return value == null || values.isUndefined(value);
  }
}
