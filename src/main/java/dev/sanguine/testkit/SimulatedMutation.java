package dev.sanguine.testkit;

import dev.sanguine.env.Thenable;
import dev.sanguine.json.Json;
import dev.sanguine.query.QueryKey;
import dev.sanguine.query.callbacks.Resync;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryFilters;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.state.MutationContext;

/** A write as an app makes it with an intent. */
final class SimulatedMutation {
  private final SimulatedClient client;
  private final SimulatedWrite write;
  /** What its function reads before it sends; null if it reads nothing. */
  private SimulatedQuery reads;

  private SimulatedMutation(SimulatedClient client, SimulatedWrite write) {
    this.client = client;
    this.write = write;
  }

  /** Draws the options of a write with an intent: what it names, and how. */
  static void prepare(SimulatedClient client, SimulatedWrite write, Draw draw) {
    boolean isAdd = write.kind == SimulatedWrite.Kind.ADD;
    if (isAdd && draw.is(Trait.NAMES_LATER)) {
      write.name = SimulatedWrite.Name.DECLARED;
    } else if (isAdd && draw.oneIn(4)) {
      write.name = SimulatedWrite.Name.MERGED;
    }
    SimulatedIntent intent = new SimulatedIntent(client, write, draw);
    boolean coalesces =
        client.world.setting.paces && draw.is(Trait.COALESCES) && !write.hasTemporaryId();
    write.detail = isAdd && !write.hasTemporaryId() && draw.oneIn(4) && !coalesces;
    if (write.hasTemporaryId()) {
      write.given = SimulatedDocs.temporary(write.id);
    }
    write.options = coalesces
        ? SimulatedPacing.options(client, write, intent, draw)
        : new SimulatedMutation(client, write).options(intent, draw);
    if (!coalesces && client.world.setting.paces && draw.is(Trait.HELD)) {
      SimulatedPacing.hold(write, write.options, draw);
    }
  }

  static void start(SimulatedClient client, SimulatedWrite write) {
    client.writes.add(write);
    write.mutation = client.engine.getMutationCache().build(client.engine, write.options, null);
    Object variables = Json.object("token", write.token, "id", write.given);
    SimulatedPacing.begins(client, write);
    write
        .mutation
        .execute(variables)
        .done(data -> write.answered = true, error -> write.answered = true);
  }

  /** By what its defaults are found after a reload. */
  static Object keyOf(SimulatedWrite write) {
    return QueryKey.of("write", write.coalesces ? SimulatedPacing.SCOPE : write.token);
  }

  private MutationOptions options(SimulatedIntent intent, Draw draw) {
    MutationOptions options = MutationOptions.create()
        .mutationKey(keyOf(write))
        .mutationFn(this::send)
        .optimistic(intent::writeDown)
        .networkMode(draw.oneIn(2) ? "always" : "online");
    if (write.name == SimulatedWrite.Name.MERGED) {
      options.merge = (answer, variables, old) -> SimulatedDocs.has(old, SimulatedDocs.idOf(answer))
          ? old
          : SimulatedDocs.added(old, answer);
    }
    if (draw.oneIn(4)) {
      write.scope = "s";
      options.scope(write.scope);
    }
    if (draw.oneIn(5)) {
      options.resync(false);
      write.isResynced = false;
    }
    write.attempts = draw.oneIn(4) ? 1 : 0;
    write.retries = write.attempts;
    options.retry(write.attempts).retryDelay(3);
    new SimulatedCallbacks(client, write).put(options, draw);
    if (options.resync == null && draw.oneIn(4)) {
      aim(options, draw);
    }
    // Back online, paused queries wait for paused mutations, which would wait for this one.
    boolean holdsNobodyUp = write.scope == null && write.name != SimulatedWrite.Name.DECLARED;
    if (draw.is(Trait.READS_FIRST) && holdsNobodyUp) {
      reads = SimulatedQuery.ALL[draw.below(client.queries.count())];
      write.reads = true;
    }
    return options;
  }

  /** Says which query is fetched afterwards, touched or not. */
  private void aim(MutationOptions options, Draw draw) {
    write.resyncs = SimulatedQuery.ALL[draw.below(client.queries.count())];
    Object key = write.resyncs.key;
    switch (draw.below(3)) {
      case 0:
        options.resync(key);
        break;
      case 1:
        options.resync(QueryFilters.of(key));
        break;
      default:
        Resync resync = (data, variables) -> key;
        options.resync(resync);
    }
  }

  private Object send(Object variables, MutationContext context) {
    write.begun = true;
    write.isBegunOffline = !client.environment.online.isOnline();
    if (reads == null || client.queries.isPaused(reads)) {
      return request(variables, context);
    }
    QueryOptions options = client.queries.options(reads).networkMode("always");
    Thenable<Object> read = write.number % 2 == 0
        ? client.queries.fetch(reads, options)
        : client.queries.ensure(reads, options);
    // What nobody wants any more is not sent.
    return read.then(nothing -> context.signal.aborted
        ? client.environment.errors.fail("given up")
        : request(variables, context));
  }

  private Object request(Object variables, MutationContext context) {
    return client.send(
        context.client,
        SimulatedRequest.write(
            write, SimulatedDocs.text(Json.get(variables, "id")), context.idempotencyKey));
  }
}
