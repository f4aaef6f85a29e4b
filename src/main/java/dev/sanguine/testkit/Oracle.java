package dev.sanguine.testkit;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;

/** Judges what a client shows by what the server held and what the client was told, and by nothing of the engine's. */
final class Oracle {
  private Oracle() {}

  /** Null where all is right. */
  static String wrong(SimulatedClient client, SimulatedServer server) {
    Object list = client.view(SimulatedClient.LIST);
    String wrong = list == null ? null : wrongList(client, Json.items(list));
    Object record = client.view(SimulatedClient.RECORD);
    for (int field = 0; wrong == null && record != null && field < server.now().fields.size(); field++) {
      wrong = wrongField(client, server, field, Json.string(record, "f" + field));
    }
    return wrong;
  }

  private static String wrongList(SimulatedClient client, Seq<Object> items) {
    String text = "";
    for (int i = 0; i < items.size(); i++) {
      text += " " + Json.string(items.get(i), "id");
    }
    for (int i = 0; i < items.size(); i++) {
      for (int k = 0; k < i; k++) {
        if (Json.string(items.get(i), "id").equals(Json.string(items.get(k), "id"))) {
          return "shows " + Json.string(items.get(i), "id") + " twice:" + text;
        }
      }
    }
    for (int i = 0; i < client.writes.size(); i++) {
      SimulatedWrite write = client.writes.get(i);
      if (write.field >= 0 || write.plain) {
        continue;
      }
      boolean shown = false;
      for (int k = 0; k < items.size(); k++) {
        shown |= write.token.equals(Json.string(items.get(k), "id"));
      }
      if (shown && write.outcome == SimulatedWrite.FAILED) {
        return "shows the failed " + write.token + ":" + text;
      }
      if (!shown && write.outcome == SimulatedWrite.PENDING) {
        return "does not show the pending " + write.token + ":" + text;
      }
      if (!shown && write.outcome == SimulatedWrite.CONFIRMED) {
        return "does not show the confirmed " + write.token + ":" + text;
      }
    }
    return null;
  }

  private static String wrongField(SimulatedClient client, SimulatedServer server, int field, String shown) {
    SimulatedWrite of = null;
    SimulatedWrite lastPending = null;
    int mustHold = 0;
    boolean plainOnes = false;
    for (int i = 0; i < client.writes.size(); i++) {
      SimulatedWrite write = client.writes.get(i);
      if (write.field != field) {
        continue;
      }
      plainOnes |= write.plain;
      of = write.token.equals(shown) ? write : of;
      if (write.outcome == SimulatedWrite.PENDING && !write.plain) {
        lastPending = write;
      }
      if (write.outcome == SimulatedWrite.CONFIRMED && !write.plain) {
        mustHold = Math.max(mustHold, write.taken);
      }
    }
    if (of != null && of.plain || plainOnes) {
      return null;
    }
    if (of != null && of.outcome == SimulatedWrite.FAILED) {
      return "shows the failed " + shown + " in f" + field;
    }
    if (lastPending != null) {
      boolean later = of != null && of.order >= lastPending.order;
      return later ? null : "shows '" + shown + "' in f" + field + " while " + lastPending.token + " is pending";
    }
    if (of != null && of.outcome == SimulatedWrite.PENDING) {
      return null;
    }
    // With nothing pending the field holds what the server held after everything that was confirmed.
    for (int version = mustHold; version <= server.now().version; version++) {
      if (server.at(version).fields.get(field).equals(shown)) {
        return null;
      }
    }
    return of != null && of.outcome == SimulatedWrite.CONFIRMED ? null
        : "shows '" + shown + "' in f" + field + ", which is older than what was confirmed";
  }
}
