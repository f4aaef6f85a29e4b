package dev.sanguine.testkit;

import dev.sanguine.env.Seq;

/**
 * Plays a random schedule against the engine: several clients, one server, answers late, wrong, lost or out of order. After
 * each step every view is judged by the server's history and by what the client was told, never by the engine's own
 * rules. A schedule is a list of whole numbers: the same one plays the same way on every runtime.
 */
public final class Simulation {
  private static final int CLIENTS = 2;
  private static final int FIELDS = 2;
  private static final int WIDTH = 4;

  private final Seq<Integer> schedule;
  private final VirtualEnvironment world;
  private final SimulatedServer server = new SimulatedServer(FIELDS);
  private final Seq<SimulatedClient> clients = new Seq<>();
  private final StringBuilder trace = new StringBuilder();
  private String verdict;

  private Simulation(Seq<Integer> schedule) {
    this.schedule = schedule;
    world = new VirtualEnvironment(7);
    for (int i = 0; i < CLIENTS; i++) {
      clients.add(new SimulatedClient(i == 0 ? "a" : "b", world));
    }
  }

  /** A random schedule of up to that many steps. */
  public static Seq<Integer> schedule(int seed, int steps) {
    SeededRandom random = new SeededRandom(seed);
    Seq<Integer> schedule = new Seq<>();
    int count = 5 + random.below(steps - 4);
    for (int i = 0; i < count * WIDTH; i++) {
      schedule.add(random.below(1000));
    }
    return schedule;
  }

  /** Plays the schedule; null where all went well, else what was wrong and where. */
  public static String play(Seq<Integer> schedule) {
    Simulation simulation = new Simulation(schedule);
    simulation.run();
    return simulation.verdict;
  }

  /** What happened, step by step. */
  public static String trace(Seq<Integer> schedule) {
    Simulation simulation = new Simulation(schedule);
    simulation.run();
    return simulation.trace.toString();
  }

  /** The first seed from 1 on whose schedule goes wrong; null where none of that many does. */
  public static Integer firstFailure(int seeds, int steps) {
    for (int seed = 1; seed <= seeds; seed++) {
      if (play(schedule(seed, steps)) != null) {
        return seed;
      }
    }
    return null;
  }

  /** The schedule as the body of a JUnit test that fails while it goes wrong. */
  public static String asTest(Seq<Integer> schedule) {
    StringBuilder test = new StringBuilder("@Test public void schedule_isRight() {\n  assertNull(Simulation.play(Seq.of(");
    for (int i = 0; i < schedule.size(); i++) {
      test.append(i == 0 ? "" : i % WIDTH == 0 ? ",\n      " : ", ").append(schedule.get(i));
    }
    return test.append(")));\n}\n").append(trace(schedule)).toString();
  }

  /** The shortest schedule that is found to go wrong still, by leaving steps out. */
  public static Seq<Integer> shrink(Seq<Integer> failing) {
    Seq<Integer> best = failing;
    for (boolean shorter = true; shorter; ) {
      shorter = false;
      for (int at = best.size() / WIDTH - 1; at >= 0; at--) {
        Seq<Integer> without = new Seq<>();
        for (int i = 0; i < best.size(); i++) {
          if (i / WIDTH != at) {
            without.add(best.get(i));
          }
        }
        if (play(without) != null) {
          best = without;
          shorter = true;
        }
      }
    }
    return best;
  }

  private void run() {
    for (int i = 0; i < CLIENTS; i++) {
      clients.get(i).watch(SimulatedClient.LIST, false);
      clients.get(i).watch(SimulatedClient.RECORD, false);
    }
    world.runMicrotasks();
    for (int at = 0; at + WIDTH <= schedule.size() && verdict == null; at += WIDTH) {
      step(schedule.get(at), schedule.get(at + 1), schedule.get(at + 2), schedule.get(at + 3));
      world.runMicrotasks();
      judge("step " + (at / WIDTH + 1));
    }
    if (verdict == null) {
      rest();
    }
  }

