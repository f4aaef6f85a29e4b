package dev.sanguine.query.conflicts;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Task;
import dev.sanguine.env.Thenable;
import dev.sanguine.json.Json;
import dev.sanguine.query.Fault;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.QueryKey;
import dev.sanguine.query.QueryObserver;
import dev.sanguine.query.Versions;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryClientConfig;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.pending.IntentsObserver;
import dev.sanguine.query.state.IntentResult;
import dev.sanguine.testkit.VirtualEnvironment;

/**
 * Two editors of one record, each on a page of its own, and a server that keeps what every write took the place of. A write
 * that takes the place of a value that its editor had not seen is a silent overwrite.
 */
final class Editors {
  static final String[] FIELDS = {"a", "b", "c"};
  static final int STEPS = 6;

  /** How the server and the pages deal with versions. */
  enum Precondition {
    /** The server refuses an older version, and says what it has. */
    WITH_THEIRS,
    /** It refuses it without a word. */
    WITHOUT_THEIRS,
    /** There are no versions. */
    NONE
  }

  /** A request on its way. */
  private static final class Request {
    final Object fields;
    final Object version;
    final Listener<Object> resolve;
    final Listener<Object> reject;
    Object answer;
    Object error;
    boolean isSeen;

    Request(Object fields, Object version, Listener<Object> resolve, Listener<Object> reject) {
      this.fields = fields;
      this.version = version;
      this.resolve = resolve;
      this.reject = reject;
    }
  }

  /** One editor's page. */
  final class Editor {
    private final String name;
    private final QueryClient client;
    private final IntentsObserver listed;
    private final Seq<Request> requests = new Seq<>();
    private final Task stop;
    /** What the editor has seen, as it was when he made his change or decided. */
    private Object seen;

    Editor(String name, Environment env) {
      this.name = name;
      client = new QueryClient(
          new QueryClientConfig().environment(env).features(ConflictsFeature::conflicts));
      client.setQueryData(KEY, record, null);
      QueryOptions options =
          QueryOptions.of(KEY).queryFn(context -> env.deferreds.resolve(record)).staleTime(1e9);
      options.version = precondition == Precondition.NONE ? null : Versions.by("v");
      stop = new QueryObserver(client, options).subscribe((Listener<Object>) result -> {});
      listed = new IntentsObserver(client, env.values.undefined());
    }

    void edit(String field, String value) {
      seen = client.getQueryData(KEY);
      client
          .mutate(
              MutationOptions.create()
                  .mutationFn((fields, context) -> world
                      .environment()
                      .deferreds
                      .create((resolve, reject) ->
                          requests.add(new Request(fields, context.version(), resolve, reject))))
                  .optimistic((intent, fields) -> {
                    intent.merge(KEY, fields);
                    return null;
                  }),
              Json.object("id", 1.0, field, value))
          .then(data -> null, error -> null);
      world.runMicrotasks();
    }

    /** The server deals with the oldest request that it has not seen. */
    void isSeen() {
      Request next = requests.first(request -> !request.isSeen);
      if (next != null) {
        next.isSeen = true;
        take(this, next);
      }
    }

    /** The oldest answer arrives. */
    void isAnswered() {
      Request next = requests.first(request -> request.isSeen);
      if (next != null) {
        requests.remove(next);
        (next.error == null ? next.resolve : next.reject)
            .on(next.error == null ? next.answer : next.error);
        world.runMicrotasks();
      }
    }

    Seq<IntentResult> conflicts() {
      return listed.getCurrentResult().filter(each -> each.state.equals("conflict"));
    }

    @SuppressWarnings("unchecked")
    void resolve(Object answer) {
      IntentResult conflict = conflicts().get(0);
      seen = conflict.theirs;
      ((Thenable<Object>) conflict.resolve.call(answer)).then(data -> null, error -> null);
      world.runMicrotasks();
    }

    Object shown() {
      return client.getQueryData(KEY);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static final Object KEY = QueryKey.of("record");

  private final VirtualEnvironment world = new VirtualEnvironment();
  private final Precondition precondition;
  final Editor first;
  final Editor second;
  private Object record = Json.object("id", 1.0, "a", "0", "b", "0", "c", "0", "v", 1.0);
  /** Who took whose value away without having seen it. */
  final Seq<String> silentOverwrites = new Seq<>();

  Editors(Precondition precondition) {
    this.precondition = precondition;
    first = new Editor("first", world.environment());
    second = new Editor("second", world.environment());
  }

  private void take(Editor by, Request request) {
    double version = Json.number(record, "v");
    if (precondition != Precondition.NONE && !Double.valueOf(version).equals(request.version)) {
      Fault fault = Fault.status(412);
      fault.theirs = precondition == Precondition.WITH_THEIRS
          ? record
          : world.environment().values.undefined();
      request.error = fault;
      return;
    }
    for (String field : FIELDS) {
      String written = Json.string(request.fields, field);
      String before = Json.string(record, field);
      boolean isNews =
          written != null && !before.equals(written) && !before.equals(Json.string(by.seen, field));
      if (isNews) {
        silentOverwrites.add(by + " took " + before + " for " + written);
      }
      record = written == null ? record : Json.with(record, field, written);
    }
    record = Json.with(record, "v", version + 1);
    request.answer = record;
  }

  Object server() {
    return record;
  }

  /**
   * Plays one order of the editors' steps: each edits, the server sees it, the answer arrives.
   *
   * @param order bit by bit whose turn it is
   */
  void play(int order, String fieldOfFirst, String fieldOfSecond) {
    int[] done = new int[2];
    for (int step = 0; step < STEPS; step++) {
      int who = order >> step & 1;
      Editor editor = who == 0 ? first : second;
      switch (done[who]++) {
        case 0:
          editor.edit(who == 0 ? fieldOfFirst : fieldOfSecond, editor + "'s");
          break;
        case 1:
          editor.isSeen();
          break;
        default:
          editor.isAnswered();
      }
    }
    settle();
  }

  /** Everything that is on its way arrives. */
  void settle() {
    for (int i = 0; i < 20; i++) {
      world.runMicrotasks();
      first.isSeen();
      second.isSeen();
      first.isAnswered();
      second.isAnswered();
    }
  }

  int questions() {
    return first.conflicts().size() + second.conflicts().size();
  }

  /** Who is asked; null if nobody is. */
  Editor asked() {
    return first.conflicts().size() > 0 ? first : second.conflicts().size() > 0 ? second : null;
  }

  void end() {
    first.stop.run();
    second.stop.run();
    first.client.clear();
    second.client.clear();
  }

  /** Every order in which each does three things. */
  static Seq<Integer> orders() {
    Seq<Integer> orders = new Seq<>();
    for (int order = 0; order < 1 << STEPS; order++) {
      if (Integer.bitCount(order) * 2 == STEPS) {
        orders.add(order);
      }
    }
    return orders;
  }
}
