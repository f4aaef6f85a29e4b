package dev.sanguine.testkit;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;
import dev.sanguine.json.Json;

/**
 * Judges what a client shows by what the server held, by what the client wrote and by what it was told, and by nothing of
 * the engine's: no failed change, no pending change missing or twice, nothing confirmed missing.
 */
final class Oracle {
  private final SimulatedServer server;
  private final Trace trace;
  private final Table<String, SimulatedWrite> byToken = new Table<>();
  private final Seq<SimulatedWrite> counts = new Seq<>();

  Oracle(SimulatedServer server, Trace trace) {
    this.server = server;
    this.trace = trace;
  }

  void knows(SimulatedWrite write) {
    byToken.put(write.token, write);
    if (write.kind == SimulatedWrite.COUNT) {
      write.by = Math.pow(2, counts.size());
      counts.add(write);
    }
  }

  /** Null where all that the client shows is right. */
  String wrong(SimulatedClient client) {
    for (int which = 0; which < SimulatedDocs.QUERIES; which++) {
      Object view = client.view(which);
      if (view != client.judged[which] || client.judgedAt[which] != client.changes) {
        client.judged[which] = view;
        client.judgedAt[which] = client.changes;
        String wrong = view == null ? null : wrongView(client, which, view);
        if (wrong != null) {
          return wrong + ": " + Views.text(view);
        }
      }
    }
    String wrong = wrongDetails(client);
    return wrong == null && client.panel != null ? client.panel.wrong() : wrong;
  }

  private String wrongView(SimulatedClient client, int which, Object view) {
    Seq<Object> docs = SimulatedDocs.docs(which, view);
    Seq<String> ids = new Seq<>();
    for (int i = 0; i < docs.size(); i++) {
      String id = Json.string(docs.get(i), "id");
      trace.add(id);
      if (ids.has(id)) {
        return "shows " + id + " twice";
      }
      ids.add(id);
      String wrong = wrongDoc(client, which, id, docs.get(i));
      if (wrong != null) {
        return wrong;
      }
    }
    return which == SimulatedDocs.RECORD ? null : missing(client, which, ids, SimulatedDocs.isWhole(which, view));
  }

  private String missing(SimulatedClient client, int which, Seq<String> ids, boolean whole) {
    if (!ids.has(SimulatedDocs.FIRST) || !ids.has(SimulatedDocs.SECOND)) {
      return "does not show what was there from the start";
    }
    for (int i = 0; i < client.writes.size(); i++) {
      SimulatedWrite write = client.writes.get(i);
      if (write.kind != SimulatedWrite.ADD || !write.names[which] || write.plain || write.forgotten
          || ids.has(write.shownId())) {
        continue;
      }
      boolean taken = write.outcome == SimulatedWrite.CONFIRMED;
      boolean wanted = write.isPending()
          || taken && whole && !client.plainOn[which] && server.now().doc(write.id) != null;
      if (wanted && !isTakenOut(client, write.id)) {
        return "does not show the " + (taken ? "confirmed " : "pending ") + write.token;
      }
    }
    return null;
  }

  private static boolean isTakenOut(SimulatedClient client, String id) {
    Seq<SimulatedWrite> own = client.writesOf(id);
    for (int i = 0; i < own.size(); i++) {
      if (own.get(i).kind == SimulatedWrite.REMOVE && own.get(i).outcome <= SimulatedWrite.CONFIRMED) {
        return true;
      }
    }
    return false;
  }

  private String wrongDoc(SimulatedClient client, int which, String id, Object doc) {
    boolean temporary = id.charAt(0) == '~';
    SimulatedWrite added = byToken.get(temporary ? id.substring(1) : id);
    if (added != null) {
      boolean own = added.of == client && added.names[which];
      if (temporary) {
        return own && added.isPending() ? null : "shows " + id + " that is " + what(added);
      }
      if (added.taken < 0 && !(own && (added.plain || added.isPending()))) {
        return "shows " + id + " that is " + what(added);
      }
    }
    Seq<SimulatedWrite> own = client.writesOf(id);
    for (int i = 0; own != null && i < own.size(); i++) {
      SimulatedWrite write = own.get(i);
      if (write.kind == SimulatedWrite.REMOVE && isAfter(write, added) && write.names[which] && write.outcome <= SimulatedWrite.CONFIRMED
          && !((client.plainOn[which] || write.forgotten) && !write.isPending())) {
        return "shows " + id + " although the removal " + write.token + " is " + what(write);
      }
    }
    String wrong = wrongCount(client, which, id, Json.number(doc, "n"));
    for (int field = 0; wrong == null && field < SimulatedServer.FIELDS; field++) {
      wrong = wrongField(client, which, id, own, field, Json.string(doc, "f" + field));
    }
    return wrong;
  }

