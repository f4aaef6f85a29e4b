package dev.sanguine.testkit;

import dev.sanguine.env.Listener;
import dev.sanguine.env.Task;
import dev.sanguine.query.state.CacheEvent;

/** What other tabs of a simulated client are posted, and what is stored of it: it must never see an unconfirmed change. */
final class SimulatedTab {
  private final SimulatedClient client;

  SimulatedTab(SimulatedClient client) {
    this.client = client;
  }

  /** As the broadcast package does: each success of a query is posted, with the state that the query has then. */
  Task listen() {
    return client.engine.getQueryCache().subscribe((Listener<CacheEvent>) event -> {
      if ("updated".equals(event.type) && "success".equals(event.action.type)) {
        see("posts", event.query.queryHash, event.query.getState().data);
      }
    });
  }

  void see(String does, String queryHash, Object data) {
    for (int i = 0; data != null && i < client.queries.count(); i++) {
      SimulatedQuery query = SimulatedQuery.ALL[i];
      if (client.queries.hash(query).equals(queryHash)) {
        see(does, query, data);
      }
    }
  }

  void see(String does, SimulatedQuery query, Object data) {
    String wrong = client.world.oracle.wrongBase(query, data);
    client.note(wrong == null ? null : does + " " + wrong);
  }
}
