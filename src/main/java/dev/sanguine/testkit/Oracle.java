package dev.sanguine.testkit;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;
import dev.sanguine.env.Values;
import dev.sanguine.json.Json;

/**
 * Judges what a client shows by what the server held, by what the client wrote and by what it was told, and by nothing of
 * the engine's: no failed change, no pending change missing or twice, nothing confirmed missing.
 */
final class Oracle {
  /** Each COUNT has a digit of this base: 1 if it was counted once. */
  private static final int BASE = 4;

  private final SimulatedWorld world;
  private final Trace trace;
  private final Table<String, SimulatedWrite> byToken = new Table<>();
  private final Table<String, SimulatedWrite> adds = new Table<>();
  private final Seq<SimulatedWrite> counts = new Seq<>();

  Oracle(SimulatedWorld world) {
    this.world = world;
    trace = world.trace;
  }

  void knows(SimulatedWrite write) {
    byToken.put(write.token, write);
    if (write.kind == SimulatedWrite.Kind.ADD) {
      adds.put(write.id, write);
    } else if (write.kind == SimulatedWrite.Kind.COUNT) {
      write.by = Math.pow(BASE, counts.size());
      counts.add(write);
    }
  }

  /** The write that makes the document; null of those that were there from the start. */
  SimulatedWrite addOf(String id) {
    return adds.get(id);
  }

  /** How many writes count in that document. */
  int countsOf(String id) {
    return counts.filter(write -> write.id.equals(id)).size();
  }

  /** Null if all that the client shows and does is right. */
  String wrong(SimulatedClient client) {
    SimulatedQueries queries = client.queries;
    client.doubts.settle();
    int changes = client.writes.changes();
    for (int i = 0; i < queries.count(); i++) {
      SimulatedQuery query = SimulatedQuery.ALL[i];
      Object view = queries.view(query);
      if (view == null) {
        queries.absentAt[i] = changes;
      }
      if (queries.judgedAt[i] != changes
          || differ(client.environment.values, queries.judged[i], view)) {
        queries.judged[i] = view;
        queries.judgedAt[i] = changes;
        String wrong = view == null ? null : wrongView(client, query, view);
        if (wrong != null) {
          return wrong;
        }
      }
    }
    String wrong = client.wrong != null ? client.wrong : wrongDetails(client);
    wrong = wrong == null && client.panel != null ? client.panel.wrong() : wrong;
    return wrong == null ? client.readers.wrong() : wrong;
  }

  /** What is equal is not judged once more, whether or not it is the same object: runtimes may differ in that. */
  private static boolean differ(Values values, Object judged, Object view) {
    return !values.same(judged, view)
        && (judged == null
            || view == null
            || !values.same(values.replaceEqualDeep(judged, view), judged));
  }

  /** Null if the value is one that the client may show for that query. */
  String wrongView(SimulatedClient client, SimulatedQuery query, Object view) {
    String wrong;
    switch (query) {
      case TOTAL:
        wrong = view instanceof Double
            ? wrongCount(client, query, SimulatedDocs.FIRST, (Double) view)
            : "shows no number";
        break;
      case TITLE:
        wrong = view instanceof String
            ? wrongField(
                client, query, SimulatedDocs.FIRST, SimulatedQuery.TITLE_FIELD, (String) view)
            : "shows no text";
        break;
      case OWNER:
        wrong = Json.names(view).size() != 2
            ? "shows what is of another record"
            : wrongCount(client, query, SimulatedDocs.FIRST, Json.number(view, "total"));
        break;
      default:
        wrong = client.queries.came[query.ordinal()]
            ? wrongDocs(client, query, view)
            : "shows what nobody sent it";
    }
    return wrong == null ? null : wrong + " in " + query + ": " + Views.text(view);
  }

