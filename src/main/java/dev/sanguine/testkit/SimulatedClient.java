package dev.sanguine.testkit;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Task;
import dev.sanguine.json.Json;
import dev.sanguine.query.Callback;
import dev.sanguine.query.CancelOptions;
import dev.sanguine.query.Hydration;
import dev.sanguine.query.MutationOptions;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.QueryClientConfig;
import dev.sanguine.query.QueryFilters;
import dev.sanguine.query.QueryKey;
import dev.sanguine.query.QueryObserver;
import dev.sanguine.query.QueryOptions;
import dev.sanguine.query.SetDataOptions;
import dev.sanguine.query.Updater;

/** One client of a simulation: its queries, its writes, and the requests of it that are under way. */
final class SimulatedClient {
  static final int LIST = 0;
  static final int RECORD = 1;

  /** A request between this client and the server. */
  static final class Request {
    final ScriptedNetwork.Call call;
    /** Null where it is a read. */
    final SimulatedWrite write;
    /** What was read; null before the server has seen the request. */
    SimulatedServer.State read;
    boolean seen;

    Request(ScriptedNetwork.Call call, SimulatedWrite write) {
      this.call = call;
      this.write = write;
    }
  }

  final String name;
  final QueryClient client;
  final Seq<SimulatedWrite> writes = new Seq<>();
  private final VirtualEnvironment world;
  private final ScriptedNetwork network;
  private final Seq<Request> requests = new Seq<>();
  private final Task[] watching = new Task[2];
  private final Object[] keys = {QueryKey.of("list"), QueryKey.of("record", 1)};

  SimulatedClient(String name, VirtualEnvironment world) {
    this.name = name;
    this.world = world;
    network = new ScriptedNetwork(world.environment());
    client = new QueryClient(new QueryClientConfig().environment(world.environment()));
    client.mount();
  }

  Object key(int which) {
    return keys[which];
  }

  Object view(int which) {
    return client.getQueryData(keys[which]);
  }

  QueryOptions options(int which) {
    return QueryOptions.of(keys[which])
        .queryFn(context -> network.send(which == LIST ? "read list" : "read record", null))
        .retry(0)
        .gcTime(1000);
  }

  void watch(int which, boolean polling) {
    if (watching[which] == null) {
      QueryOptions options = options(which);
      if (polling) {
        options.refetchInterval(700);
      }
      watching[which] = new QueryObserver(client, options).subscribe(result -> { });
    }
  }

  void leave(int which) {
    if (watching[which] != null) {
      watching[which].run();
      watching[which] = null;
    }
  }

  void refetch(int which) {
    client.invalidateQueries(QueryFilters.of(keys[which]), null);
  }

  void fetch(int which) {
    client.fetchQuery(options(which)).then(data -> null, error -> null);
  }

  void cancelQueries(int which) {
    client.cancelQueries(QueryFilters.of(keys[which]), new CancelOptions());
  }

  void remove(int which) {
    if (watching[which] == null) {
      client.removeQueries(QueryFilters.of(keys[which]));
    }
  }

  /** A value that the server sends without being asked, or a page that carries one. */
  void hydrate(int which, SimulatedServer.State state) {
    QueryClient carrier = new QueryClient(new QueryClientConfig().environment(world.environment()));
    SetDataOptions at = new SetDataOptions();
    // Later than what was fetched in the same millisecond.
    at.updatedAt = world.now() + (state.version + 1) / 1000.0;
    carrier.setQueryData(keys[which], valueOf(which, state), at);
    Hydration.hydrate(client, Hydration.dehydrate(carrier, null), null);
    carrier.clear();
  }

  /** Gives up a write that is under way. */
  void cancel(SimulatedWrite write) {
    boolean sent = false;
    track();
    for (int i = 0; i < requests.size(); i++) {
      sent |= requests.get(i).write == write;
    }
    write.outcome = sent ? SimulatedWrite.UNKNOWN : SimulatedWrite.FAILED;
    write.mutation.cancel();
  }