  /** False where the document was added once more after the write. */
  private static boolean isAfter(SimulatedWrite write, SimulatedWrite added) {
    return added == null || added.of != write.of || added.order < write.order;
  }

  private String wrongField(
      SimulatedClient client, int which, String id, Seq<SimulatedWrite> own, int field, String shown) {
    trace.add(shown);
    SimulatedWrite shows = byToken.get(shown);
    if (shows != null && shows.taken < 0
        && !(shows.of == client && shows.names[which] && (shows.plain || shows.isPending()))) {
      return "shows the " + what(shows) + " " + shown + " in f" + field + " of " + id;
    }
    if (own == null) {
      return null;
    }
    SimulatedWrite lastPending = null;
    SimulatedWrite lastConfirmed = null;
    boolean beaten = false;
    int mustHold = 0;
    for (int i = 0; i < own.size(); i++) {
      SimulatedWrite write = own.get(i);
      if (write.kind == SimulatedWrite.SET && write.field == field && isAfter(write, byToken.get(id))
          && write.names[which] && !write.plain && !write.forgotten) {
        if (write.isPending()) {
          lastPending = write;
        } else if (write.outcome == SimulatedWrite.CONFIRMED) {
          lastConfirmed = write;
          // Of two that are confirmed, the one that was written and confirmed later is the later.
          beaten |= shows != null && write.order > shows.order && write.toldAt > shows.toldAt;
          mustHold = Math.max(mustHold, write.taken);
        }
      }
    }
    boolean isOwn = shows != null && shows.of == client && !shows.plain;
    if (lastPending != null) {
      return isOwn && shows.order >= lastPending.order ? null
          : "shows '" + shown + "' in f" + field + " of " + id + " while " + lastPending.token + " is pending";
    }
    if (isOwn && shows.outcome == SimulatedWrite.CONFIRMED && !beaten || client.plainOn[which]) {
      return null;
    }
    // With nothing pending the field holds what the server held after everything that was confirmed.
    for (int version = mustHold; version <= server.now().version; version++) {
      SimulatedServer.Doc held = server.at(version).doc(id);
      if (held != null && held.field(field).equals(shown)) {
        return null;
      }
    }
    return mustHold == 0 ? null
        : "shows '" + shown + "' in f" + field + " of " + id + ", which is older than the confirmed " + lastConfirmed.token;
  }

  /** Each COUNT adds a power of two of its own: the sum says which of them it holds. */
  private String wrongCount(SimulatedClient client, int which, String id, double shown) {
    trace.add((int) shown);
    if (shown >= Math.pow(2, counts.size())) {
      return "counts " + shown + " in " + id + ", more than all there is";
    }
    for (int i = 0; i < counts.size(); i++) {
      SimulatedWrite write = counts.get(i);
      boolean holds = Math.floor(shown / write.by) % 2 == 1;
      boolean named = write.of == client && write.names[which] && write.id.equals(id);
      // What is pending may be done to a document that was added once more since, and is in the confirmed value by now.
      boolean own = named && isAfter(write, byToken.get(id));
      if (holds && write.taken < 0 && !(named && write.isPending())) {
        return "counts the " + what(write) + " " + write.token + " in " + id;
      }
      if (!holds && own && (write.isPending()
          || write.outcome == SimulatedWrite.CONFIRMED && !client.plainOn[which] && !write.forgotten)) {
        return "does not count the " + what(write) + " " + write.token + " in " + id;
      }
    }
    return null;
  }

  /** The queries of single new documents, which only an intent had made. */
  private static String wrongDetails(SimulatedClient client) {
    for (int i = 0; i < client.writes.size(); i++) {
      SimulatedWrite write = client.writes.get(i);
      if (write.detail && !write.detailJudged && !write.forgotten) {
        boolean shown = client.client.getQueryData(SimulatedDocs.detailKey(write.id)) != null;
        boolean wanted = write.outcome <= SimulatedWrite.CONFIRMED;
        if (shown != wanted) {
          return (shown ? "shows" : "does not show") + " the detail of the " + what(write) + " " + write.token;
        }
        write.detailJudged = !write.isPending();
      }
    }
    return null;
  }

  static String what(SimulatedWrite write) {
    switch (write.outcome) {
      case SimulatedWrite.PENDING:
        return "pending";
      case SimulatedWrite.CONFIRMED:
        return "confirmed";
      case SimulatedWrite.FAILED:
        return "failed";
      default:
        return "not confirmed";
    }
  }
}
