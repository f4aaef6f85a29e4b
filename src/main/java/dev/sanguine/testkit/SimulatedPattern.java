package dev.sanguine.testkit;

import dev.sanguine.env.Thenable;
import dev.sanguine.json.Json;
import dev.sanguine.law.Updater;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryFilters;

/** A write as an app makes it by the documented pattern: cancel, snapshot, set, put back on error, invalidate. */
final class SimulatedPattern {
  /** How the snapshot is put back. */
  private static final int BY_FUNCTION = 1;

  private static final int LATER = 2;
  private static final int WHEN_SETTLED = 3;
  private static final int SPELLINGS = 5;

  private final SimulatedClient client;
  private final SimulatedWrite write;
  private final SimulatedQuery query;
  private final QueryClient engine;
  private final boolean writesValue;
  private final boolean cancels;
  private final int putsBack;
  private Object snapshot;
  /** Its function was given something. What is only shown by the change of another write is no confirmed value yet. */
  private boolean isGiven;

  private SimulatedPattern(
      SimulatedClient client, SimulatedWrite write, SimulatedQuery query, Draw draw) {
    this.client = client;
    this.write = write;
    this.query = query;
    engine = client.engine;
    // Of a number that is written as a value nobody knows whether it was counted.
    writesValue = draw.oneIn(3) && write.kind != SimulatedWrite.Kind.COUNT;
    cancels = !draw.oneIn(4);
    putsBack = draw.below(SPELLINGS);
  }

  static void start(SimulatedClient client, SimulatedWrite write, SimulatedQuery query, Draw draw) {
    write.pattern = true;
    write.plain = !client.world.setting.isPatternIntent;
    client.queries.plainOn[query.ordinal()] |= write.plain;
    client.writes.add(write);
    new SimulatedPattern(client, write, query, draw).run();
  }

  private void run() {
    Object variables = Json.object("token", write.token, "id", write.given);
    engine
        .mutate(
            MutationOptions.create()
                .networkMode("always")
                .mutationFn((given, context) -> send())
                .onMutate((given, context) -> cancels
                    ? engine
                        .cancelQueries(QueryFilters.of(query.key), null)
                        .then(nothing -> prepare(), null)
                    : prepare())
                .onError((error, given, onMutateResult, context) ->
                    putsBack == WHEN_SETTLED ? null : putsBack == LATER ? later() : putBack())
                .onSettled((data, error, given, onMutateResult, context) -> {
                  if (putsBack == WHEN_SETTLED && error != null) {
                    putBack();
                  }
                  client.queries.pages.disturb();
                  engine.invalidateQueries(QueryFilters.of(query.key), null);
                  return null;
                }),
            variables)
        .then(data -> null, error -> null);
  }

  private Object send() {
    write.begun = true;
    return client.send(engine, SimulatedRequest.write(write, write.id, null));
  }

  private Object prepare() {
    snapshot = engine.getQueryData(query.key);
    Object value = snapshot == null ? null : written(snapshot);
    boolean writes = snapshot != null && client.engine == engine && !write.forgotten;
    if (writes
        && !(writesValue
            && client.environment.values.replaceEqualDeep(snapshot, value) == snapshot)) {
      Updater updater = old -> {
        isGiven |= old != null;
        return written(old);
      };
      engine.setQueryData(query.key, writesValue ? value : updater, null);
      if (writesValue || isGiven) {
        recordWritten();
      }
    }
    return null;
  }

  private void recordWritten() {
    int at = query.ordinal();
    write.names[at] = true;
    write.wrote = true;
    write.stands[at] = true;
    write.isRepeatable[at] = write.kind == SimulatedWrite.Kind.SET;
    client.writes.changed();
  }

  private Object written(Object old) {
    if (old == null) {
      return client.environment.values.undefined();
    }
    return query == SimulatedQuery.TITLE
        ? write.token
        : query == SimulatedQuery.TOTAL
            ? (Object) ((Double) old + write.by)
            : write.kind == SimulatedWrite.Kind.ADD
                ? SimulatedDocs.added(old, SimulatedDocs.fresh(write.given))
                : SimulatedDocs.edited(
                    old, write.id, item -> Json.with(item, "f" + write.field, write.token));
  }

  private Thenable<Object> later() {
    return engine.cancelQueries(QueryFilters.of(query.key), null).then(nothing -> putBack(), null);
  }

  private Object putBack() {
    if (snapshot != null && !write.gone) {
      Updater updater = old -> snapshot;
      engine.setQueryData(query.key, putsBack == BY_FUNCTION ? updater : snapshot, null);
    }
    return null;
  }
}