  /** A write with an intent; {@code helper} says whether it is recorded as data or is an opaque function. */
  void write(int field, boolean helper, boolean byFilters, String scope, boolean slowly, int retries) {
    SimulatedWrite write = next(field, false);
    write.retries = retries;
    int which = field < 0 ? LIST : RECORD;
    Object target = byFilters ? QueryFilters.of(keys[which]) : keys[which];
    MutationOptions options = MutationOptions.create()
        .networkMode("always")
        .mutationFn((variables, context) -> network.send(write.token, null))
        .optimistic((intent, variables) -> {
          if (field >= 0 && helper) {
            intent.merge(target, Json.object("f" + field, write.token));
          } else if (field >= 0) {
            intent.update(target, old -> Json.with(old, "f" + field, write.token));
          } else if (helper) {
            intent.upsert(target, item(write.token));
          } else {
            intent.update(target, old -> appended(old, write.token));
          }
        });
    if (scope != null) {
      options.scope(scope);
    }
    if (slowly) {
      Callback slow = args -> world.environment().deferreds.create(
          (resolve, reject) -> world.environment().timeouts.setTimeout(() -> resolve.on(null), 5));
      options.onSuccess(slow).onError(slow);
    }
    options.retry(retries).retryDelay(3);
    write.mutation = client.getMutationCache().build(client, options, null);
    write.mutation.execute(null).then(data -> null, error -> null);
    track();
  }

  /** A write by the documented pattern: cancel, snapshot, set, restore on error, invalidate. */
  void writePlain(int field) {
    SimulatedWrite write = next(field, true);
    int which = field < 0 ? LIST : RECORD;
    Object[] snapshot = {null};
    client.mutate(MutationOptions.create()
        .networkMode("always")
        .mutationFn((variables, context) -> network.send(write.token, null))
        .onMutate(args -> client.cancelQueries(QueryFilters.of(keys[which]), null).then(nothing -> {
          snapshot[0] = view(which);
          Updater set = old -> old == null ? world.environment().values.undefined() : field < 0
              ? appended(old, write.token) : Json.with(old, "f" + field, write.token);
          client.setQueryData(keys[which], set, null);
          return null;
        }, null))
        .onError(args -> {
          if (snapshot[0] != null) {
            client.setQueryData(keys[which], snapshot[0], null);
          }
          return null;
        })
        .onSettled(args -> {
          client.invalidateQueries(QueryFilters.of(keys[which]), null);
          return null;
        }), null).then(data -> null, error -> null);
    track();
  }

  /** Requests that are under way, those that were just sent among them. */
  Seq<Request> underWay() {
    track();
    Seq<Request> open = new Seq<>();
    for (int i = 0; i < requests.size(); i++) {
      if (!requests.get(i).call.isOver()) {
        open.add(requests.get(i));
      }
    }
    return open;
  }

  static Object valueOf(int which, SimulatedServer.State state) {
    if (which == LIST) {
      Seq<Object> items = new Seq<>();
      for (int i = 0; i < state.list.size(); i++) {
        items.add(item(state.list.get(i)));
      }
      return Json.arrayOf(items);
    }
    Object record = Json.object("id", 1);
    for (int i = 0; i < state.fields.size(); i++) {
      record = Json.with(record, "f" + i, state.fields.get(i));
    }
    return record;
  }

  private SimulatedWrite next(int field, boolean plain) {
    SimulatedWrite write = new SimulatedWrite(name + (writes.size() + 1), field, writes.size(), plain);
    writes.add(write);
    return write;
  }

  private void track() {
    for (int i = requests.size(); i < network.calls().size(); i++) {
      ScriptedNetwork.Call call = network.calls().get(i);
      SimulatedWrite of = null;
      for (int k = 0; k < writes.size(); k++) {
        of = writes.get(k).token.equals(call.name) ? writes.get(k) : of;
      }
      requests.add(new Request(call, of));
    }
  }

  private static Object appended(Object list, String token) {
    Seq<Object> items = Json.items(list);
    items.add(item(token));
    return Json.arrayOf(items);
  }

  private static Object item(String token) {
    return Json.object("id", token);
  }
}
