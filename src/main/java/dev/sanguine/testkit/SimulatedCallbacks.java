package dev.sanguine.testkit;

import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Thenable;
import dev.sanguine.json.Json;
import dev.sanguine.law.Updater;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.callbacks.MutationFunction;
import dev.sanguine.query.options.MutationCacheConfig;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryFilters;

/** What the callbacks of a simulated write do. */
final class SimulatedCallbacks {
  private static final double SLOW = 5;

  private final SimulatedClient client;
  private final SimulatedWrite write;

  SimulatedCallbacks(SimulatedClient client, SimulatedWrite write) {
    this.client = client;
    this.write = write;
  }

  void put(MutationOptions options, Draw draw) {
    switch (draw.below(8)) {
      case 1:
        options
            .onSuccess((data, variables, onMutateResult, context) -> waitAWhile())
            .onError((error, variables, onMutateResult, context) -> waitAWhile());
        break;
      case 2:
        options.onSuccess((data, variables, onMutateResult, context) ->
            client.environment.errors.fail("a callback threw"));
        break;
      case 3:
        options.onSettled((data, error, variables, onMutateResult, context) ->
            refetch(context.client, SimulatedQuery.LIST));
        break;
      default:
        break;
    }
    if (draw.is(Trait.SNAPSHOTS)) {
      putSnapshots(options, firstNamed());
    }
    if (draw.is(Trait.WRITES_BACK)) {
      putWriter(options, draw);
    }
    if (draw.is(Trait.READS_BACK) && write.scope == null) {
      SimulatedQuery query = SimulatedQuery.ALL[draw.below(client.queries.count())];
      QueryClient engine = client.engine;
      write.reads = true;
      options.onSettled((data, error, variables, onMutateResult, context) ->
          write.gone || client.engine != engine || client.queries.isPaused(query)
              ? null
              : client.queries.fetch(query, client.queries.options(query).networkMode("always")));
    }
  }

  private Object waitAWhile() {
    return client.environment.deferreds.create(
        (resolve, reject) -> client.environment.timeouts.setTimeout(() -> resolve.on(null), SLOW));
  }

  /** Somebody writes what the answer says: the mutation's callback, the cache's, or the function itself. */
  private void putWriter(MutationOptions options, Draw draw) {
    QueryClient engine = client.engine;
    Listener<Object> writer = answer -> {
      if (!write.gone && client.engine == engine) {
        writeBack(answer);
      }
    };
    switch (draw.below(3)) {
      case 0:
        options.onSuccess((data, variables, onMutateResult, context) -> {
          writer.on(data);
          return null;
        });
        break;
      case 1:
        write.onSuccess = writer;
        break;
      default:
        MutationFunction send = options.mutationFn;
        options.mutationFn(
            (variables, context) -> ((Thenable<?>) send.send(variables, context)).then(answer -> {
              // Whose answer is written nobody knows here.
              for (int i = 0; i < client.queries.count(); i++) {
                client.doubts.written(SimulatedQuery.ALL[i], true);
              }
              writer.on(answer);
              return answer;
            }));
    }
  }

  /** The callbacks of the cache, which are called for every mutation. */
  static MutationCacheConfig ofCache(SimulatedClient client) {
    MutationCacheConfig config = new MutationCacheConfig();
    config.onSuccess = (data, variables, onMutateResult, mutation, context) -> {
      SimulatedWrite write =
          variables == null ? null : client.writes.of(Json.string(variables, "token"));
      if (write != null && write.onSuccess != null) {
        write.onSuccess.on(data);
      }
      return null;
    };
    return config;
  }

  private SimulatedQuery firstNamed() {
    for (SimulatedQuery query : SimulatedQuery.ALL) {
      if (write.names(query)) {
        return query;
      }
    }
    return SimulatedQuery.LIST;
  }

  /** Not awaited: back online, paused queries wait for paused mutations, which would wait for this one's scope. */
  private Object refetch(QueryClient engine, SimulatedQuery query) {
    client.queries.pages.disturb();
    engine.invalidateQueries(QueryFilters.of(query.key), null);
    return null;
  }

  /** The documented pattern beside the intent: what was shown is put back if the write fails. */
  private void putSnapshots(MutationOptions options, SimulatedQuery query) {
    QueryClient engine = client.engine;
    options.onMutate((variables, context) -> {
      engine.cancelQueries(QueryFilters.of(query.key), null);
      return engine.getQueryData(query.key);
    });
    options.onError((error, variables, onMutateResult, context) -> {
      // A callback of a write that was confirmed may have thrown.
      if (onMutateResult != null && write.isOver() && !write.gone && client.engine == engine) {
        engine.setQueryData(query.key, onMutateResult, null);
      }
      return null;
    });
    options.onSettled((data, error, variables, onMutateResult, context) -> refetch(engine, query));
  }

  /** Writes what the answer says, or what the write was, if that is no older than what the client was told besides. */
  private void writeBack(Object answer) {
    Object doc = Json.isObject(answer) ? answer : null;
    boolean isAlone = isAlone();
    for (int i = 0; i < client.queries.count(); i++) {
      SimulatedQuery query = SimulatedQuery.ALL[i];
      Updater updater = write.names(query) && isAlone ? updater(query, doc) : null;
      if (updater != null) {
        client.queries.pages.disturb();
        client.engine.setQueryData(query.key, updater, null);
      }
    }
  }

  /** False if another change of the document is under way, or was confirmed that the answer may lack. */
  private boolean isAlone() {
    Seq<SimulatedWrite> same = client.writes.ofDocument(write.id);
    for (int i = 0; i < same.size(); i++) {
      SimulatedWrite other = same.get(i);
      boolean isNewer = other.outcome == SimulatedWrite.Told.CONFIRMED && other.taken > write.taken;
      if (other != write && (other.isPending() || isNewer)) {
        return false;
      }
    }
    return true;
  }

  /** Null if the answer does not say enough. */
  private Updater updater(SimulatedQuery query, Object doc) {
    Object nothing = client.environment.values.undefined();
    switch (query) {
      case TOTAL:
        return doc == null ? null : old -> old == null ? nothing : Json.get(doc, "n");
      case TITLE:
        return old -> old == null ? nothing : write.token;
      case OWNER:
        return doc == null
            ? null
            : old -> old == null ? nothing : Json.with(old, "total", Json.get(doc, "n"));
      default:
        return ofDocuments(doc);
    }
  }

  private Updater ofDocuments(Object doc) {
    Object nothing = client.environment.values.undefined();
    switch (write.kind) {
      case ADD:
        Object made = doc == null ? SimulatedDocs.fresh(SimulatedDocs.id(write.id, false)) : doc;
        return old -> old == null
            ? nothing
            : SimulatedDocs.has(old, write.id)
                ? SimulatedDocs.edited(old, write.id, item -> made)
                : SimulatedDocs.added(old, made);
      case SET:
        return old -> old == null
            ? nothing
            : SimulatedDocs.edited(
                old,
                write.id,
                item -> doc == null ? Json.with(item, "f" + write.field, write.token) : doc);
      case REMOVE:
        return old -> old == null ? nothing : SimulatedDocs.edited(old, write.id, item -> null);
      default:
        return doc == null
            ? null
            : old -> old == null ? nothing : SimulatedDocs.edited(old, write.id, item -> doc);
    }
  }
}
