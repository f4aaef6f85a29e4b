package dev.sanguine.log;

import static org.junit.Assert.assertEquals;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Values;
import dev.sanguine.json.Json;
import dev.sanguine.query.Query;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.pending.EngineProbe;

/** Writes down what a client really shows after each event, and compares it with the replay. */
final class Witness {
  final EventLog log;
  private final QueryClient client;
  private final Seq<LogEvent> events = new Seq<>();
  private final Seq<String> shown = new Seq<>();

  Witness(QueryClient client) {
    this.client = client;
    EventLogOptions options = new EventLogOptions();
    options.limit = 1e6;
    log = new EventLog(client, options);
    log.subscribe(event -> {
      events.add(event);
      shown.add(event.query == null ? null : really(event.query));
    });
  }

  private String really(String hash) {
    Query query = client.getQueryCache().get(hash);
    if (query == null) {
      return "absent over absent";
    }
    return text(query.getState().data) + " over " + text(EngineProbe.base(query));
  }

  private String text(Object value) {
    Values values = client.environment.values;
    return values.isUndefined(value) ? "absent" : Json.stringify(value);
  }

  /** The replay of what is exported shows the same after every event; returns how many views are exact. */
  int compare(String where, ReplayOptions options) {
    // Nothing of it may be trimmed.
    assertEquals(where, events.size(), log.events().size());
    Replay replay = new Replay(log.export(), options);
    int exact = 0;
    for (int i = 0; i < events.size(); i++) {
      replay.at(i + 1);
      String hash = events.get(i).query;
      if (hash != null && !events.get(i).type.equals("removed")) {
        ReplayQuery query = replay.query(hash);
        String at = where + ", event " + i + " " + Json.stringify(EventJson.of(events.get(i)));
        assertEquals(at, shown.get(i), replayed(query));
        exact += query.exact ? 1 : 0;
      }
    }
    return exact;
  }

  int views() {
    return events
        .filter(event -> event.query != null && !event.type.equals("removed"))
        .size();
  }

  static String replayed(ReplayQuery query) {
    if (query == null) {
      return "absent over absent";
    }
    return (Plain.isAbsent(query.view) ? "absent" : Json.stringify(query.view)) + " over "
        + (Plain.isAbsent(query.base) ? "absent" : Json.stringify(query.base));
  }
}
