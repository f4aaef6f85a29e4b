package dev.sanguine.query;

import dev.sanguine.env.Documents;
import dev.sanguine.env.Seq;

/**
 * Changes of a list by a record's id. The list is the value itself, the {@code docs} of a record (as Payload answers),
 * or every one of its {@code pages} (an infinite query); in the last two the rest of the record stays as it is.
 */
final class Lists {
  private Lists() {}

  /** The value with the fields written over the item of their id; a record has that id, or is meant in {@code any} case. */
  static Object merged(Documents documents, Object value, Object fields, boolean any) {
    Object id = documents.field(fields, "id");
    if (documents.isList(value) || documents.isList(documents.field(value, "docs"))
        || documents.isList(documents.field(value, "pages"))) {
      return replace(documents, value, id, item -> documents.merged(item, fields), null);
    }
    return any || documents.same(documents.field(value, "id"), id) ? documents.merged(value, fields) : value;
  }

  /**
   * The value with the item of that id replaced by what the function makes of it (null takes it out); where no item has
   * the id, {@code orElse} is added at the end, unless it is null.
   */
  static Object replace(Documents documents, Object value, Object id, Updater change, Object orElse) {
    Object replaced = id == null ? value : within(documents, value, false, list -> {
      Seq<Object> items = documents.items(list);
      int at = items.place(each -> documents.same(documents.field(each, "id"), id));
      if (at < 0) {
        return list;
      }
      Object next = change.update(items.get(at));
      if (next == null) {
        items.removeAt(at);
      } else {
        items.set(at, next);
      }
      return documents.listOf(items);
    });
    return orElse != null && documents.same(replaced, value) ? added(documents, value, orElse, false) : replaced;
  }

  /** The value with the item at the list's end, or its start: of the last page, or the first. */
  static Object added(Documents documents, Object value, Object item, boolean first) {
    return within(documents, value, !first, list -> {
      Seq<Object> items = documents.items(list);
      items.insert(first ? 0 : items.size(), item);
      return documents.listOf(items);
    });
  }

  /** The value with its list changed: of pages the first, or the last, in which that makes a difference. */
  private static Object within(Documents documents, Object value, boolean fromEnd, Updater change) {
    if (documents.isList(value)) {
      return change.update(value);
    }
    Object docs = documents.field(value, "docs");
    if (documents.isList(docs)) {
      Object next = change.update(docs);
      return documents.same(next, docs) ? value : documents.with(value, "docs", next);
    }
    Seq<Object> pages = documents.items(documents.field(value, "pages"));
    for (int i = 0; i < pages.size(); i++) {
      int at = fromEnd ? pages.size() - 1 - i : i;
      Object next = within(documents, pages.get(at), fromEnd, change);
      if (!documents.same(next, pages.get(at))) {
        pages.set(at, next);
        return documents.with(value, "pages", documents.listOf(pages));
      }
    }
    return value;
  }
}
