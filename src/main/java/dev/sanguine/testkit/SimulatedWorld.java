package dev.sanguine.testkit;

import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.query.IntentResult;
import dev.sanguine.query.QueryClient;

/** The clients and the server of a simulation, and what one step of a schedule does to them. */
final class SimulatedWorld {
  private static final String[] NAMES = {"a", "b", "c"};

  final VirtualEnvironment time = new VirtualEnvironment(7);
  final SimulatedServer server = new SimulatedServer();
  final Seq<SimulatedClient> clients = new Seq<>();
  final Trace trace;
  final Oracle oracle;
  /** What was wrong and where; null while all is right. */
  String verdict;
  private final Listener<QueryClient> onClient;
  private int steps;
  private int outsiders;

  SimulatedWorld(Trace trace, Listener<QueryClient> onClient) {
    this.trace = trace;
    this.onClient = onClient;
    oracle = new Oracle(server, trace);
    SimulatedClient first = join();
    join();
    // One client has its data when it begins, the others may write before theirs is there.
    while (first.open.size() > 0) {
      see(first, first.open.get(0), false);
      answer(first, first.open.get(0));
    }
    time.advance(1);
  }

  private SimulatedClient join() {
    SimulatedClient client = new SimulatedClient(NAMES[clients.size()], time, onClient);
    clients.add(client);
    client.watch(SimulatedDocs.LIST, 0, 0);
    client.watch(SimulatedDocs.RECORD, 0, 0);
    return client;
  }

  /** Does what the numbers say, lets a millisecond pass and judges every view. */
  void step(int kind, int who, int what, int how) {
    int turn = who % 5;
    SimulatedClient client = turn < 4 ? clients.get(turn / 2) : clients.size() < 3 ? join() : clients.get(2);
    act(client, kind % 100, what, new Draw((what * 1000 + how) * 200 + who / 5));
    time.advance(1);
    steps++;
    judge();
  }

  void judge() {
    for (int i = 0; i < clients.size() && verdict == null; i++) {
      String wrong = oracle.wrong(clients.get(i));
      if (wrong != null) {
        verdict = "after step " + steps + " " + clients.get(i).name + " " + wrong;
        trace.explain(verdict);
      }
    }
  }

  private void act(SimulatedClient client, int kind, int what, Draw draw) {
    if (kind < 23) {
      mutate(client, draw);
    } else if (kind < 26) {
      lookAtPending(client, what, draw);
    } else if (kind < 29) {
      mutatePlainly(client, draw);
    } else if (kind < 44) {
      send(client, what, false);
    } else if (kind < 47) {
      send(client, what, true);
    } else if (kind < 49) {
      conflict(client);
    } else if (kind < 69) {
      settle(client, what);
    } else if (kind < 72) {
      lose(client, what);
    } else if (kind < 90) {
      read(client, kind, draw);
    } else if (kind < 92) {
      cancel(client, what);
    } else if (kind < 94) {
      trace.say(client.name, "time passes", null, -1);
      time.advance(draw.oneIn(2) ? 10 : 2000);
    } else if (kind < 95) {
      reload(client, draw);
    } else if (kind < 98) {
      boolean online = !client.environment.online.isOnline();
      trace.say(client.name, online ? "comes online" : "goes offline", null, -1);
      client.environment.online.setOnline(online);
    } else {
      boolean focused = !client.environment.focus.isFocused();
      trace.say(client.name, focused ? "has focus" : "has no focus", null, -1);
      client.environment.focus.setFocused(focused);
    }
  }

  private void read(SimulatedClient client, int kind, Draw draw) {
    int which = draw.below(SimulatedDocs.QUERIES);
    if (kind < 75) {
      trace.say(client.name, "refetches", null, which);
      client.refetch(which);
    } else if (kind < 77) {
      trace.say(client.name, "fetches", null, which);
      client.fetch(which);
    } else if (kind < 79) {
      trace.say(client.name, "wants more", null, -1);
      client.more();
    } else if (kind < 81) {
      trace.say(client.name, "is pushed", null, which);
      client.push(which, server.now());
    } else if (kind < 83) {
      boolean delivered = client.coming() > 0 && (client.coming() == 3 || draw.oneIn(2));
      boolean rendered = !delivered && draw.oneIn(2);
      trace.say(client.name, delivered ? "is hydrated" : rendered ? "is rendered" : "is sent a push", null,
          server.now().version);
      if (delivered) {
        client.hydrate(draw.below(client.coming()));
      } else if (rendered) {
        client.render(server.now());
      } else {
        client.sendPush(which, server.now());
      }
    } else if (kind < 86) {
      int polling = draw.oneIn(3) ? 700 : draw.oneIn(3) ? 3 : 0;
      trace.say(client.name, "watches", null, which * 1000 + polling);
      client.watch(which, polling, draw.oneIn(3) ? 5000 : 0);
    } else if (kind < 88) {
      trace.say(client.name, "leaves", null, which);
      client.leave(which);
    } else if (kind < 89) {
      trace.say(client.name, "cancels queries", null, which);
      client.cancelQueries(which);
    } else {
      trace.say(client.name, "collects", null, which);
      client.remove(which);
    }
  }

