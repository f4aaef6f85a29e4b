package dev.sanguine.query;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;
import dev.sanguine.env.Task;

/** All intents of a client that are not done with, in the order of issue, and the one counter that says what came first. */
final class IntentLog {
  /** The query was touched: what changed of it is for the listener to see. */
  static final int LOOK = 5;
  static final int REMOVED = 6;
  static final int RESYNC = 7;
  static final int CLEARED = 8;
  /** The intent's variables have become others, and its changes with them. */
  static final int REWRITTEN = 9;

  final QueryClient client;
  final Views views = new Views();
  /** Hears of everything; null where nobody listens. */
  Sink sink;
  /** What waits for records that the server has not named yet; null before the first of them. */
  Dependents dependents;
  private double counter;
  /** Changes of an exact key, by its hash; and those that filters direct. */
  private final Table<String, Seq<Change>> byHash = new Table<>();
  private final Seq<Change> byFilters = new Seq<>();
  private Seq<Query> toTell = new Seq<>();

  IntentLog(QueryClient client) {
    this.client = client;
  }

  void note(int kind, Object subject, Object what) {
    if (sink != null) {
      sink.on(kind, subject, what);
    }
  }

  /** The next number: larger than all before. */
  double tick() {
    return ++counter;
  }

  /**
   * Writes the changes down that {@code optimistic} names and shows them, before this returns. What it throws is thrown
   * here, and nothing is left of the intent then.
   */
  Intent issue(Mutation mutation, Object variables) {
    Intent intent = new Intent(this, mutation);
    write(intent, variables);
    note(Intent.QUEUED, intent, null);
    boolean whole = false;
    try {
      Seq<Query> touched = place(intent);
      whole = true;
      tell(touched);
    } finally {
      if (!whole) {
        leave(intent, Intent.FAILED);
      }
    }
    return intent;
  }

  /** Puts what the intent says of other variables in the place of what it said. */
  void reissue(Intent intent, Object variables) {
    Seq<Change> before = intent.changes;
    intent.changes = new Seq<>();
    intent.open(true);
    write(intent, variables);
    int count = before.size();
    for (int i = 0; i < intent.changes.size() && count > 0; i++) {
      // What is more than before stands right behind it.
      intent.changes.get(i).serial =
          i < count ? before.get(i).serial : before.get(count - 1).serial + (i - count + 1) / 1e4;
    }
    note(REWRITTEN, intent, null);
    before.each(this::takeOut);
    place(intent).each(this::tellLater);
  }

  private void write(Intent intent, Object variables) {
    Environment env = client.environment;
    Object returned = intent.mutation.options.optimistic.apply(intent, variables);
    intent.open(false);
    if (env.deferreds.isThenable(returned)) {
      env.errors.fail(env.errors.create("optimistic of " + intent.mutation.label() + " returned a promise"
          + Dev.hint("; it must write its changes down and return. Fetch in mutationFn instead.")));
    }
  }

  /** The mutation's request leaves now. */
  void sent(Intent intent) {
    if (intent.phase == Intent.QUEUED) {
      intent.phase = Intent.SENT;
      note(Intent.SENT, intent, null);
    }
  }

  void confirm(Intent intent, Object data) {
    intent.phase = Intent.CONFIRMED;
    intent.answer = data;
    intent.settled = tick();
    intent.resyncDue = !Options.isFalse(intent.mutation.options.resync);
    note(Intent.CONFIRMED, intent, data);
    for (int i = 0; i < intent.changes.size(); i++) {
      Change change = intent.changes.get(i);
      change.answer = Answers.of(intent.mutation, data);
      if (dependents != null) {
        change.answer = dependents.answer(intent.mutation, data, change.answer);
      }
      Seq<Part> parts = change.parts.copy();
      for (int k = 0; k < parts.size(); k++) {
        if (intent.resyncDue) {
          parts.get(k).query.fold.resyncAfter(intent.settled);
        }
        parts.get(k).query.fold.confirmed(parts.get(k));
      }
      left(change);
    }
  }

  /** Takes the intent back: it failed, or nobody knows what became of it. */
  void leave(Intent intent, int phase) {
    intent.phase = phase;
    intent.settled = tick();
    note(phase, intent, null);
    boolean resync = phase == Intent.UNKNOWN && !Options.isFalse(intent.mutation.options.resync);
    for (int i = 0; i < intent.changes.size(); i++) {
      Change change = intent.changes.get(i);
      for (int k = 0; k < change.parts.size(); k++) {
        Query query = change.parts.get(k).query;
        intent.touched.add(query);
        if (resync) {
          query.fold.resyncAfter(intent.settled);
        }
      }
      takeOut(change);
    }
  }

  private void takeOut(Change change) {
    unfile(change);
    Seq<Part> parts = change.parts.copy();
    for (int k = 0; k < parts.size(); k++) {
      parts.get(k).query.fold.drop(parts.get(k));
    }
  }