  private void step(int kind, int who, int what, int how) {
    SimulatedClient client = clients.get(who % CLIENTS);
    int which = what % 2;
    int field = which == SimulatedClient.LIST ? -1 : how % FIELDS;
    int draw = kind % 100;
    if (draw < 24) {
      String scope = how % 5 == 0 ? "s" : null;
      boolean helper = how % 3 == 0;
      note(client, "write " + (helper ? "helper " : "function ") + field + (scope == null ? "" : " scoped"));
      client.write(field, helper, how % 7 == 0, scope, how % 4 == 0, how % 11 == 0 ? 1 : 0);
    } else if (draw < 28) {
      note(client, "write plainly " + field);
      client.writePlain(field);
    } else if (draw < 48) {
      see(client, what, how % 6 == 0);
    } else if (draw < 50) {
      giveUp(client, how);
    } else if (draw < 54) {
      note(client, "is pushed " + which + " of version " + server.now().version);
      client.hydrate(which, server.now());
    } else if (draw < 78) {
      answer(client, what, how);
    } else if (draw < 84) {
      note(client, "refetch " + which);
      client.refetch(which);
    } else if (draw < 87) {
      note(client, "fetch " + which);
      client.fetch(which);
    } else if (draw < 90) {
      note(client, "leave " + which);
      client.leave(which);
    } else if (draw < 94) {
      note(client, "watch " + which + (how % 3 == 0 ? " polling" : ""));
      client.watch(which, how % 3 == 0);
    } else if (draw < 96) {
      note(client, "cancel queries " + which);
      client.cancelQueries(which);
    } else if (draw < 97) {
      note(client, "remove " + which);
      client.remove(which);
    } else {
      note(client, "time passes");
      world.advance(how % 2 == 0 ? 10 : 2000);
    }
  }

  /** The person takes a write back that is under way. */
  private void giveUp(SimulatedClient client, int which) {
    for (int i = 0; i < client.writes.size(); i++) {
      SimulatedWrite write = client.writes.get((which + i) % client.writes.size());
      if (write.outcome == SimulatedWrite.PENDING && write.mutation != null) {
        client.cancel(write);
        note(client, "gives up " + write.token + (write.outcome == SimulatedWrite.UNKNOWN ? ", sent already" : ""));
        return;
      }
    }
  }

  /** The server sees a request: takes a write or refuses it, or reads. */
  private void see(SimulatedClient client, int which, boolean refuse) {
    Seq<SimulatedClient.Request> open = unseen(client);
    if (open.size() == 0) {
      return;
    }
    SimulatedClient.Request request = open.get(which % open.size());
    request.seen = true;
    if (request.write == null) {
      request.read = server.now();
      note(client, "server reads for " + request.call.number);
    } else if (refuse && request.write.taken < 0) {
      note(client, "server refuses " + request.write.token);
    } else {
      request.write.taken = server.take(request.write);
      note(client, "server takes " + request.write.token);
    }
  }

  /** An answer arrives, or is lost on its way, or the request was. */
  private void answer(SimulatedClient client, int which, int how) {
    Seq<SimulatedClient.Request> open = client.underWay();
    if (open.size() == 0) {
      return;
    }
    SimulatedClient.Request request = open.get(which % open.size());
    boolean lost = how % 8 == 0;
    if (!request.seen && !lost) {
      return;
    }
    if (request.write == null) {
      if (lost) {
        note(client, "read " + request.call.number + " is lost");
        request.call.fail("lost");
      } else {
        note(client, "read " + request.call.number + " answers version " + request.read.version);
        request.call.answer(SimulatedClient.valueOf(
            request.call.name.equals("read list") ? SimulatedClient.LIST : SimulatedClient.RECORD, request.read));
      }
    } else if (lost) {
      boolean again = request.write.retries-- > 0;
      note(client, request.write.token + " is lost, " + (again ? "and sent again" : "outcome unknown"));
      told(request.write, again ? SimulatedWrite.PENDING : SimulatedWrite.UNKNOWN);
      request.call.fail(Outcome.unknown());
    } else if (request.write.taken < 0) {
      note(client, request.write.token + " fails");
      boolean again = request.write.retries-- > 0;
      told(request.write, again ? SimulatedWrite.PENDING : SimulatedWrite.FAILED);
      request.call.fail("refused");
    } else {
      note(client, request.write.token + " succeeds");
      told(request.write, SimulatedWrite.CONFIRMED);
      request.call.answer("ok");
    }
  }