  private void mutate(SimulatedClient client, Draw draw) {
    SimulatedWrite write = write(client, draw.below(8), draw);
    trace.say(client.name, "mutates " + write.kind, write.token + " " + write.id, write.field);
    SimulatedMutation.start(client, write, draw);
  }

  private void mutatePlainly(SimulatedClient client, Draw draw) {
    SimulatedWrite write = write(client, draw.oneIn(2) ? 0 : 3, draw);
    boolean record = write.id.equals(SimulatedDocs.FIRST) && draw.oneIn(2);
    trace.say(client.name, "mutates plainly " + write.kind, write.token + " " + write.id, write.field);
    SimulatedMutation.startPlain(client, write, record ? SimulatedDocs.RECORD : SimulatedDocs.LIST);
  }

  private SimulatedWrite write(SimulatedClient client, int kind, Draw draw) {
    String token = client.name + (client.writes.size() + 1);
    Seq<Object> shown = SimulatedDocs.docs(SimulatedDocs.LIST, client.view(SimulatedDocs.LIST));
    int which = draw.below(4);
    Object doc = which < 2 || shown.size() < 3 ? null : shown.get(shown.size() - 1 - which % (shown.size() - 2));
    String id = doc == null ? SimulatedDocs.FIRST : Json.string(doc, "id");
    boolean removable = doc != null && !id.equals(SimulatedDocs.FIRST) && !id.equals(SimulatedDocs.SECOND)
        && id.charAt(0) != '~';
    int does = kind < 3 ? SimulatedWrite.ADD : kind < 6 ? SimulatedWrite.SET
        : kind < 7 ? SimulatedWrite.COUNT : removable ? SimulatedWrite.REMOVE : SimulatedWrite.SET;
    SimulatedWrite write = new SimulatedWrite(does, token, client, client.writes.size());
    write.id = does == SimulatedWrite.ADD ? token : id.charAt(0) == '~' ? id.substring(1) : id;
    write.field = draw.below(SimulatedServer.FIELDS);
    if (does != SimulatedWrite.ADD && doc != null && draw.oneIn(4)) {
      write.ifVersion = (int) Json.number(doc, "version");
    }
    oracle.knows(write);
    return write;
  }

  /** The person looks at what is pending and what failed, and sends one of it again or forgets it. */
  private void lookAtPending(SimulatedClient client, int which, Draw draw) {
    if (client.panel == null) {
      trace.say(client.name, "looks at what is pending", null, -1);
      client.panel = new SimulatedPanel(client);
    }
    IntentResult result = client.panel.over(which);
    if (result == null) {
      return;
    }
    SimulatedWrite write = client.writes.first(one -> one.token.equals(result.variables));
    // What may be there already, and would be there twice, is not sent again before that is known.
    boolean mayBeTwice = write.kind == SimulatedWrite.ADD || write.kind == SimulatedWrite.COUNT;
    boolean again = !draw.oneIn(4) && (write.outcome == SimulatedWrite.FAILED || !mayBeTwice);
    trace.say(client.name, again ? "sends again" : "discards", write.token, write.outcome);
    if (again) {
      client.again(write);
      result.retry.get();
    } else {
      result.discard.run();
    }
  }

  /** The person loads the page anew, after a change that could not be sent perhaps. */
  private void reload(SimulatedClient client, Draw draw) {
    if (draw.oneIn(2)) {
      trace.say(client.name, "goes offline", null, -1);
      client.environment.online.setOnline(false);
      mutate(client, draw);
      time.advance(1);
    }
    trace.say(client.name, "reloads", null, -1);
    boolean knowsWrites = !draw.oneIn(8);
    client.reload(knowsWrites).each(write ->
        trace.say(client.name, knowsWrites ? "restores" : "drops", write.token, -1));
    client.client.resumePausedMutations();
  }

