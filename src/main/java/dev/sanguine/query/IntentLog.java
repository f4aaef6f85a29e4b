package dev.sanguine.query;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Errors;
import dev.sanguine.env.OrderedSet;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Supply;
import dev.sanguine.env.Task;
import dev.sanguine.env.Values;
import jsinterop.annotations.JsConstructor;

/** All intents of a client that are not done with, in the order of issue. */
final class IntentLog {
  /** The query was touched: what changed of it is for the listener to see. */
  static final int LOOK = 5;

  static final int REMOVED = 6;
  static final int RESYNC = 7;
  static final int CLEARED = 8;
  /** The intent's variables have become others, and its changes with them. */
  static final int REWRITTEN = 9;
  /** A value came that the query does not take at once. */
  static final int HELD = 10;

  final QueryClient client;
  final SnapshotOrigins views = new SnapshotOrigins();
  /** The mutation whose callback is running, up to its first await; null if none is. */
  Mutation calling;
  /** They hear of everything; null where nobody ever listened. */
  OrderedSet<EngineListener> sinks;
  /** What is shown of intents: a mutation that failed is kept for it until it is sent again or discarded. Null before. */
  ListedIntents listed;
  /** What writes the events down; null where nothing ever did. */
  Object recorder;
  /** Records that the server has not named yet, and who waits for them; null before the first of them. */
  TemporaryIds temporaryIds;
  /** The changes that are pending. */
  private final OrderedSet<Change> pending = new OrderedSet<>();
  /** The last that was confirmed, as long as one is pending that may be older; what a later query fetches may hold it. */
  double confirmed;

  private ConfirmedKeys confirmedKeys;
  private OrderedSet<Query> toTell = new OrderedSet<>();
  /** They will be told; nobody has to see to it. */
  private boolean telling;

  @JsConstructor
  IntentLog(QueryClient client) {
    this.client = client;
    confirmedKeys = new ConfirmedKeys(client.environment.values);
  }

  void note(int kind, Object subject, Object what) {
    if (sinks != null) {
      sinks.each(sink -> sink.on(kind, subject, what));
    }
  }

  /** A mutation begins: it shows what it changes, if that is not shown yet. */
  void begin(Mutation mutation, Object given) {
    Object variables = temporaryIds == null ? given : temporaryIds.await(mutation, given);
    if (mutation.optimistic() != null
        && (mutation.intent == null || !mutation.intent.isPending())) {
      mutation.intent = issue(mutation, variables);
    }
  }

  /**
   * Writes the changes down that {@code optimistic} names and shows them, before this returns. What it throws is thrown
   * here, and nothing is left of the intent then.
   */
  private Intent issue(Mutation mutation, Object variables) {
    Intent intent = new Intent(this, mutation);
    write(intent, variables);
    note(Intent.QUEUED, intent, null);
    Errors errors = client.environment.errors;
    errors.guard(
        () -> {
          place(intent.changes);
          tell();
        },
        error -> {
          settle(intent, Intent.FAILED, null);
          errors.fail(error);
        });
    // One that was restored is shown before its queries may be there.
    if (Development.on() && mutation.run != null) {
      HelperMisses.tell(intent);
    }
    return intent;
  }

  /** The intent of a mutation that failed on the page before: in no view, there to be listed and sent again. */
  Intent failedBefore(Mutation mutation, boolean isUnknown) {
    Intent intent = new Intent(this, mutation);
    write(intent, mutation.state.variables);
    note(Intent.QUEUED, intent, null);
    intent.phase = isUnknown ? Intent.UNKNOWN : Intent.FAILED;
    intent.answer = mutation.state.error;
    intent.settled = client.tick();
    note(intent.phase, intent, intent.answer);
    return intent;
  }

