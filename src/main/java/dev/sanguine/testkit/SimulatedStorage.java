package dev.sanguine.testkit;

import dev.sanguine.env.Task;
import dev.sanguine.env.Thenable;
import dev.sanguine.query.Query;
import dev.sanguine.query.callbacks.Persister;
import dev.sanguine.query.callbacks.QueryFunction;
import dev.sanguine.query.state.QueryFunctionContext;

/** What a simulated client stores of its queries: a first load is answered from it, and every answer is put into it. */
final class SimulatedStorage {
  private final SimulatedClient client;
  private final Object[] stored = new Object[SimulatedQuery.ALL.length];
  /** When a query was answered from it last, in changes; what was told before may be missing. */
  private final int[] answeredAt = new int[SimulatedQuery.ALL.length];

  SimulatedStorage(SimulatedClient client) {
    this.client = client;
  }

  Persister of(SimulatedQuery query) {
    return (queryFn, context, engineQuery) -> fetch(query, queryFn, context, engineQuery);
  }

  private Object fetch(
      SimulatedQuery query,
      QueryFunction queryFn,
      QueryFunctionContext context,
      Query engineQuery) {
    int session = client.session;
    if (stored[query.ordinal()] != null && client.queries.view(query) == null) {
      client.writes.landed(query);
      answeredAt[query.ordinal()] = client.writes.changes();
      client.queries.came[query.ordinal()] = true;
      client.world.trace.say(client.name, "has from storage", query.name(), -1);
      later(session, () -> {
        if (engineQuery.isStale()) {
          engineQuery.fetch(null, null).then(data -> null, error -> null);
        }
      });
      return stored[query.ordinal()];
    }
    Thenable<Object> answer = client.environment.deferreds.resolve(queryFn.fetch(context));
    return answer.then(data -> {
      later(session, () -> store(query, engineQuery));
      return data;
    });
  }

  private void later(int session, Task task) {
    client.environment.notify.schedule(() -> {
      if (session == client.session) {
        task.run();
      }
    });
  }

  /** As persisters do: the query's state is stored a moment after it was fetched. */
  private void store(SimulatedQuery query, Query engineQuery) {
    Object data = engineQuery.getState().data;
    if (data != null) {
      stored[query.ordinal()] = data;
      new SimulatedTab(client).see("stores", query, data);
    }
  }

  /** False if the query was answered from here since. */
  boolean isOlderThan(SimulatedQuery query, int toldAt) {
    return answeredAt[query.ordinal()] < toldAt;
  }

  void clear() {
    for (int i = 0; i < stored.length; i++) {
      stored[i] = null;
    }
  }
}
