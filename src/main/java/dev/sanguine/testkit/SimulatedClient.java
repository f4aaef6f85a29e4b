package dev.sanguine.testkit;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Task;
import dev.sanguine.env.Thenable;
import dev.sanguine.query.MutationCache;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.options.QueryClientConfig;
import dev.sanguine.query.pacing.Pacer;
import dev.sanguine.query.records.RecordsFeature;

/** One client of a simulation: a page in a browser, its engine, its clock, and its requests that are under way. */
final class SimulatedClient {
  final int number;
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
  final SimulatedStorage storage = new SimulatedStorage(this);
  final SimulatedDoubts doubts = new SimulatedDoubts(this);
  /** Requests that have no answer yet, in the order of sending. */
  final Seq<SimulatedRequest> open = new Seq<>();
  /** Writes that the client has given up waiting for, and that the server has not seen yet. */
  final Seq<SimulatedRequest> late = new Seq<>();
  /** Null while nobody looks at what is pending. */
  SimulatedPanel panel;
  /** Somebody has looked at what is pending in this engine: what fails is kept for him until he discards it. */
  private boolean looked;
  /** What it did that it must not do; null if there is nothing. */
  String wrong;
  /** Its window: hidden, left, looked at again. */
  final ScriptedPage page = new ScriptedPage();
  /** It has just been left: no answer may ever come, and what waits for one is sent all the same. */
  boolean isLeft;
  /** By how much its clock is before the server's. */
  double clock;
  /** Other tabs are posted nothing any more. */
  Task stopPosting = () -> {};
  /** What waits for a network is not looked for any more. */
  Task stopReceiving;

  private final ScriptedNetwork network;
  private final Listener<QueryClient> onClient;

  SimulatedClient(SimulatedWorld world, int number, Listener<QueryClient> onClient) {
    this.world = world;
    this.number = number;
    this.onClient = onClient;
    name = SimulatedWorld.nameOf(number);
    clock = world.setting.clock(number);
    Environment shared = world.time.environment();
    // Networks, windows and clocks differ: one client may be offline while another is not.
    environment = Environment.builder()
        .clock(() -> shared.clock.now() + clock)
        .randomness(shared.randomness)
        .values(shared.values)
        .errors(shared.errors)
        .deferreds(shared.deferreds)
        .timeouts(shared.timeouts)
        .build();
    network = new ScriptedNetwork(environment);
    readers = new SimulatedReaders(this);
    queries = new SimulatedQueries(this);
    mail = new SimulatedMail(this);
    load();
  }

  /** A new page, with an engine of its own. */
  void load() {
    QueryClientConfig config = new QueryClientConfig().environment(environment);
    config.onMutateWrites(world.setting.isPatternIntent ? "intents" : "rollback");
    if (world.setting.paces) {
      config.features(RecordsFeature::records, Pacer.pacingOn(page));
    } else {
      config.features(RecordsFeature::records);
    }
    config.mutationCache = new MutationCache(SimulatedCallbacks.ofCache(this));
    engine = new QueryClient(config);
    queries.setDefaults(engine);
    engine.mount();
    stopReceiving = mail.listen(engine);
    onClient.on(engine);
    looked = false;
    if (world.setting.posts) {
      stopPosting = new SimulatedTab(this).listen();
    }
  }

  /** Somebody looks at what is pending. */
  void look() {
    if (panel == null) {
      panel = new SimulatedPanel(this);
      looked = true;
    }
  }

  /** Nobody looks any more. */
  void stopLooking() {
    if (panel != null) {
      panel.close();
      panel = null;
    }
  }

  /** Whoever has looked discards what has failed. */
  void discardAll() {
    if (looked) {
      look();
      panel.empty();
    }
    stopLooking();
  }

  /** Sends it; a page that is closed sends nothing more. */
  Thenable<Object> send(QueryClient from, SimulatedRequest request) {
    if (from != engine) {
      return environment.deferreds.create((resolve, reject) -> {});
    }
    request.session = session;
    request.askedAt = writes.changes();
    request.isOffline =
        !environment.online.isOnline() || !request.isRead() && request.write.isBegunOffline;
    if (request.isRead()) {
      queries.asked(request);
    } else {
      request.isOutOfTurn = isLeft;
      note(SimulatedSends.wrong(this, request));
      request.scope = request.write.scope;
      request.carried.each(write -> {
        write.sent = true;
        write.key = request.key;
        write.sentWith = request.content();
      });
    }
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
