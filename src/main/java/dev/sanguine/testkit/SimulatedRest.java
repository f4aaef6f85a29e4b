package dev.sanguine.testkit;

import dev.sanguine.json.Json;
import dev.sanguine.query.Query;
import dev.sanguine.query.QueryClient;

/** Brings a simulation to rest: everything is answered and fetched anew, all clients equal the server, nothing is left. */
final class SimulatedRest {
  private static final int ROUNDS = 400;
  private static final int QUIET = 3;

  private final SimulatedWorld world;

  SimulatedRest(SimulatedWorld world) {
    this.world = world;
  }

  void bringToRest() {
    world.trace.say("all", "come to rest", null, -1);
    for (int i = 0; i < world.clients.size(); i++) {
      SimulatedClient client = world.clients.get(i);
      client.environment.online.setOnline(true);
      client.environment.focus.setFocused(true);
      client.queries.stopPolling();
    }
    world.time.advance(1);
    settle();
    for (int i = 0; i < world.clients.size() && world.verdict == null; i++) {
      lookForResyncs(world.clients.get(i));
    }
    for (int i = 0; i < world.clients.size() && world.verdict == null; i++) {
      SimulatedClient client = world.clients.get(i);
      client.queries.watch(SimulatedQuery.LIST, 0, 0);
      client.queries.watch(SimulatedQuery.RECORD, 0, 0);
      // The list's key is the beginning of the keys of the other lists.
      client.queries.refetch(SimulatedQuery.LIST);
      for (int q = SimulatedQuery.RECORD.ordinal(); q < client.queries.count(); q++) {
        client.queries.refetch(SimulatedQuery.ALL[q]);
      }
    }
    settle();
    for (int i = 0; i < world.clients.size() && world.verdict == null; i++) {
      compare(world.clients.get(i));
    }
    for (int i = 0; i < world.clients.size() && world.verdict == null; i++) {
      leave(world.clients.get(i));
    }
    if (world.verdict == null) {
      lookForRemains();
    }
    if (world.verdict != null) {
      world.trace.explain(world.verdict);
    }
  }

  /** Answers everything, oldest first, until nothing is under way and no write is pending. */
  private void settle() {
    int quiet = 0;
    for (int round = 0; round < ROUNDS && world.verdict == null && quiet < QUIET; round++) {
      boolean busy = false;
      for (int i = 0; i < world.clients.size(); i++) {
        SimulatedClient client = world.clients.get(i);
        while (client.late.size() > 0) {
          world.traffic.arriveLate(client, new Draw(0, 0));
        }
        if (client.mail.promised() > 0) {
          busy = true;
          client.mail.keep(0);
        } else if (client.open.size() > 0) {
          busy = true;
          if (client.open.get(0).seenIn == null) {
            world.traffic.see(client, client.open.get(0), false);
          }
          world.traffic.answer(client, client.open.get(0));
        }
      }
      world.time.advance(busy ? 1 : 10);
      world.judge();
      quiet = busy ? 0 : quiet + 1;
    }
    for (int i = 0; i < world.clients.size() && world.verdict == null; i++) {
      SimulatedWrites writes = world.clients.get(i).writes;
      SimulatedWrite stuck = writes.size() == 0 ? null : writes.pendingFrom(0);
      if (stuck != null) {
        world.verdict = "at rest " + stuck.token + " is still pending";
      }
      stuck = world.verdict == null ? SimulatedPacing.unanswered(world.clients.get(i)) : null;
      if (stuck != null) {
        world.verdict = "at rest the caller of " + stuck.token + " has no answer";
      }
    }
    if (world.verdict == null && quiet < QUIET) {
      world.verdict = "requests do not come to an end";
    }
  }

  /** What a write names was asked for after it, if it was watched all the time. */
  private void lookForResyncs(SimulatedClient client) {
    for (int i = 0; i < client.writes.size(); i++) {
      SimulatedWrite write = client.writes.get(i);
      boolean mayBeThere = write.outcome == SimulatedWrite.Told.CONFIRMED
          || write.outcome == SimulatedWrite.Told.UNKNOWN && write.execution == 0;
      for (int q = 0;
          mayBeThere && !write.forgotten && !write.plain && q < client.queries.count();
          q++) {
        SimulatedQuery query = SimulatedQuery.ALL[q];
        if (write.isResynced(query)
            && client.queries.isWatching(query)
            && client.queries.watchedAt[q] < write.toldAt
            && client.queries.askedAt[q] < write.toldAt) {
          world.verdict =
              "at rest " + client.name + " has not fetched " + query + " after " + write.token;
        }
      }
    }
  }

  private void compare(SimulatedClient client) {
    for (int i = 0; i < client.queries.count() && world.verdict == null; i++) {
      SimulatedQuery query = SimulatedQuery.ALL[i];
      Object view = client.queries.view(query);
      if (client.queries.isWatching(query)) {
        Object truth = world.answers.whole(query, world.server.now(), view);
        if (client.environment.values.replaceEqualDeep(truth, view) != truth
            && !truth.equals(view)) {
          world.verdict = "at rest " + client.name + " shows " + Views.text(view)
              + " but the server holds " + Views.text(truth);
        }
      }
    }
  }

  private static void leave(SimulatedClient client) {
    client.queries.leaveAll();
    client.discardAll();
    client.stopPosting.run();
    client.stopReceiving.run();
  }

  private void lookForRemains() {
    world.time.advance(10 * 60 * 1000);
    for (int i = 0; i < world.clients.size() && world.verdict == null; i++) {
      SimulatedClient client = world.clients.get(i);
      String wrong = remains(client);
      if (wrong != null) {
        world.verdict = "at rest " + client.name + " has " + wrong;
      }
    }
    if (world.verdict == null && world.time.timersLeft() > 0) {
      world.verdict = "at rest " + world.time.timersLeft() + " timers are left";
    }
    if (world.verdict == null && world.time.unhandled().size() > 0) {
      world.verdict = "a rejection was not handled: " + world.time.unhandled().get(0);
    }
  }

  private String remains(SimulatedClient client) {
    QueryClient engine = client.engine;
    if (engine.getQueryCache().getAll().size() > 0) {
      Query query = engine.getQueryCache().getAll().get(0);
      return "a query that is not collected, as if it had intents: " + query.queryHash;
    }
    if (engine.getMutationCache().getAll().size() > 0) {
      return "a mutation that is not collected";
    }
    for (int i = 0; client.writes.size() > 0 && i < client.queries.count(); i++) {
      SimulatedQuery query = SimulatedQuery.ALL[i];
      Object value = Json.object("id", "", "which", i);
      engine.setQueryData(query.key, value, null);
      if (client.queries.view(query) != value) {
        return "an intent left for " + Views.text(client.queries.view(query));
      }
    }
    engine.clear();
    engine.unmount();
    return client.environment.online.hasListeners()
            || client.environment.focus.hasListeners()
            || engine.getQueryCache().hasListeners()
            || engine.getMutationCache().hasListeners()
        ? "listeners left"
        : null;
  }
}