  /** The mutation is done with its callbacks: what its queries still owe is fetched or baked. */
  void finish(Intent intent) {
    intent.resyncDue = false;
    for (int i = 0; i < intent.touched.size(); i++) {
      Query query = intent.touched.get(i);
      if (query.fold != null) {
        settleDown(query);
      }
    }
  }

  /** A mutation is done with its callbacks, or a fetch of the query has ended: what is due is fetched or baked. */
  void settleDown(Query query) {
    query.fold.resync();
    query.fold.bake();
    end(query);
  }

  /** Puts the changes that mean this new query over it. */
  void attach(Query query) {
    note(LOOK, query, null);
    Seq<Change> exact = byHash.get(query.queryHash);
    Seq<Change> found = exact == null ? new Seq<>() : exact.copy();
    for (int i = 0; i < byFilters.size(); i++) {
      if (byFilters.get(i).means(query, client.environment.values)) {
        found.add(byFilters.get(i));
      }
    }
    if (found.size() == 0) {
      return;
    }
    found.sort((a, b) -> a.serial - b.serial);
    for (int i = 0; i < found.size(); i++) {
      put(found.get(i), query, false);
    }
    query.fold.refresh();
  }

  /** Forgets every change; what settles later finds nothing to do. */
  void clear() {
    byHash.clear();
    byFilters.clear();
    note(CLEARED, null, null);
  }

  /** A change has no place in any query any more: once it is confirmed there is nothing to keep it for. */
  void left(Change change) {
    if (change.parts.size() == 0 && change.intent.phase >= Intent.CONFIRMED) {
      unfile(change);
    }
  }

  /**
   * The query's observers hear of its new view once for all that happened in this task. Where many functions have to run
   * for it, they hear once for all tasks until the scheduler comes to it: n failures in n tasks would run n times n.
   */
  void tellLater(Query query) {
    if (toTell.size() == 0) {
      Task tell = () -> {
        Seq<Query> now = toTell;
        toTell = new Seq<>();
        tell(now);
      };
      if (query.fold != null && query.fold.isLong()) {
        client.environment.notify.schedule(tell);
      } else {
        client.environment.deferreds.microtask(tell);
      }
    }
    if (!toTell.has(query)) {
      toTell.add(query);
    }
  }

  /** Shows the changes, each in its place in the order of issue; returns the queries they mean. */
  private Seq<Query> place(Intent intent) {
    QueryCache cache = client.getQueryCache();
    Seq<Query> touched = new Seq<>();
    for (int i = 0; i < intent.changes.size(); i++) {
      Change change = intent.changes.get(i);
      Seq<Query> meant = new Seq<>();
      if (change.hash != null) {
        Query query = cache.get(change.hash);
        if (query == null && change.creates()) {
          query = cache.build(client, client.defaultQueryOptions(QueryOptions.of(change.key)), null);
          query.fold = new Gate(query);
          query.fold.madeByIntent = true;
        }
        if (query != null) {
          meant.add(query);
        }
      } else {
        meant = cache.findAll(change.filters);
      }
      file(change);
      for (int k = 0; k < meant.size(); k++) {
        put(change, meant.get(k), true);
        if (!touched.has(meant.get(k))) {
          touched.add(meant.get(k));
        }
      }
    }
    return touched;
  }

  private void put(Change change, Query query, boolean first) {
    if (query.fold == null) {
      query.fold = new Gate(query);
    }
    change.intent.touched.add(query);
    query.fold.add(change, first);
  }

  private void tell(Seq<Query> queries) {
    client.environment.notify.run(() -> {
      for (int i = 0; i < queries.size(); i++) {
        Query query = queries.get(i);
        if (query.fold != null) {
          query.fold.refresh();
        }
        Action action = Query.action("setState");
        action.state = query.getState();
        query.announce(action);
        if (query.fold != null) {
          end(query);
        }
      }
    });
  }

  /** The query goes on without a fold where nothing is left to fold; one that only an intent had made goes. */
  private void end(Query query) {
    boolean made = query.fold.madeByIntent;
    if (query.fold.release()) {
      if (made && query.observers.size() == 0 && query.run == null
          && client.environment.values.isUndefined(query.getState().data)) {
        client.getQueryCache().remove(query);
      } else if (query.observers.size() == 0) {
        query.scheduleGc();
      }
    }
  }

  private void file(Change change) {
    if (change.hash == null) {
      byFilters.add(change);
      return;
    }
    Seq<Change> filed = byHash.get(change.hash);
    if (filed == null) {
      filed = new Seq<>();
      byHash.put(change.hash, filed);
    }
    filed.add(change);
  }

  private void unfile(Change change) {
    if (change.hash == null) {
      byFilters.remove(change);
      return;
    }
    Seq<Change> filed = byHash.get(change.hash);
    if (filed != null && filed.remove(change) && filed.size() == 0) {
      byHash.remove(change.hash);
    }
  }
}