  /** What the client hears of a write; one that was given up hears nothing more. */
  private static void told(SimulatedWrite write, int outcome) {
    if (write.outcome == SimulatedWrite.PENDING) {
      write.outcome = outcome;
    }
  }

  private Seq<SimulatedClient.Request> unseen(SimulatedClient client) {
    Seq<SimulatedClient.Request> open = client.underWay();
    Seq<SimulatedClient.Request> unseen = new Seq<>();
    for (int i = 0; i < open.size(); i++) {
      if (!open.get(i).seen) {
        unseen.add(open.get(i));
      }
    }
    return unseen;
  }

  /** Everything is answered and fetched anew: all clients equal the server then, and nothing is left over. */
  private void rest() {
    note(null, "to rest");
    for (int round = 0; round < 200 && verdict == null; round++) {
      boolean busy = settleOne();
      world.advance(busy ? 0 : 10);
      judge("settling");
      if (!busy && !settleOne()) {
        break;
      }
    }
    for (int i = 0; i < CLIENTS && verdict == null; i++) {
      for (int which = 0; which < 2; which++) {
        clients.get(i).watch(which, false);
        clients.get(i).refetch(which);
      }
    }
    for (int round = 0; round < 60 && verdict == null; round++) {
      world.advance(1);
      if (!settleOne()) {
        break;
      }
    }
    world.runMicrotasks();
    for (int i = 0; i < CLIENTS && verdict == null; i++) {
      SimulatedClient client = clients.get(i);
      for (int which = 0; which < 2; which++) {
        String view = Views.text(client.view(which));
        String truth = Views.text(SimulatedClient.valueOf(which, server.now()));
        if (!view.equals(truth)) {
          verdict = "at rest " + client.name + " shows " + view + " but the server holds " + truth;
        }
      }
      client.leave(SimulatedClient.LIST);
      client.leave(SimulatedClient.RECORD);
    }
    if (verdict == null) {
      world.advance(10 * 60 * 1000);
      for (int i = 0; i < CLIENTS; i++) {
        if (clients.get(i).client.getQueryCache().getAll().size() > 0) {
          verdict = "at rest a query of " + clients.get(i).name + " is not collected: it still has intents";
        }
      }
      if (verdict == null && world.timersLeft() > 0) {
        verdict = "at rest " + world.timersLeft() + " timers are left";
      }
      if (verdict == null && world.unhandled().size() > 0) {
        verdict = "a rejection was not handled: " + world.unhandled().get(0);
      }
    }
  }

  /** Answers the oldest request of any client; false where none is under way. */
  private boolean settleOne() {
    for (int i = 0; i < CLIENTS; i++) {
      Seq<SimulatedClient.Request> open = clients.get(i).underWay();
      if (open.size() > 0) {
        if (!open.get(0).seen) {
          open.get(0).seen = true;
          if (open.get(0).write == null) {
            open.get(0).read = server.now();
          } else {
            open.get(0).write.taken = server.take(open.get(0).write);
          }
        }
        answer(clients.get(i), 0, 1);
        return true;
      }
    }
    return false;
  }

  private void judge(String when) {
    for (int i = 0; i < CLIENTS && verdict == null; i++) {
      String wrong = Oracle.wrong(clients.get(i), server);
      if (wrong != null) {
        verdict = when + ": " + clients.get(i).name + " " + wrong;
        trace.append(verdict).append('\n');
      }
    }
  }

  private void note(SimulatedClient client, String what) {
    trace.append(client == null ? "" : client.name + ": ").append(what).append('\n');
  }
}