  /** Puts what the intent says of other variables in the place of what it said. */
  void reissue(Intent intent, Object variables) {
    Seq<Change> before = intent.changes;
    intent.changes = new Seq<>();
    intent.open(true);
    boolean whole = false;
    try {
      write(intent, variables);
      whole = true;
    } finally {
      if (!whole) {
        // What it said before is on screen still, and leaves with the mutation.
        intent.changes = before;
        intent.open(false);
      }
    }
    int count = before.size();
    for (int i = 0; i < intent.changes.size() && count > 0; i++) {
      // What is more than before stands right behind it.
      intent.changes.get(i).serial =
          i < count ? before.get(i).serial : before.get(count - 1).serial + (i - count + 1) / 1e4;
    }
    note(REWRITTEN, intent, null);
    before.each(this::takeOut);
    place(intent.changes);
  }

  /**
   * A callback of a pending mutation writes data by hand: that is a change of the mutation, in whose log it stands from now on.
   *
   * @param query null if there is none of this key
   * @param updater null if the value is written
   * @return the change; null if nothing was written
   */
  Change write(MutationRun run, Object queryKey, Query query, Updater updater, Object value) {
    Values values = client.environment.values;
    Object before = query == null ? values.undefined() : query.current().data;
    Object after = updater == null ? value : updater.update(before);
    if (values.isUndefined(after)) {
      return null;
    }
    // A function may keep what it is given, and put that back.
    Updater told = updater == null
        ? null
        : old -> {
          client.getQueryCache().handWrites.isGiven(client.find(queryKey), old);
          return updater.update(old);
        };
    RepeatableWrite redo = new RepeatableWrite(
        client.environment, query == null ? RecordShape.USUAL : query.shape(), told, before, after);
    // Over nothing a value is made of what was written only if nothing was confirmed when it was
    // written.
    boolean makes = query == null || values.isUndefined(query.confirmed().data);
    Change change = new Change(
        Change.SET,
        (Updater)
            old -> values.isUndefined(old) && updater == null && !makes ? old : redo.over(old),
        true);
    change.redo = redo;
    Mutation mutation = run.owner;
    boolean isFirst = mutation.intent == null || !mutation.intent.isPending();
    if (isFirst) {
      mutation.intent = run.intent = new Intent(this, mutation);
      run.intent.variables = run.variables;
    }
    mutation.intent.add(change, queryKey);
    note(isFirst ? Intent.QUEUED : REWRITTEN, mutation.intent, null);
    place(Seq.of(change));
    tell();
    return change;
  }

  /**
   * A callback of a mutation that is confirmed makes something else of the record that its onMutate has added: the server's,
   * say. The confirmed value does not have it yet. So that stands right behind what was added, and leaves with it.
   *
   * @return the change; null if nothing was written
   */
  Change amend(FoldedChange own, Updater updater) {
    Environment env = client.environment;
    Object after = updater.update(own.out);
    if (env.values.isUndefined(after)) {
      return null;
    }
    RepeatableWrite redo = new RepeatableWrite(env, own.query.shape(), updater, own.out, after);
    Change change = new Change(
        Change.SET, (Updater) old -> env.values.isUndefined(old) ? old : redo.over(old), true);
    change.redo = redo;
    own.intent.add(change, own.change.key);
    change.serial = own.change.serial + 1 / 1e4;
    note(REWRITTEN, own.intent, null);
    place(Seq.of(change));
    isSettled(change);
    confirmedKeys.add(change);
    tell();
    return change;
  }

  /** What was taken for a change of a mutation is none of it. False if it is over already. */
  boolean takeBack(Change change) {
    if (change.intent.isPending()) {
      change.intent.changes.remove(change);
      note(REWRITTEN, change.intent, null);
      takeOut(change);
      return true;
    }
    return false;
  }

  private void write(Intent intent, Object variables) {
    intent.variables = variables;
    Object returned = intent.mutation.optimistic().apply(intent, variables);
    intent.open(false);
    refusePromise(intent, returned);
    Object resync = OwnOptions.resync(intent.mutation.options, client.environment.values);
    if (!client.environment.values.isFunction(resync)) {
      intent.aim(resync);
    }
  }

