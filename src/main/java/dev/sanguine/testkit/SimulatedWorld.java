package dev.sanguine.testkit;

import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import dev.sanguine.query.QueryClient;

/** The clients and the server of a simulation, and what one step of a schedule does to them. */
final class SimulatedWorld {
  static final int CLIENTS = 3;
  private static final String[] NAMES = {"a", "b", "c"};
  private static final int FIRST_NEW_ID = 100;

  final VirtualEnvironment time = new VirtualEnvironment(7);
  final SimulatedServer server;
  final SimulatedSetting setting;
  final SimulatedAnswers answers;
  final Seq<SimulatedClient> clients = new Seq<>();
  final Trace trace;
  final Oracle oracle;
  final SimulatedTraffic traffic;
  /** What was wrong and when; null while all is right. */
  String verdict;

  private final SimulatedPerson person;
  private final Listener<QueryClient> onClient;
  private int steps;
  private int ids = FIRST_NEW_ID;

  SimulatedWorld(Draw draw, Trace trace, Listener<QueryClient> onClient) {
    this.trace = trace;
    this.onClient = onClient;
    setting = new SimulatedSetting(draw);
    server = new SimulatedServer(setting);
    answers = new SimulatedAnswers(setting);
    oracle = new Oracle(this);
    traffic = new SimulatedTraffic(this);
    person = new SimulatedPerson(this);
    SimulatedClient first = join();
    join();
    // One client has its data when it begins, the others may write before theirs is there.
    while (first.open.size() > 0) {
      traffic.see(first, first.open.get(0), false);
      traffic.answer(first, first.open.get(0));
    }
    time.advance(1);
  }

  static String nameOf(int client) {
    return NAMES[client];
  }

  /** The id of a document that this client makes, which no other has or had. */
  String newId(SimulatedClient client) {
    return String.valueOf(ids++);
  }

  private SimulatedClient join() {
    SimulatedClient client = new SimulatedClient(this, clients.size(), onClient);
    clients.add(client);
    begin(client, SimulatedQuery.LIST);
    begin(client, SimulatedQuery.RECORD);
    if (setting.hasPages()) {
      begin(client, SimulatedQuery.PAGES);
    }
    for (int i = SimulatedQuery.OF_DOCUMENTS; i < setting.queries; i++) {
      begin(client, SimulatedQuery.ALL[i]);
    }
    return client;
  }

  private void begin(SimulatedClient client, SimulatedQuery query) {
    if (setting.isWatched) {
      client.queries.watch(query, 0, 0);
    } else {
      client.queries.fetch(query, client.queries.options(query));
    }
  }

  /** Does what the step says, lets a millisecond pass and judges every view. */
  void step(Step step, int who, Draw draw) {
    int turn = who % 5;
    SimulatedClient client =
        turn < 4 ? clients.get(turn / 2) : clients.size() < CLIENTS ? join() : clients.get(2);
    act(step, able(step, client), draw);
    time.advance(1);
    steps++;
    judge();
  }

  /** The client, or the first other one that can do what the step says, if that one cannot and the step is rare. */
  private SimulatedClient able(Step step, SimulatedClient client) {
    if (can(step, client)) {
      return client;
    }
    SimulatedClient other = clients.first(one -> can(step, one));
    return other == null ? client : other;
  }

  private static boolean can(Step step, SimulatedClient client) {
    switch (step) {
      case GIVE_UP:
      case TAKE_OUT_A_MUTATION:
      case CLEAR_MUTATIONS:
      case CHANGE_SCOPE:
      case UNDO:
      case SEND_NOW:
        return client.writes.size() > 0 && client.writes.pendingFrom(0) != null;
      case ARRIVE_LATE:
        return client.late.size() > 0;
      case DELIVER:
        return client.mail.coming() > 0;
      case KEEP_A_PROMISE:
        return client.mail.promised() > 0;
      case NEXT_PAGE:
      case PREVIOUS_PAGE:
        return client.queries.isWatching(SimulatedQuery.PAGES);
      default:
        return true;
    }
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

  private void act(Step step, SimulatedClient client, Draw draw) {
    switch (step) {
      case MUTATE:
        person.mutate(client, draw);
        break;
      case MUTATE_PLAINLY:
        person.mutatePlainly(client, draw);
        break;
      case LOOK_AT_PENDING:
        person.lookAtPending(client, draw);
        break;
      case GIVE_UP:
        person.giveUp(client, draw);
        break;
      case TAKE_OUT_A_MUTATION:
        person.takeOut(client, draw);
        break;
      case CLEAR_MUTATIONS:
        person.clearMutations(client);
        break;
      case CHANGE_SCOPE:
        person.changeScope(client, draw);
        break;
      case UNDO:
        SimulatedPacing.undo(client, draw);
        break;
      case SEND_NOW:
        SimulatedPacing.sendNow(client, draw);
        break;
      case LEAVE_THE_PAGE:
        SimulatedPacing.leaveThePage(client, draw);
        break;
      case RELOAD:
        reload(client, draw);
        break;
      case LOG_OUT:
        trace.say(client.name, "logs out", null, -1);
        SimulatedPage.logOut(client, draw);
        break;
      case NETWORK:
        setOnline(client, !client.environment.online.isOnline());
        break;
      case FOCUS:
        boolean focused = !client.environment.focus.isFocused();
        trace.say(client.name, focused ? "has focus" : "has no focus", null, -1);
        client.environment.focus.setFocused(focused);
        break;
      case TIME_PASSES:
        trace.say(client.name, "time passes", null, -1);
        time.advance(draw.oneIn(2) ? 10 : 2000);
        break;
      case CLOCK_JUMPS:
        client.clock = SimulatedSetting.wrong(draw);
        trace.say(client.name, "has another clock", null, (int) client.clock);
        break;
      default:
        talk(step, client, draw);
    }
  }

  private void setOnline(SimulatedClient client, boolean online) {
    trace.say(client.name, online ? "comes online" : "goes offline", null, -1);
    client.environment.online.setOnline(online);
  }

  /** The person loads the page anew, after a change that could not be sent perhaps. */
  private void reload(SimulatedClient client, Draw draw) {
    if (draw.oneIn(2)) {
      setOnline(client, false);
      person.mutate(client, draw);
      time.advance(1);
    }
    trace.say(client.name, "reloads", null, -1);
    SimulatedPage.reload(client, draw);
  }

  /** What is asked and answered. */
  private void talk(Step step, SimulatedClient client, Draw draw) {
    switch (step) {
      case SERVER_SEES:
        traffic.send(client, draw, false);
        break;
      case SERVER_REFUSES:
        traffic.send(client, draw, true);
        break;
      case SERVER_MOVES_ON:
        traffic.conflict(client);
        break;
      case ANSWER:
        traffic.settle(client, draw);
        break;
      case ANSWER_ALL_READS:
        traffic.answerAllReads(client);
        break;
      case LOSE:
        traffic.lose(client, draw);
        break;
      case ARRIVE_LATE:
        traffic.arriveLate(client, draw);
        break;
      default:
        new SimulatedReading(client, draw)
            .read(step, SimulatedQuery.ALL[draw.below(setting.queries)]);
    }
  }
}
