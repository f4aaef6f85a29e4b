package dev.sanguine.testkit;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.query.Callback;
import dev.sanguine.query.Intent;
import dev.sanguine.query.MutationContext;
import dev.sanguine.query.MutationOptions;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.QueryFilters;
import dev.sanguine.query.QueryKey;
import dev.sanguine.query.Resync;
import dev.sanguine.query.Updater;

/** A write as an app makes it: with an intent of functions, helpers or both, or by the documented TanStack pattern. */
final class SimulatedMutation {
  private static final int FUNCTION = 0;
  private static final int HELPER = 1;

  private final SimulatedClient client;
  private final SimulatedWrite write;
  /** Function, helper, or one for lists and the other for the record. */
  private int form;
  private boolean byFilters;

  private SimulatedMutation(SimulatedClient client, SimulatedWrite write) {
    this.client = client;
    this.write = write;
  }

  /** Writes with an intent; what it names and how is drawn. */
  static void start(SimulatedClient client, SimulatedWrite write, Draw draw) {
    SimulatedMutation mutation = new SimulatedMutation(client, write);
    mutation.name(draw);
    client.add(write);
    write.options = mutation.options(draw);
    mutation.execute();
  }

  /** By what its defaults are found after a reload. */
  static Object keyOf(SimulatedWrite write) {
    return QueryKey.of("write", write.token);
  }

  private void name(Draw draw) {
    form = draw.below(3);
    int target = draw.below(4);
    boolean lists = write.kind != SimulatedWrite.COUNT || target != 3;
    byFilters = lists && target == 1;
    write.names[SimulatedDocs.LIST] = lists;
    write.names[SimulatedDocs.ANSWER] = lists && (target == 1 || target == 2);
    write.names[SimulatedDocs.PAGES] = lists && (target == 1 || target == 2);
    write.names[SimulatedDocs.RECORD] = write.id.equals(SimulatedDocs.FIRST);
    boolean isAdd = write.kind == SimulatedWrite.ADD;
    write.temporary = isAdd && draw.oneIn(4);
    write.detail = isAdd && !write.temporary && draw.oneIn(4);
  }

  private MutationOptions options(Draw draw) {
    MutationOptions options = MutationOptions.create()
        .mutationKey(keyOf(write))
        .mutationFn((variables, context) -> client.send(context.client, new SimulatedClient.Request(write, 0, 0)))
        .optimistic((intent, variables) -> {
          writeDown(intent);
        })
        .networkMode(draw.oneIn(2) ? "always" : "online");
    if (write.temporary) {
      options.merge = args -> {
        Object answer = args[0];
        Object old = args[2];
        return SimulatedDocs.has(old, Json.string(answer, "id")) ? old : SimulatedDocs.added(old, answer);
      };
    }
    if (draw.oneIn(4)) {
      options.scope("s");
    }
    if (draw.oneIn(5)) {
      options.resync(false);
    }
    write.attempts = draw.oneIn(4) ? 1 : 0;
    write.retries = write.attempts;
    options.retry(write.attempts).retryDelay(3);
    callBacks(options, draw.below(8));
    if (options.resync == null && draw.oneIn(4)) {
      aim(options, draw);
    }
    return options;
  }

  /** Says which query is fetched afterwards, touched or not. */
  private void aim(MutationOptions options, Draw draw) {
    write.resyncs = draw.below(SimulatedDocs.QUERIES);
    Object key = client.key(write.resyncs);
    int how = draw.below(3);
    if (how == 0) {
      options.resync(key);
    } else if (how == 1) {
      options.resync(QueryFilters.of(key));
    } else {
      Resync resync = (data, variables) -> key;
      options.resync(resync);
    }
  }

