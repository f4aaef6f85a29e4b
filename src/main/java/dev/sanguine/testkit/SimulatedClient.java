package dev.sanguine.testkit;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Thenable;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.QueryClientConfig;

/** One client of a simulation: a page in a browser, its engine, its clock, and its requests that are under way. */
final class SimulatedClient {
  final String name;
  final SimulatedWorld world;
  final Environment environment;
  /** Another one after each reload. */
  QueryClient engine;
  /** Goes up with each reload and each logout: what was asked for before is not for the present user. */
  int session;
  final SimulatedWrites writes = new SimulatedWrites();
  final SimulatedQueries queries;
  final SimulatedReaders readers;
  final SimulatedMail mail;
  /** Requests that have no answer yet, in the order of sending. */
  final Seq<SimulatedRequest> open = new Seq<>();
  /** Writes that the client has given up waiting for, and that the server has not seen yet. */
  final Seq<SimulatedRequest> late = new Seq<>();
  /** Null until somebody looks at what is pending. */
  SimulatedPanel panel;
  /** What it did that it must not do; null if there is nothing. */
  String wrong;
  /** By how much its clock is before the server's. */
  double clock;
  private final ScriptedNetwork network;
  private final Listener<QueryClient> onClient;

  SimulatedClient(SimulatedWorld world, int number, Listener<QueryClient> onClient) {
    this.world = world;
    this.onClient = onClient;
    name = SimulatedWorld.nameOf(number);
    clock = world.setting.clock(number);
    Environment shared = world.time.environment();
    // Networks, windows and clocks differ: one client may be offline while another is not.
    environment = Environment.builder().clock(() -> shared.clock.now() + clock).randomness(shared.randomness)
        .values(shared.values).errors(shared.errors).deferreds(shared.deferreds).timeouts(shared.timeouts).build();
    network = new ScriptedNetwork(environment);
    readers = new SimulatedReaders(this);
    queries = new SimulatedQueries(this);
    mail = new SimulatedMail(this);
    load();
  }

  /** A new page, with an engine of its own. */
  void load() {
    engine = new QueryClient(new QueryClientConfig().environment(environment));
    engine.mount();
    onClient.on(engine);
  }

  /** Sends it; a page that is closed sends nothing more. */
  Thenable<Object> send(QueryClient from, SimulatedRequest request) {
    if (from != engine) {
      return environment.deferreds.create((resolve, reject) -> { });
    }
    if (request.isRead()) {
      queries.asked(request.query);
    } else {
      note(SimulatedSends.wrong(this, request));
      request.write.sent = true;
      request.write.key = request.key;
    }
    request.session = session;
    Thenable<Object> answer = network.send(request.isRead() ? "read" : request.write.token, null);
    request.call = network.calls().get(network.calls().size() - 1);
    open.add(request);
    return answer;
  }

  /** Remembers the first thing that was wrong. */
  void note(String what) {
    if (wrong == null) {
      wrong = what;
    }
  }

  boolean isAwake() {
    return environment.online.isOnline() && environment.focus.isFocused();
  }

  /** Whether a read of that query is under way. */
  boolean isReading(SimulatedQuery query) {
    for (int i = 0; i < open.size(); i++) {
      if (open.get(i).query == query && open.get(i).session == session) {
        return true;
      }
    }
    return false;
  }
}
