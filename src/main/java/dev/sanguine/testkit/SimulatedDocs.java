package dev.sanguine.testkit;

import dev.sanguine.env.Mapping;
import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.query.QueryKey;

/** The queries of a simulated client and the shapes of their values: a list, a record of docs, pages, one document. */
final class SimulatedDocs {
  static final int LIST = 0;
  static final int ANSWER = 1;
  static final int PAGES = 2;
  static final int RECORD = 3;
  static final int QUERIES = 4;

  /** The documents that are there from the start, and stay; the record's query shows the first. */
  static final String FIRST = "d1";
  static final String SECOND = "d2";

  private static final int PAGE = 3;

  private SimulatedDocs() {}

  static Object key(int which) {
    switch (which) {
      case LIST:
        return QueryKey.of("docs");
      case ANSWER:
        return QueryKey.of("docs", "answer");
      case PAGES:
        return QueryKey.of("docs", "pages");
      default:
        return detailKey(FIRST);
    }
  }

  static Object detailKey(String id) {
    return QueryKey.of("doc", id);
  }

  /** What the server answers in this state; {@code after} is the place that a page begins after. */
  static Object value(int which, SimulatedServer.State state, double after) {
    if (which == RECORD) {
      return state.doc(FIRST).document();
    }
    Seq<Object> docs = new Seq<>();
    double next = 0;
    for (int i = 0; i < state.docs.size(); i++) {
      SimulatedServer.Doc doc = state.docs.get(i);
      if (which != PAGES || doc.place > after && docs.size() < PAGE) {
        docs.add(doc.document());
        next = doc.place;
      }
    }
    Object list = Json.arrayOf(docs);
    switch (which) {
      case LIST:
        return list;
      case ANSWER:
        return Json.object("docs", list, "totalDocs", docs.size());
      default:
        return Json.object("docs", list, "next", docs.size() == PAGE ? next : 0);
    }
  }

  /** The whole value of a query that was fetched in this state, with as many pages as {@code like} has. */
  static Object whole(int which, SimulatedServer.State state, Object like) {
    if (which != PAGES) {
      return value(which, state, 0);
    }
    Seq<Object> pages = new Seq<>();
    Seq<Object> params = new Seq<>();
    int wanted = like == null ? 1 : Json.list(like, "pages").size();
    double after = 0;
    do {
      Object page = value(PAGES, state, after);
      pages.add(page);
      params.add(after);
      after = Json.number(page, "next");
    } while (after > 0 && pages.size() < wanted);
    return Json.object("pages", Json.arrayOf(pages), "pageParams", Json.arrayOf(params));
  }

  /** All documents that a value shows, in order. */
  static Seq<Object> docs(int which, Object value) {
    switch (which) {
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

  /** False where an infinite query has more pages on the server than were fetched. */
  static boolean isWhole(int which, Object value) {
    if (which != PAGES) {
      return true;
    }
    Seq<Object> pages = Json.list(value, "pages");
    return pages.size() > 0 && Json.number(pages.get(pages.size() - 1), "next") == 0;
  }

  /** The value with the document of that id changed (null takes it out), whatever the value's shape. */
  static Object edited(Object value, String id, Mapping<Object, Object> edit) {
    if (Json.isArray(value)) {
      Seq<Object> items = new Seq<>();
      Seq<Object> all = Json.items(value);
      for (int i = 0; i < all.size(); i++) {
        Object item = id.equals(Json.string(all.get(i), "id")) ? edit.of(all.get(i)) : all.get(i);
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
    return id.equals(Json.string(value, "id")) ? edit.of(value) : value;
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
  static Object fresh(String id) {
    return Json.object("id", id, "f0", "", "f1", "", "n", 0, "version", 0);
  }
}