  private void callBacks(MutationOptions options, int how) {
    if (how == 0) {
      Callback slow = args -> client.environment.deferreds.create(
          (resolve, reject) -> client.environment.timeouts.setTimeout(() -> resolve.on(null), 5));
      options.onSuccess(slow).onError(slow);
    } else if (how == 1) {
      options.onSuccess(args -> client.environment.errors.fail("a callback threw"));
    } else if (how == 2) {
      // Not awaited: back online, paused queries wait for paused mutations, which would wait for this one's scope.
      options.onSettled(args -> {
        ((MutationContext) args[4]).client.invalidateQueries(QueryFilters.of(client.key(SimulatedDocs.LIST)), null);
        return null;
      });
    }
  }

  private void execute() {
    write.mutation = client.client.getMutationCache().build(client.client, write.options, null);
    write.mutation.execute(write.token).then(data -> null, error -> null);
  }

  private void writeDown(Intent intent) {
    if (byFilters) {
      writeDown(intent, QueryFilters.of(client.key(SimulatedDocs.LIST)), form != FUNCTION, false);
    }
    for (int which = 0; which < SimulatedDocs.QUERIES; which++) {
      boolean isRecord = which == SimulatedDocs.RECORD;
      if (write.names[which] && (isRecord || !byFilters)) {
        writeDown(intent, client.key(which), form == HELPER || form > HELPER && isRecord, isRecord);
      }
    }
    if (write.detail) {
      intent.set(SimulatedDocs.detailKey(write.id), SimulatedDocs.fresh(write.id));
    }
  }

  private void writeDown(Intent intent, Object target, boolean helper, boolean isRecord) {
    switch (write.kind) {
      case SimulatedWrite.ADD:
        Object doc = SimulatedDocs.fresh(write.shownId());
        if (!helper) {
          intent.update(target, old -> SimulatedDocs.added(old, doc));
        } else if (write.temporary || write.number % 3 == 0) {
          intent.append(target, doc);
        } else if (write.number % 3 == 1) {
          intent.prepend(target, doc);
        } else {
          intent.upsert(target, doc);
        }
        break;
      case SimulatedWrite.SET:
        String field = "f" + write.field;
        if (helper) {
          intent.merge(target, Json.object("id", write.id, field, write.token));
        } else {
          intent.update(target, old -> SimulatedDocs.edited(old, write.id, item -> Json.with(item, field, write.token)));
        }
        break;
      case SimulatedWrite.REMOVE:
        if (helper) {
          intent.remove(target, write.id);
        } else {
          intent.update(target, old -> SimulatedDocs.edited(old, write.id, item -> null));
        }
        break;
      default:
        if (helper && isRecord) {
          intent.increment(target, "n", write.by);
        } else {
          intent.update(target, old -> SimulatedDocs.edited(
              old, write.id, item -> Json.with(item, "n", Json.number(item, "n") + write.by)));
        }
    }
  }

  /** The documented pattern: cancel, snapshot, set, restore on error, invalidate. */
  static void startPlain(SimulatedClient client, SimulatedWrite write, int which) {
    write.plain = true;
    write.names[which] = true;
    client.plainOn[which] = true;
    client.add(write);
    Object key = client.key(which);
    QueryClient engine = client.client;
    Object[] snapshot = {null};
    Updater set = old -> old == null ? client.environment.values.undefined()
        : write.kind == SimulatedWrite.ADD ? SimulatedDocs.added(old, SimulatedDocs.fresh(write.id))
        : SimulatedDocs.edited(old, write.id, item -> Json.with(item, "f" + write.field, write.token));
    engine.mutate(MutationOptions.create()
        .networkMode("always")
        .mutationFn((variables, context) -> client.send(engine, new SimulatedClient.Request(write, 0, 0)))
        .onMutate(args -> engine.cancelQueries(QueryFilters.of(key), null).then(nothing -> {
          snapshot[0] = engine.getQueryData(key);
          engine.setQueryData(key, set, null);
          return null;
        }, null))
        .onError(args -> {
          if (snapshot[0] != null) {
            engine.setQueryData(key, snapshot[0], null);
          }
          return null;
        })
        .onSettled(args -> {
          engine.invalidateQueries(QueryFilters.of(key), null);
          return null;
        }), null).then(data -> null, error -> null);
  }
}