  /** Runs a callback of the mutation: what it writes before its first await is known to be its own. */
  Object calling(Mutation mutation, Supply callback) {
    Mutation before = calling;
    calling = mutation;
    try {
      return callback.get();
    } finally {
      calling = before;
    }
  }

  /** Neither {@code optimistic} nor a change can wait for anything. */
  void refusePromise(Intent intent, Object returned) {
    Environment env = client.environment;
    if (env.deferreds.isThenable(returned)) {
      env.errors.fail(
          env.errors.create("optimistic of " + intent.mutation.label() + " returned a promise"
              + Development.hint(
                  "; it, and each of its updates, must return at once. Fetch in mutationFn"
                      + " instead.")));
    }
  }

  /** The mutation's request leaves now. */
  void sent(Intent intent) {
    Mutation mutation = intent.mutation;
    if (mutation.attempts++ == 0) {
      mutation.sent = client.tick();
    }
    intent.phase = Intent.SENT;
    note(Intent.SENT, intent, null);
  }

  /**
   * The intent has its final answer. Confirmed it keeps its place; failed, or where nobody knows what became of it, it is
   * taken back. The answer is the mutation's data, or its error.
   */
  void settle(Intent intent, int phase, Object answer) {
    boolean confirmed = phase == Intent.CONFIRMED;
    boolean failed = phase == Intent.FAILED;
    if (!failed) {
      aim(intent, confirmed ? answer : client.environment.values.undefined());
    }
    intent.phase = phase;
    intent.answer = answer;
    intent.settled = client.tick();
    note(phase, intent, answer);
    // All of them first: what is done for one may bake another that stands in the same fold.
    intent.changes.each(this::isSettled);
    intent.changes.each(change -> {
      boolean resync = change.kind == Change.RESYNC;
      if (confirmed && !resync) {
        confirmedKeys.add(change);
        change.answer = answerFor(change, answer);
      }
      change.parts.copy().each(part -> {
        BaseGate fold = part.query.fold;
        // A value that shows without it, since it may hold it, is owed one that holds it for
        // certain.
        boolean mayBeMissing = confirmed && part.mayBeInBase && !part.wasWrittenIn;
        if (mayBeMissing || !failed && client.environment.values.same(intent.owes, resync)) {
          fold.resyncAfter(intent.settled);
        }
        fold.settled(part);
      });
    });
    intent.touched.each(query -> {
      if (query.fold != null) {
        query.fold.bake();
      }
    });
  }

  /** What the mutation's answer adds to the change; null if that is nothing. */
  private MutationAnswer answerFor(Change change, Object data) {
    MutationAnswer answer = new MutationAnswer(change.intent.mutation, data);
    if (temporaryIds != null) {
      answer.names = temporaryIds.names(change.intent.mutation, data);
    }
    // Of a record that is being made nobody else's change is under way.
    boolean isOvertaken = answer.names == null
        && answer.merge == null
        && change.parts.some(part -> part.query.fold.isOvertaken(part));
    return isOvertaken || !answer.says(client.environment.values, change.parts) ? null : answer;
  }

  private void isSettled(Change change) {
    pending.remove(change);
    if (pending.size() == 0) {
      confirmed = 0;
    } else if (change.intent.phase == Intent.CONFIRMED && change.kind != Change.RESYNC) {
      confirmed = Math.max(confirmed, change.serial);
    }
    change.parts.each(part -> part.query.fold.pending--);
  }

  private void takeOut(Change change) {
    isSettled(change);
    change.parts.copy().each(part -> part.query.fold.settled(part));
  }

  /** Where the option resync is a function, asks it where the fetch goes; what it throws is reported. */
  private void aim(Intent intent, Object data) {
    Environment env = client.environment;
    Object resync = OwnOptions.resync(intent.mutation.options, env.values);
    if (env.values.isFunction(resync)) {
      env.errors.guard(
          () -> {
            Change aimed = intent.aim(((Resync) resync).of(data, intent.variables));
            if (aimed != null) {
              place(Seq.of(aimed));
            }
          },
          error -> {
            intent.owes = false;
            env.errors.report(
                "resync threw"
                    + Development.hint("; what the mutation " + intent.mutation.label()
                        + " touched is fetched. Return true, false, a query key or filters."),
                error);
          });
    }
  }