  private String wrongDocs(SimulatedClient client, SimulatedQuery query, Object view) {
    Seq<Object> docs = SimulatedDocs.docs(query, view);
    Seq<String> ids = new Seq<>();
    boolean mayBeCopies = query == SimulatedQuery.PAGES && world.setting.hasCopies();
    for (int i = 0; i < docs.size(); i++) {
      String id = SimulatedDocs.idOf(docs.get(i));
      trace.add(id);
      String real = SimulatedDocs.real(id);
      boolean mayBeTwice =
          mayBeCopies || addOf(real) != null && client.doubts.mayDouble(addOf(real), query);
      if (ids.has(real) && !mayBeTwice) {
        return "shows " + real + " twice";
      }
      ids.add(real);
      String wrong = wrongDoc(client, query, id, docs.get(i));
      if (wrong != null) {
        return wrong;
      }
    }
    if (mayBeCopies) {
      Seq<Object> pages = Json.list(view, "pages");
      for (int i = 0; i < pages.size(); i++) {
        if (isTwice(client, Json.list(pages.get(i), "docs"))) {
          return "shows a document twice on one page";
        }
      }
    }
    return query == SimulatedQuery.RECORD ? null : missing(client, query, ids, view);
  }

  private boolean isTwice(SimulatedClient client, Seq<Object> docs) {
    Seq<String> ids = new Seq<>();
    for (int i = 0; i < docs.size(); i++) {
      String id = SimulatedDocs.real(SimulatedDocs.idOf(docs.get(i)));
      boolean mayBeTwice =
          addOf(id) != null && client.doubts.mayDouble(addOf(id), SimulatedQuery.PAGES);
      if (ids.has(id) && !mayBeTwice) {
        return true;
      }
      ids.add(id);
    }
    return false;
  }

  private String missing(
      SimulatedClient client, SimulatedQuery query, Seq<String> ids, Object view) {
    boolean whole = SimulatedDocs.isWhole(query, view);
    if (SimulatedDocs.isFromTheStart(query, view)
        && !(ids.has(SimulatedDocs.FIRST) && ids.has(SimulatedDocs.SECOND))) {
      return "does not show what was there from the start";
    }
    for (int i = 0; i < client.writes.size(); i++) {
      SimulatedWrite write = client.writes.get(i);
      if (write.kind != SimulatedWrite.Kind.ADD
          || !write.names(query)
          || !write.isHeld(query)
          || write.forgotten
          || ids.has(write.id)) {
        continue;
      }
      boolean taken = write.outcome == SimulatedWrite.Told.CONFIRMED;
      boolean wanted = write.isPending()
          || taken
              && whole
              && client.queries.mustKnow(write, query)
              && world.server.now().doc(write.id) != null;
      if (wanted && !client.doubts.mayLack(write, query) && !isTakenOut(client, write.id)) {
        return "does not show the " + write.outcome.text + " " + write.token;
      }
    }
    return null;
  }

  private static boolean isTakenOut(SimulatedClient client, String id) {
    Seq<SimulatedWrite> own = client.writes.ofDocument(id);
    for (int i = 0; i < own.size(); i++) {
      if (own.get(i).kind == SimulatedWrite.Kind.REMOVE && own.get(i).isWanted()) {
        return true;
      }
    }
    return false;
  }

  private String wrongDoc(SimulatedClient client, SimulatedQuery query, String id, Object doc) {
    String real = SimulatedDocs.real(id);
    SimulatedWrite added = addOf(real);
    boolean own = added != null && added.of == client && added.names(query);
    if (SimulatedDocs.isTemporary(id)) {
      if (!own || !added.isPending() || !added.hasTemporaryId()) {
        return "shows " + id + " that is " + added.outcome.text;
      }
      if (added.name == SimulatedWrite.Name.MERGED) {
        return null;
      }
    } else if (added != null && added.taken < 0 && !(own && added.mayShow())) {
      return "shows " + id + " that is " + added.outcome.text;
    }
    String wrong = wrongRemoval(client, query, id, added);
    wrong = wrong != null ? wrong : wrongChild(doc);
    wrong = wrong != null ? wrong : wrongCount(client, query, id, Json.number(doc, "n"));
    for (int field = 0; wrong == null && field < SimulatedServer.FIELDS; field++) {
      wrong = wrongField(client, query, id, field, Json.string(doc, "f" + field));
    }
    return wrong;
  }

