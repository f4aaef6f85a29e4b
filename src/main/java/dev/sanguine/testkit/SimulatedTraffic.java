package dev.sanguine.testkit;

import dev.sanguine.env.Seq;

/** What becomes of requests between the clients of a simulation and the server. */
final class SimulatedTraffic {
  /** How many reads one after the other are too many for what a client has asked for. */
  private static final int ENDLESS = 60;
  /** How many writes a replica may lag. */
  private static final int MOST_LAG = 4;

  private final SimulatedWorld world;
  private int outsiders;

  SimulatedTraffic(SimulatedWorld world) {
    this.world = world;
  }

  /** The server sees a request: takes a write or refuses it, or reads. */
  void send(SimulatedClient client, Draw draw, boolean refuse) {
    Seq<SimulatedRequest> unseen = client.open.filter(request -> request.seenIn == null);
    if (unseen.size() > 0) {
      SimulatedRequest request = unseen.get(draw.below(1000) % unseen.size());
      see(client, request, refuse);
      if (request.isRead() && draw.is(Trait.LAGS) && client.queries.goByVersions(request.query)) {
        lag(client, request, 1 + draw.below(MOST_LAG));
      }
    }
  }

  /** A replica answers, from a state that is so many writes older. */
  private void lag(SimulatedClient client, SimulatedRequest request, int writes) {
    request.seenIn = world.server.at(Math.max(0, world.server.now().version - writes));
    request.lags = true;
    world.trace.say("server", "lags for", client.name, request.seenIn.version);
  }

  void see(SimulatedClient client, SimulatedRequest request, boolean refuse) {
    SimulatedServer server = world.server;
    if (request.isRead()) {
      world.trace.say("server", "reads for", client.name, request.query.ordinal());
    } else {
      request.refused = refuse && request.write.taken < 0 || !server.takeAll(request.carried);
      world.trace.say(
          "server",
          request.refused ? "refuses" : "takes",
          request.write.token,
          server.now().version);
    }
    request.seenIn = server.now();
  }

  /** Somebody else writes to the document of a conditional write, which the server then refuses. */
  void conflict(SimulatedClient client) {
    for (int i = 0; i < client.open.size(); i++) {
      SimulatedRequest request = client.open.get(i);
      SimulatedWrite write = request.write;
      if (request.seenIn == null
          && write != null
          && write.taken < 0
          && write.kind != SimulatedWrite.Kind.ADD) {
        SimulatedWrite other =
            new SimulatedWrite(SimulatedWrite.Kind.SET, "x" + ++outsiders, null, 0);
        other.id = write.id;
        other.field = outsiders % SimulatedServer.FIELDS;
        world.oracle.knows(other);
        boolean moved = world.server.take(other);
        world.trace.say(
            "server", moved ? "moves on with" : "lacks the document of", other.token, -1);
        see(client, request, true);
        return;
      }
    }
  }

  void settle(SimulatedClient client, Draw draw) {
    Seq<SimulatedRequest> seen = client.open.filter(request -> request.seenIn != null);
    if (seen.size() > 0) {
      answer(client, seen.get(draw.below(1000) % seen.size()));
    }
  }

  /** The answer to a request that the server has seen arrives. */
  void answer(SimulatedClient client, SimulatedRequest request) {
    client.open.remove(request);
    SimulatedWrite write = request.write;
    if (write == null) {
      world.trace.say(client.name, "has its answer of version", null, request.seenIn.version);
      if (request.session == client.session) {
        client.doubts.answered(request);
        client.queries.came[request.query.ordinal()] = true;
        client.queries.lagged[request.query.ordinal()] |= request.lags;
        if (request.query == SimulatedQuery.PAGES) {
          client.queries.pages.answered(request.after);
        }
      }
      request.call.answer(world.answers.value(request.query, request.seenIn, request.after));
    } else if (request.refused) {
      refuse(client, request, write);
    } else {
      world.trace.say(client.name, "succeeds with", write.token, -1);
      request.concerned().each(each -> client.writes.tell(each, SimulatedWrite.Told.CONFIRMED));
      SimulatedServer.Doc doc = world.server.at(write.taken).doc(write.id);
      boolean says =
          doc != null && !write.coalesces && (write.hasTemporaryId() || write.number % 2 == 0);
      write.saysVersion = says;
      request.call.answer(says ? world.answers.document(doc) : "ok");
    }
  }

  private void refuse(SimulatedClient client, SimulatedRequest request, SimulatedWrite write) {
    boolean again = isTriedAgain(request);
    world.trace.say(client.name, again ? "fails once with" : "fails with", write.token, -1);
    if (!again) {
      request.concerned().each(each -> {
        boolean told = each.isPending();
        tellOfFailure(client, each);
        each.listed = told && !each.lost && !each.plain;
      });
    }
    request.call.fail("refused");
  }

  /** All that a request carries have as many attempts as the request. */
  private static boolean isTriedAgain(SimulatedRequest request) {
    Seq<SimulatedWrite> concerned = request.concerned();
    boolean again = concerned.some(each -> each.retries > 0);
    concerned.each(each -> each.retries--);
    return again;
  }

  private static void tellOfFailure(SimulatedClient client, SimulatedWrite write) {
    client.writes.tell(
        write, write.lost ? SimulatedWrite.Told.UNKNOWN : SimulatedWrite.Told.FAILED);
  }

  /** The answer, or the request itself, is lost on its way. */
  void lose(SimulatedClient client, Draw draw) {
    if (client.open.size() == 0) {
      return;
    }
    SimulatedRequest request = client.open.removeAt(draw.below(1000) % client.open.size());
    SimulatedWrite write = request.write;
    if (write == null) {
      world.trace.say(client.name, "loses the answer of", null, request.query.ordinal());
      client.doubts.lost(request.query);
      request.call.fail("lost");
      return;
    }
    boolean hasLeft = request.seenIn != null || !(request.isOffline && draw.is(Trait.PLAIN_ERROR));
    if (request.seenIn == null && hasLeft) {
      client.late.add(request);
    }
    boolean again = isTriedAgain(request);
    world.trace.say(client.name, again ? "loses once" : "loses", write.token, write.taken);
    request.concerned().each(each -> each.lost |= hasLeft);
    if (!again) {
      request.concerned().each(each -> tellOfFailure(client, each));
    }
    boolean isPlain = !hasLeft || draw.is(Trait.PLAIN_ERROR) && !request.isOffline;
    request.call.fail(isPlain ? LostAnswers.of(draw.below(LostAnswers.KINDS)) : Outcome.unknown());
  }

  /** A request that the client has given up comes to the server. */
  void arriveLate(SimulatedClient client, Draw draw) {
    if (client.late.size() > 0) {
      SimulatedRequest request = client.late.removeAt(draw.below(1000) % client.late.size());
      world.trace.say("server", "sees late", request.write.token, -1);
      see(client, request, false);
    }
  }

  /** All reads of the client are answered, and what is read in answer to that, while its writes wait. */
  void answerAllReads(SimulatedClient client) {
    world.trace.say(client.name, "reads all", null, -1);
    for (int i = 0; i < ENDLESS; i++) {
      SimulatedRequest read = client.open.first(SimulatedRequest::isRead);
      if (read == null) {
        return;
      }
      if (read.seenIn == null) {
        see(client, read, false);
      }
      answer(client, read);
      world.time.advance(1);
      world.judge();
      if (world.verdict != null || client.queries.isPolled(read.query)) {
        return;
      }
    }
    client.note("reads without end");
  }
}