  /** The server sees a request: takes a write or refuses it, or reads. */
  private void send(SimulatedClient client, int which, boolean refuse) {
    int count = 0;
    for (int i = 0; i < client.open.size(); i++) {
      count += client.open.get(i).seenIn == null ? 1 : 0;
    }
    int at = count == 0 ? 0 : which % count;
    for (int i = 0; count > 0; i++) {
      SimulatedClient.Request request = client.open.get(i);
      if (request.seenIn == null && at-- == 0) {
        see(client, request, refuse);
        return;
      }
    }
  }

  void see(SimulatedClient client, SimulatedClient.Request request, boolean refuse) {
    if (request.write != null) {
      request.refused = refuse && request.write.taken < 0 || !server.take(request.write);
      trace.say("server", request.refused ? "refuses" : "takes", request.write.token, server.now().version);
    } else {
      trace.say("server", "reads for", client.name, request.which);
    }
    request.seenIn = server.now();
  }

  /** Somebody else writes to the document of a conditional write, which the server then refuses. */
  private void conflict(SimulatedClient client) {
    for (int i = 0; i < client.open.size(); i++) {
      SimulatedClient.Request request = client.open.get(i);
      SimulatedWrite write = request.write;
      if (request.seenIn == null && write != null && write.taken < 0 && write.kind != SimulatedWrite.ADD) {
        SimulatedWrite other = new SimulatedWrite(SimulatedWrite.SET, "x" + ++outsiders, null, 0);
        other.id = write.id;
        other.field = outsiders % SimulatedServer.FIELDS;
        oracle.knows(other);
        boolean moved = server.take(other);
        trace.say("server", moved ? "moves on with" : "lacks the document of", other.token, -1);
        see(client, request, true);
        return;
      }
    }
  }

  private void settle(SimulatedClient client, int which) {
    int count = 0;
    for (int i = 0; i < client.open.size(); i++) {
      count += client.open.get(i).seenIn == null ? 0 : 1;
    }
    int at = count == 0 ? 0 : which % count;
    for (int i = 0; count > 0; i++) {
      if (client.open.get(i).seenIn != null && at-- == 0) {
        answer(client, client.open.get(i));
        return;
      }
    }
  }

  /** The answer to a request that the server has seen arrives. */
  void answer(SimulatedClient client, SimulatedClient.Request request) {
    client.open.remove(request);
    SimulatedWrite write = request.write;
    if (write == null) {
      trace.say(client.name, "has its answer of version", null, request.seenIn.version);
      request.call.answer(SimulatedDocs.value(request.which, request.seenIn, request.after));
    } else if (request.refused) {
      boolean again = request.concerns() && write.retries-- > 0;
      trace.say(client.name, again ? "fails once with" : "fails with", write.token, -1);
      if (!again && request.concerns()) {
        client.tell(write, write.lost ? SimulatedWrite.UNKNOWN : SimulatedWrite.FAILED);
      }
      request.call.fail("refused");
    } else {
      trace.say(client.name, "succeeds with", write.token, -1);
      if (request.concerns()) {
        client.tell(write, SimulatedWrite.CONFIRMED);
      }
      SimulatedServer.Doc doc = server.at(write.taken).doc(write.id);
      request.call.answer(doc != null && (write.temporary || write.number % 2 == 0) ? doc.document() : "ok");
    }
  }

  /** The answer, or the request itself, is lost on its way. */
  private void lose(SimulatedClient client, int which) {
    if (client.open.size() == 0) {
      return;
    }
    SimulatedClient.Request request = client.open.removeAt(which % client.open.size());
    SimulatedWrite write = request.write;
    if (write == null) {
      trace.say(client.name, "loses the answer of", null, request.which);
      request.call.fail("lost");
      return;
    }
    boolean again = request.concerns() && write.retries-- > 0;
    trace.say(client.name, again ? "loses once" : "loses", write.token, write.taken);
    if (request.concerns()) {
      write.lost = true;
    }
    if (!again && request.concerns()) {
      client.tell(write, SimulatedWrite.UNKNOWN);
    }
    request.call.fail(Outcome.unknown());
  }

  /** The person takes a write back that is under way. */
  private void cancel(SimulatedClient client, int which) {
    SimulatedWrite write = client.pendingFrom(which);
    if (write != null && write.mutation != null) {
      client.cancel(write);
      trace.say(client.name, "gives up", write.token, write.outcome);
    }
  }
}
