package dev.sanguine.log;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.QueryKey;
import dev.sanguine.query.QueryObserver;
import dev.sanguine.query.callbacks.Optimistic;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryClientConfig;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.testkit.ScriptedNetwork;
import dev.sanguine.testkit.VirtualEnvironment;

/** A client with a log, in a world of its own. */
public abstract class LogCase {
  final VirtualEnvironment world = new VirtualEnvironment();
  final Environment env = world.environment();
  final ScriptedNetwork network = new ScriptedNetwork(env);
  QueryClient client = new QueryClient(new QueryClientConfig().environment(env));

  /** A document; single quotes stand for double ones. */
  static Object json(String text) {
    return Json.parse(text.replace('\'', '"'));
  }

  static String text(Object document) {
    return Plain.isAbsent(document) ? "absent" : Json.stringify(document).replace('"', '\'');
  }

  static Object key(Object... parts) {
    return QueryKey.of(parts);
  }

  static String hash(String name) {
    return "[\"" + name + "\"]";
  }

  void cache(String name, String document) {
    client.setQueryData(key(name), json(document), null);
  }

  String view(String name) {
    return text(client.getQueryData(key(name)));
  }

  QueryOptions query(String name) {
    return QueryOptions.of(key(name))
        .queryFn(context -> network.send("get " + name, null))
        .retry(0);
  }

  void watch(String name) {
    new QueryObserver(client, query(name)).subscribe(result -> {});
    world.runMicrotasks();
  }

  MutationOptions change(String name, Optimistic optimistic) {
    return MutationOptions.create()
        .networkMode("always")
        .mutationFn((variables, context) -> network.send(name, variables))
        .optimistic(optimistic);
  }

  void mutate(MutationOptions options, Object variables) {
    client.mutate(options, variables).then(data -> null, error -> null);
    world.runMicrotasks();
  }

  void mutate(MutationOptions options) {
    mutate(options, env.values.undefined());
  }

  void answer(String request, String document) {
    network.pending(request).answer(json(document));
    world.runMicrotasks();
  }

  void fail(String request) {
    network.pending(request).fail(request + " failed");
    world.runMicrotasks();
  }

  /** The types of the log's events, with what each is of. */
  static String types(EventLog log) {
    StringBuilder types = new StringBuilder();
    Seq<LogEvent> events = log.events();
    for (int i = 0; i < events.size(); i++) {
      types.append(i == 0 ? "" : " ").append(events.get(i).type);
    }
    return types.toString();
  }
}