  private String wrongRemoval(
      SimulatedClient client, SimulatedQuery query, String id, SimulatedWrite added) {
    Seq<SimulatedWrite> own = client.writes.ofDocument(SimulatedDocs.real(id));
    for (int i = 0; own != null && i < own.size(); i++) {
      SimulatedWrite write = own.get(i);
      if (write.kind == SimulatedWrite.Kind.REMOVE
          && means(write, id)
          && isAfter(write, added)
          && write.names(query)
          && write.isWanted()
          && !client.doubts.mayLack(write, query)
          && (write.isPending() || client.queries.mustKnow(write, query) && !write.forgotten)) {
        return "shows " + id + " although the removal " + write.token + " is " + write.outcome.text;
      }
    }
    return null;
  }

  /** Nobody ever changes the record inside a document. */
  private static String wrongChild(Object doc) {
    Seq<Object> children = Json.list(doc, "children");
    return children.size() == 0
            || Json.string(children.get(0), "f0").isEmpty()
                && Json.number(children.get(0), "n") == 0
        ? null
        : "changes the record inside " + SimulatedDocs.idOf(doc);
  }

  /** A document under its temporary id is changed by those alone who know it by that. */
  private static boolean means(SimulatedWrite write, String id) {
    return write.maker != null || !SimulatedDocs.isTemporary(id);
  }

  /** False if the document was added once more after the write. */
  private static boolean isAfter(SimulatedWrite write, SimulatedWrite added) {
    return added == null || added.of != write.of || added.order < write.order;
  }

  private String wrongField(
      SimulatedClient client, SimulatedQuery query, String id, int field, String shown) {
    trace.add(shown);
    String real = SimulatedDocs.real(id);
    SimulatedWrite shows = byToken.get(shown);
    if (shows != null
        && shows.taken < 0
        && !(shows.of == client && shows.names(query) && shows.mayShow())) {
      return "shows the " + shows.outcome.text + " " + shown + " in f" + field + " of " + id;
    }
    Seq<SimulatedWrite> own = client.writes.ofDocument(real);
    if (own == null) {
      return null;
    }
    SimulatedWrite lastPending = null;
    SimulatedWrite lastConfirmed = null;
    boolean beaten = false;
    int mustHold = 0;
    for (int i = 0; i < own.size(); i++) {
      SimulatedWrite write = own.get(i);
      if (write.kind == SimulatedWrite.Kind.SET
          && write.field == field
          && means(write, id)
          && isAfter(write, addOf(real))
          && write.names(query)
          && write.isHeld(query)
          && !write.forgotten
          && (shows == write || !client.doubts.mayLack(write, query))) {
        if (write.isPending()) {
          lastPending = write;
        } else if (client.queries.mustKnow(write, query)
            && write.outcome == SimulatedWrite.Told.CONFIRMED) {
          lastConfirmed = write;
          // Of two that are confirmed, the one that was written and confirmed later is the later,
          // unless it is a repeat of what
          // the server had taken before.
          beaten |= shows != null
              && write.order > shows.order
              && write.toldAt > shows.toldAt
              && write.taken > shows.taken;
          mustHold = Math.max(mustHold, write.taken);
        }
      }
    }
    boolean isOwn = shows != null && shows.of == client && !shows.plain;
    if (lastPending != null) {
      return shows != null && shows.of == client && shows.order >= lastPending.order
          ? null
          : "shows '" + shown + "' in f" + field + " of " + id + " while " + lastPending.token
              + " is pending";
    }
    if (isOwn && shows.outcome == SimulatedWrite.Told.CONFIRMED && !beaten
        || client.queries.isPlain(query)) {
      return null;
    }
    // With nothing pending the field holds what the server held after everything that was
    // confirmed.
    for (int version = mustHold; version <= world.server.now().version; version++) {
      SimulatedServer.Doc held = world.server.at(version).doc(real);
      if (held != null && held.field(field).equals(shown)) {
        return null;
      }
    }
    return mustHold == 0
        ? null
        : "shows '" + shown + "' in f" + field + " of " + id
            + ", which is older than the confirmed " + lastConfirmed.token;
  }