  /** The mutation is done with its callbacks: what its queries still owe is fetched or baked. */
  void finish(Intent intent) {
    intent.owes = null;
    intent.touched.each(this::settleDown);
  }

  /** A mutation is done with its callbacks, or a fetch of the query has ended: what is due is fetched or baked. */
  void settleDown(Query query) {
    if (query.fold != null) {
      query.fold.resync();
      query.fold.bake();
      end(query);
    }
  }

  /**
   * Puts the changes that mean this new query over it: those that are pending. What was confirmed is in the value that it
   * comes with, or will fetch; put over it once more it would undo what was confirmed after it.
   */
  void attach(Query query) {
    note(LOOK, query, null);
    if (confirmedKeys.mean(query)) {
      query.comesAfterConfirmed();
    }
    pending.each(change -> {
      if (change.means(query)) {
        put(change, query, false);
      }
    });
  }

  /** Forgets every change, and gives up what waits for a record that is being made. What settles later finds nothing to do. */
  void clear() {
    pending.clear();
    confirmed = 0;
    confirmedKeys = new ConfirmedKeys(client.environment.values);
    views.forgetPrimitives();
    if (temporaryIds != null) {
      temporaryIds.clear();
    }
    note(CLEARED, null, null);
  }

  /**
   * The query's observers hear of its new view once for all that happened in this task. Where many functions have to run
   * for it, they hear once for all tasks of a time that grows with them, 31 ms for 4,000: n failures in n tasks would run
   * n times n.
   */
  void tellLater(Query query) {
    toTell.add(query);
    if (!telling) {
      telling = true;
      Task later = () -> {
        telling = false;
        tell();
      };
      int wait = query.fold == null ? 0 : query.fold.parts.size() >> 7;
      if (wait > 0) {
        client.environment.timeouts.setTimeout(later, wait);
      } else {
        client.environment.deferreds.microtask(later);
      }
    }
  }

  private void tell() {
    OrderedSet<Query> now = toTell;
    toTell = new OrderedSet<>();
    client.environment.notify.run(() -> now.each(query -> {
      query.announce(Shapes.setState(query.confirmed()));
      end(query);
    }));
  }

  /** Shows the changes, each in its place in the order of issue. */
  private void place(Seq<Change> changes) {
    QueryCache cache = client.getQueryCache();
    changes.each(change -> {
      Query query = cache.get(change.hash);
      if (query == null && change.creates() && change.filters == null) {
        query = cache.build(client, client.defaultQueryOptions(QueryOptions.of(change.key)), null);
        query.madeBy = this;
      }
      Seq<Query> meant = change.filters != null
          ? cache.findAll(change.filters)
          : query == null ? new Seq<>() : Seq.of(query);
      pending.add(change);
      meant.each(each -> {
        put(change, each, true);
        if (change.kind != Change.RESYNC) {
          tellLater(each);
        }
      });
    });
  }

  private static void put(Change change, Query query, boolean first) {
    if (query.fold == null) {
      query.fold = new BaseGate(query);
    }
    query.fold.add(change, first);
  }

  /** The query goes on without a fold where nothing is left to fold; one that only an intent had made goes. */
  private void end(Query query) {
    BaseGate fold = query.fold;
    if (fold != null && fold.parts.size() == 0 && fold.resyncAfter == 0) {
      query.fold = null;
      views.forgetBase(fold.base.data);
      query.show(fold.base);
      if (query.observers.size() == 0) {
        if (query.madeBy != null
            && query.run == null
            && client.environment.values.isUndefined(fold.base.data)) {
          client.getQueryCache().remove(query);
        } else {
          query.scheduleGc();
        }
      }
    }
  }
}
