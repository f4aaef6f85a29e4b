package dev.sanguine.testkit;

import dev.sanguine.env.Mapping;
import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.query.QueryKey;

/** What can be read of values that a simulated client shows, whatever their shape, and how an app changes them. */
final class SimulatedDocs {
  /** The documents that are there from the start and stay, whoever else is there. */
  static final String FIRST = "1";

  static final String SECOND = "2";
  /** A temporary id is a mark and the real one. */
  private static final char MARK = '~';

  private SimulatedDocs() {}

  static Object detailKey(String id) {
    return QueryKey.of("doc", id);
  }

  static String temporary(String id) {
    return MARK + id;
  }

  static boolean isTemporary(String id) {
    return id.charAt(0) == MARK;
  }

  /** The id that a record has, or will have. */
  static String real(String id) {
    return isTemporary(id) ? id.substring(1) : id;
  }

  /** The text of a record's id; null if it has none. */
  static String idOf(Object doc) {
    return text(Json.get(doc, "id"));
  }

  static String text(Object id) {
    return id instanceof Double ? String.valueOf((int) (double) (Double) id) : (String) id;
  }

  /** The id as a number, or as the text that it is. */
  static Object id(String id, boolean asNumber) {
    return asNumber && !isTemporary(id) ? (Object) (double) Integer.parseInt(id) : id;
  }

  /** All documents that a value shows, in order. */
  static Seq<Object> docs(SimulatedQuery query, Object value) {
    switch (query) {
      case LIST:
        return Json.items(value);
      case ANSWER:
        return Json.list(value, "docs");
      case PAGES:
        Seq<Object> docs = new Seq<>();
        Seq<Object> pages = Json.list(value, "pages");
        for (int i = 0; i < pages.size(); i++) {
          Seq<Object> page = Json.list(pages.get(i), "docs");
          for (int k = 0; k < page.size(); k++) {
            docs.add(page.get(k));
          }
        }
        return docs;
      default:
        return Seq.of(value);
    }
  }

  /** False if an infinite query lacks pages before its first one. */
  static boolean isFromTheStart(SimulatedQuery query, Object value) {
    if (query != SimulatedQuery.PAGES) {
      return true;
    }
    Seq<Object> params = Json.list(value, "pageParams");
    return params.size() > 0 && params.get(0).equals(0.0);
  }

  /** False if an infinite query has more pages on the server than it shows. */
  static boolean isWhole(SimulatedQuery query, Object value) {
    if (query != SimulatedQuery.PAGES) {
      return true;
    }
    Seq<Object> pages = Json.list(value, "pages");
    return isFromTheStart(query, value) && Json.number(pages.get(pages.size() - 1), "next") == 0;
  }

  /** The value with the documents of that id changed (null takes one out), whatever the value's shape. */
  static Object edited(Object value, String id, Mapping<Object, Object> edit) {
    if (Json.isArray(value)) {
      Seq<Object> items = new Seq<>();
      Seq<Object> all = Json.items(value);
      for (int i = 0; i < all.size(); i++) {
        Object item = id.equals(idOf(all.get(i))) ? edit.of(all.get(i)) : all.get(i);
        if (item != null) {
          items.add(item);
        }
      }
      return Json.arrayOf(items);
    }
    if (Json.isArray(Json.get(value, "docs"))) {
      return Json.with(value, "docs", edited(Json.get(value, "docs"), id, edit));
    }
    if (Json.isArray(Json.get(value, "pages"))) {
      Seq<Object> pages = Json.list(value, "pages");
      return Json.with(value, "pages", Json.arrayOf(pages.map(page -> edited(page, id, edit))));
    }
    return id.equals(idOf(value)) ? edit.of(value) : value;
  }

  /** The list, in any of its shapes, with one more document at its end. */
  static Object added(Object value, Object doc) {
    if (Json.isArray(value)) {
      Seq<Object> items = Json.items(value);
      items.add(doc);
      return Json.arrayOf(items);
    }
    if (Json.isArray(Json.get(value, "docs"))) {
      return Json.with(value, "docs", added(Json.get(value, "docs"), doc));
    }
    Seq<Object> pages = Json.list(value, "pages");
    if (pages.size() > 0) {
      pages.set(pages.size() - 1, added(pages.get(pages.size() - 1), doc));
    }
    return Json.with(value, "pages", Json.arrayOf(pages));
  }

  static boolean has(Object value, String id) {
    Seq<Object> found = new Seq<>();
    edited(value, id, doc -> {
      found.add(doc);
      return doc;
    });
    return found.size() > 0;
  }

  /** A document as its author's client makes it, before the server has seen it. */
  static Object fresh(Object id) {
    return Json.object("id", id, "f0", "", "f1", "", "n", 0, "version", 0);
  }
}
