package dev.sanguine.testkit;

import dev.sanguine.json.Json;
import dev.sanguine.query.Query;
import dev.sanguine.query.QueryClient;

/** Brings a simulation to rest: everything is answered and fetched anew, all clients equal the server, nothing is left. */
final class SimulatedRest {
  private static final int ROUNDS = 400;

  private final SimulatedWorld world;

  SimulatedRest(SimulatedWorld world) {
    this.world = world;
  }

  void come() {
    world.trace.say("all", "come to rest", null, -1);
    for (int i = 0; i < world.clients.size(); i++) {
      SimulatedClient client = world.clients.get(i);
      client.environment.online.setOnline(true);
      client.environment.focus.setFocused(true);
      client.stopPolling();
    }
    settle();
    for (int i = 0; i < world.clients.size() && world.verdict == null; i++) {
      lookForResyncs(world.clients.get(i));
    }
    for (int i = 0; i < world.clients.size() && world.verdict == null; i++) {
      SimulatedClient client = world.clients.get(i);
      client.watch(SimulatedDocs.LIST, 0, 0);
      client.watch(SimulatedDocs.RECORD, 0, 0);
      // The list's key is where the keys of the other lists begin.
      client.refetch(SimulatedDocs.LIST);
      client.refetch(SimulatedDocs.RECORD);
    }
    settle();
    for (int i = 0; i < world.clients.size() && world.verdict == null; i++) {
      compare(world.clients.get(i));
    }
    for (int i = 0; i < world.clients.size() && world.verdict == null; i++) {
      for (int which = 0; which < SimulatedDocs.QUERIES; which++) {
        world.clients.get(i).leave(which);
      }
      if (world.clients.get(i).panel != null) {
        world.clients.get(i).panel.empty();
        world.clients.get(i).panel.close();
      }
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
    for (int round = 0; round < ROUNDS && world.verdict == null && quiet < 3; round++) {
      boolean busy = false;
      for (int i = 0; i < world.clients.size(); i++) {
        SimulatedClient client = world.clients.get(i);
        if (client.open.size() > 0) {
          busy = true;
          if (client.open.get(0).seenIn == null) {
            world.see(client, client.open.get(0), false);
          }
          world.answer(client, client.open.get(0));
        }
      }
      world.time.advance(busy ? 1 : 10);
      world.judge();
      quiet = busy ? 0 : quiet + 1;
    }
    for (int i = 0; i < world.clients.size() && world.verdict == null; i++) {
      SimulatedWrite stuck = world.clients.get(i).writes.size() == 0 ? null : world.clients.get(i).pendingFrom(0);
      if (stuck != null) {
        world.verdict = "at rest " + stuck.token + " is still pending";
      }
    }
    if (world.verdict == null && quiet < 3) {
      world.verdict = "requests do not come to an end";
    }
  }

  /** The query that a confirmed write names, where it was watched all the time, was asked for after it. */
  private void lookForResyncs(SimulatedClient client) {
    for (int i = 0; i < client.writes.size(); i++) {
      SimulatedWrite write = client.writes.get(i);
      int which = write.resyncs;
      if (which >= 0 && write.outcome == SimulatedWrite.CONFIRMED && !write.forgotten && client.isWatching(which)
          && client.watchedAt[which] < write.toldAt && client.askedAt[which] < write.toldAt) {
        world.verdict = "at rest " + client.name + " has not fetched " + which + " after " + write.token;
      }
    }
  }

  private void compare(SimulatedClient client) {
    for (int which = 0; which < SimulatedDocs.QUERIES && world.verdict == null; which++) {
      Object view = client.view(which);
      if (view == null && !client.isWatching(which)) {
        continue;
      }
      Object truth = SimulatedDocs.whole(which, world.server.now(), view);
      boolean fetched = client.isWatching(which);
      if (fetched && client.environment.values.replaceEqualDeep(truth, view) != truth) {
        world.verdict = "at rest " + client.name + " shows " + Views.text(view) + " but the server holds "
            + Views.text(truth);
      }
    }
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
    QueryClient engine = client.client;
    if (engine.getQueryCache().getAll().size() > 0) {
      Query query = engine.getQueryCache().getAll().get(0);
      return "a query that is not collected, as if it had intents: " + query.queryHash;
    }
    if (engine.getMutationCache().getAll().size() > 0) {
      return "a mutation that is not collected";
    }
    for (int which = 0; client.writes.size() > 0 && which < SimulatedDocs.QUERIES; which++) {
      Object value = Json.object("id", "", "which", which);
      engine.setQueryData(client.key(which), value, null);
      if (client.view(which) != value) {
        return "an intent left for " + Views.text(client.view(which));
      }
    }
    engine.clear();
    engine.unmount();
    return client.environment.online.hasListeners() || client.environment.focus.hasListeners()
        || engine.getQueryCache().hasListeners() || engine.getMutationCache().hasListeners()
        ? "listeners left" : null;
  }
}
