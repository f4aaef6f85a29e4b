package dev.sanguine.query;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Values;

/**
 * Changes of a list by a record's id. The list is the value itself, the {@code docs} of a record (as Payload answers),
 * or every one of its {@code pages} (an infinite query); in the last two the rest of the record stays as it is.
 */
final class Lists {
  private Lists() {}

  static boolean holdsList(Values values, Object value) {
    return values.isList(value) || values.isList(values.field(value, "docs"))
        || values.isList(values.field(value, "pages"));
  }

  /**
   * The value with the item of that id replaced by what the function makes of it (null takes it out); where no item has
   * the id, {@code orElse} is added at the end, unless it is null.
   */
  static Object replace(Values values, Object value, Object id, Updater change, Object orElse) {
    if (id == null) {
      return orElse == null ? value : added(values, value, orElse, false);
    }
    Object replaced = replaced(values, value, id, change);
    if (replaced == value && orElse != null && !has(values, value, id)) {
      return added(values, value, orElse, false);
    }
    return replaced;
  }

  /** The value with the item at the list's end, or its start: of the last page, or the first. */
  static Object added(Values values, Object value, Object item, boolean first) {
    if (values.isList(value)) {
      Seq<Object> items = values.items(value);
      items.insert(first ? 0 : items.size(), item);
      return values.listOf(items);
    }
    Object docs = values.field(value, "docs");
    if (values.isList(docs)) {
      return values.with(value, "docs", added(values, docs, item, first));
    }
    Object pages = values.field(value, "pages");
    if (!values.isList(pages)) {
      return value;
    }
    Seq<Object> items = values.items(pages);
    if (items.size() == 0) {
      return value;
    }
    int at = first ? 0 : items.size() - 1;
    items.set(at, added(values, items.get(at), item, first));
    return values.with(value, "pages", values.listOf(items));
  }

  private static Object replaced(Values values, Object value, Object id, Updater change) {
    if (values.isList(value)) {
      Seq<Object> items = values.items(value);
      for (int i = 0; i < items.size(); i++) {
        if (values.same(values.field(items.get(i), "id"), id)) {
          Object next = change.update(items.get(i));
          if (next == null) {
            items.removeAt(i);
          } else if (next == items.get(i)) {
            return value;
          } else {
            items.set(i, next);
          }
          return values.listOf(items);
        }
      }
      return value;
    }
    Object docs = values.field(value, "docs");
    if (values.isList(docs)) {
      Object next = replaced(values, docs, id, change);
      return next == docs ? value : values.with(value, "docs", next);
    }
    Object pages = values.field(value, "pages");
    if (!values.isList(pages)) {
      return value;
    }
    Seq<Object> items = values.items(pages);
    for (int i = 0; i < items.size(); i++) {
      Object next = replaced(values, items.get(i), id, change);
      if (next != items.get(i)) {
        items.set(i, next);
        return values.with(value, "pages", values.listOf(items));
      }
    }
    return value;
  }

  private static boolean has(Values values, Object value, Object id) {
    Seq<Object> found = new Seq<>();
    replaced(values, value, id, item -> {
      found.add(item);
      return item;
    });
    return found.size() > 0;
  }
}
