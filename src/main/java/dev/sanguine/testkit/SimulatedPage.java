package dev.sanguine.testkit;

import dev.sanguine.env.Seq;
import dev.sanguine.query.Hydration;
import dev.sanguine.query.Mutation;
import dev.sanguine.query.options.DehydrateOptions;
import dev.sanguine.query.options.MutationFilters;
import dev.sanguine.query.state.DehydratedState;

/** The page of a simulated client is loaded anew, or its user logs out and another one logs in. */
final class SimulatedPage {
  private final SimulatedClient client;
  private final Draw draw;
  /** What was written down of the page before. */
  private final Seq<SimulatedWrite> stored = new Seq<>();
  /** How to send these the new page knows. */
  private final Seq<SimulatedWrite> known = new Seq<>();

  private boolean cannotGoOn;

  private SimulatedPage(SimulatedClient client, Draw draw) {
    this.client = client;
    this.draw = draw;
  }

  /**
   * The page is loaded anew. What was written down goes on, or fails if the new page does not know how to send it; what
   * is under way beside that is out of its hands; what it was told it does not vouch for any more.
   */
  static void reload(SimulatedClient client, Draw draw) {
    new SimulatedPage(client, draw).reload();
  }

  private void reload() {
    DehydrateOptions options = new DehydrateOptions();
    options.shouldDehydrateMutation = this::isStored;
    DehydratedState written = Hydration.dehydrate(client.engine, options);
    written.queries.each(
        query -> new SimulatedTab(client).see("writes down", query.queryHash, query.state.data));
    boolean[] watched = client.queries.watched();
    close();
    client.stopPosting.run();
    client.stopReceiving.run();
    client.engine.clear();
    client.engine.unmount();
    client.load();
    settleWhatIsLost();
    known.each(write -> client.engine.setMutationDefaults(
        SimulatedMutation.keyOf(write), SimulatedPacing.afterReload(write)));
    int reports = client.world.time.reports().size();
    Hydration.hydrate(client.engine, written, null);
    known.each(this::restore);
    client.queries.watchAll(watched);
    client.engine.resumePausedMutations();
    client.world.time.runMicrotasks();
    if (cannotGoOn
        && client.environment.online.isOnline()
        && client.world.time.reports().size() == reports) {
      client.note("does not report what can't go on");
    }
  }

  private boolean isStored(Mutation mutation) {
    SimulatedWrite write = null;
    for (int i = 0; i < client.writes.size(); i++) {
      write = client.writes.get(i).mutation == mutation ? client.writes.get(i) : write;
    }
    if (write == null || write.gone || SimulatedPacing.isNotStored(client, write)) {
      return false;
    }
    boolean stores = write.isPending()
        ? mutation.state.isPaused || draw.is(Trait.STORES_IN_FLIGHT)
        : write.listed && draw.is(Trait.STORES_FAILED);
    if (!stores || draw.is(Trait.STORAGE_LOSES) && draw.oneIn(4)) {
      return false;
    }
    stored.add(write);
    return true;
  }

  private void close() {
    client.queries.leaveAll();
    client.stopLooking();
    client.readers.leave();
    client.session++;
  }

  private void settleWhatIsLost() {
    boolean knowsNone = draw.oneIn(8);
    stored.each(write -> {
      // Those that may be sent as one have one key, and one default.
      if (!knowsNone && (write.coalesces || !(draw.is(Trait.FORGETS_DEFAULTS) && draw.oneIn(3)))) {
        known.add(write);
      }
    });
    for (int i = 0; i < client.writes.size(); i++) {
      SimulatedWrite write = client.writes.get(i);
      write.execution++;
      write.listed &= known.has(write);
      if (write.isPending() && !known.has(write)) {
        cannotGoOn |= stored.has(write) && write.maker == null && write.options.scope == null;
        client.writes.giveUp(write);
      }
      write.forgotten |= !write.isPending();
      write.mutation = null;
    }
    stored.each(write -> client.world.trace.say(
        client.name, known.has(write) ? "restores" : "drops", write.token, -1));
  }

  private void restore(SimulatedWrite write) {
    MutationFilters itself = new MutationFilters();
    itself.mutationKey = SimulatedMutation.keyOf(write);
    itself.predicate = mutation -> SimulatedPacing.isOf(write, mutation.state.variables);
    write.mutation = client.engine.getMutationCache().find(itself);
    if (write.isPending()) {
      // Its function was called at least, and what that has done nobody knows.
      boolean wasSent = write.sent || write.begun;
      int order = write.order;
      client.writes.again(write);
      write.order = order;
      // The page before may have sent it: a refusal does not say that the server has not taken
      // that.
      write.lost = wasSent;
    }
    SimulatedPacing.restored(write);
  }

  /** The user leaves and another one comes: nothing of the first is sent or shown any more. */
  static void logOut(SimulatedClient client, Draw draw) {
    new SimulatedPage(client, draw).logOut();
  }

  private void logOut() {
    boolean[] watched = client.queries.watched();
    boolean clearsFirst = draw.oneIn(2);
    if (clearsFirst) {
      client.engine.clear();
    }
    close();
    if (!clearsFirst) {
      client.engine.clear();
    }
    client.mail.close();
    client.storage.clear();
    client.doubts.forget();
    for (int i = 0; i < client.writes.size(); i++) {
      client.writes.forget(client.writes.get(i));
    }
    for (SimulatedQuery query : SimulatedQuery.ALL) {
      client.queries.came[query.ordinal()] = false;
      client.queries.plainOn[query.ordinal()] = false;
    }
    if (!draw.oneIn(3)) {
      client.queries.watchAll(watched);
    }
  }
}
