package dev.sanguine.testkit;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;

/** What the server of a simulation answers to reads: a state of it in the shape of each query. */
final class SimulatedAnswers {
  private static final int PAGE = 3;
  /** Of a page: there is none before it. */
  private static final int NONE = -1;

  private final SimulatedSetting setting;

  SimulatedAnswers(SimulatedSetting setting) {
    this.setting = setting;
  }

  /** What the server answers in this state; {@code after} is the place that a page begins after. */
  Object value(SimulatedQuery query, SimulatedServer.State state, double after) {
    SimulatedServer.Doc first = state.doc(SimulatedDocs.FIRST);
    boolean number = setting.isNumber(query);
    switch (query) {
      case LIST:
        return all(state, number);
      case ANSWER:
        return Json.object("docs", all(state, number), "totalDocs", state.docs.size());
      case PAGES:
        return page(state, after, number);
      case RECORD:
        return first.document(setting, number);
      case TOTAL:
        return first.count;
      case TITLE:
        return first.field(SimulatedQuery.TITLE_FIELD);
      default:
        return Json.object("id", SimulatedDocs.id(first.id, number), "total", first.count);
    }
  }

  /** The answer to a write that made or changed this document. */
  Object document(SimulatedServer.Doc doc) {
    return doc.document(setting, setting.isNumber(null));
  }

  private Object all(SimulatedServer.State state, boolean number) {
    Seq<Object> docs = new Seq<>();
    for (int i = 0; i < state.docs.size(); i++) {
      docs.add(state.docs.get(i).document(setting, number));
    }
    return Json.arrayOf(docs);
  }

  private Object page(SimulatedServer.State state, double after, boolean number) {
    Seq<Object> docs = new Seq<>();
    Seq<Integer> before = new Seq<>();
    int last = 0;
    int next = 0;
    for (int i = 0; i < state.docs.size(); i++) {
      SimulatedServer.Doc doc = state.docs.get(i);
      if (doc.place <= after) {
        before.add(doc.place);
      } else if (docs.size() < PAGE) {
        docs.add(doc.document(setting, number));
        next = setting.overlaps ? last : doc.place;
        last = doc.place;
      }
    }
    int previous = before.size() == 0
        ? NONE
        : before.size() <= PAGE ? 0 : before.get(before.size() - PAGE - 1);
    return Json.object(
        "docs", Json.arrayOf(docs), "next", docs.size() == PAGE ? next : 0, "previous", previous);
  }

  /** Where the page after this one begins; null if there is none. */
  static Object next(Object page) {
    double next = Json.number(page, "next");
    return next > 0 ? (Object) next : null;
  }

  /** Where the page before this one begins; null if there is none. */
  static Object previous(Object page) {
    double previous = Json.number(page, "previous");
    return previous == NONE ? null : (Object) previous;
  }

  /** The whole value of a query that was fetched in this state, with the pages that {@code like} has. */
  Object whole(SimulatedQuery query, SimulatedServer.State state, Object like) {
    if (query != SimulatedQuery.PAGES) {
      return value(query, state, 0);
    }
    Seq<Object> pages = new Seq<>();
    Seq<Object> params = new Seq<>();
    int wanted = like == null ? 1 : Json.list(like, "pages").size();
    Object after = like == null ? (Object) 0.0 : Json.list(like, "pageParams").get(0);
    while (after != null && (pages.size() < wanted || pages.size() == 0)) {
      Object page = value(SimulatedQuery.PAGES, state, (Double) after);
      pages.add(page);
      params.add(after);
      after = next(page);
    }
    return Json.object("pages", Json.arrayOf(pages), "pageParams", Json.arrayOf(params));
  }
}