  /** Each COUNT adds a power of four of its own: the sum says which of them it holds, and whether it holds one twice. */
  private String wrongCount(SimulatedClient client, SimulatedQuery query, String id, double shown) {
    trace.add((int) shown);
    if (!(shown < Math.pow(BASE, counts.size()))) {
      return "counts " + shown + " in " + id + ", more than all there is";
    }
    String real = SimulatedDocs.real(id);
    for (int i = 0; i < counts.size(); i++) {
      SimulatedWrite write = counts.get(i);
      double times = Math.floor(shown / write.by) % BASE;
      boolean named =
          write.of == client && write.names(query) && write.id.equals(real) && means(write, id);
      // What is pending may be done to a document that was added once more since, and is in the
      // confirmed value by now.
      boolean own = named && isAfter(write, addOf(real));
      if (times > 0 && write.taken < 0 && !(named && write.mayShow())) {
        return "counts the " + write.outcome.text + " " + write.token + " in " + id;
      }
      if (times > 1 && !write.plain && !client.doubts.mayDouble(write, query)) {
        return "counts the " + write.outcome.text + " " + write.token + " twice in " + id;
      }
      boolean wanted = write.isHeld(query)
          && (write.isPending()
              || write.outcome == SimulatedWrite.Told.CONFIRMED
                  && client.queries.mustKnow(write, query)
                  && !write.forgotten);
      if (times == 0 && own && wanted && !client.doubts.mayLack(write, query)) {
        return "does not count the " + write.outcome.text + " " + write.token + " in " + id;
      }
    }
    return null;
  }

  /** Null if the value holds nothing but what the server holds or held, as other tabs and storage may see it. */
  String wrongBase(SimulatedQuery query, Object value) {
    String wrong = null;
    if (query == SimulatedQuery.TOTAL || query == SimulatedQuery.OWNER) {
      wrong = unconfirmedCount(
          query == SimulatedQuery.TOTAL ? (Double) value : Json.number(value, "total"));
    } else if (query == SimulatedQuery.TITLE) {
      wrong = unconfirmed(byToken.get((String) value));
    } else {
      Seq<Object> docs = SimulatedDocs.docs(query, value);
      for (int i = 0; wrong == null && i < docs.size(); i++) {
        wrong = unconfirmedIn(docs.get(i));
      }
    }
    return wrong == null ? null : wrong + " of " + query + ": " + Views.text(value);
  }

  private String unconfirmedIn(Object doc) {
    String id = SimulatedDocs.idOf(doc);
    String wrong = SimulatedDocs.isTemporary(id) ? "the temporary " + id : unconfirmed(addOf(id));
    for (int field = 0; wrong == null && field < SimulatedServer.FIELDS; field++) {
      wrong = unconfirmed(byToken.get(Json.string(doc, "f" + field)));
    }
    return wrong == null ? unconfirmedCount(Json.number(doc, "n")) : wrong;
  }

  private String unconfirmedCount(double shown) {
    for (int i = 0; i < counts.size(); i++) {
      String wrong = unconfirmed(counts.get(i));
      if (Math.floor(shown / counts.get(i).by) % BASE > 0 && wrong != null) {
        return wrong;
      }
    }
    return shown < Math.pow(BASE, counts.size()) ? null : "what nobody counted";
  }

  /** What the server has not taken is unconfirmed; what was written plainly is, to the engine, as good as confirmed. */
  private static String unconfirmed(SimulatedWrite write) {
    return write != null && write.taken < 0 && !write.plain
        ? "the " + write.outcome.text + " " + write.token
        : null;
  }

  /** The queries of single new documents, which only an intent had made. */
  private static String wrongDetails(SimulatedClient client) {
    for (int i = 0; i < client.writes.size(); i++) {
      SimulatedWrite write = client.writes.get(i);
      if (write.detail && !write.detailJudged && !write.forgotten) {
        boolean shown = client.engine.getQueryData(SimulatedDocs.detailKey(write.id)) != null;
        if (shown != write.isWanted()) {
          return (shown ? "shows" : "does not show") + " the detail of the " + write.outcome.text
              + " " + write.token;
        }
        write.detailJudged = !write.isPending();
      }
    }
    return null;
  }
}
