package dev.sanguine.query.pattern;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;
import dev.sanguine.env.Task;
import dev.sanguine.env.Values;
import dev.sanguine.law.ArrivedValue;
import dev.sanguine.law.Change;
import dev.sanguine.law.FoldedChange;
import dev.sanguine.law.Intent;
import dev.sanguine.law.SnapshotOrigins;
import dev.sanguine.law.Updater;
import dev.sanguine.query.MutationRun;
import dev.sanguine.query.Options;
import dev.sanguine.query.Query;
import dev.sanguine.query.QueryCache;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.fetching.InfiniteFetch;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.options.SetDataOptions;
import dev.sanguine.query.state.PlainObjects;
import dev.sanguine.records.ThreeWay;
import jsinterop.annotations.JsConstructor;

/*
 * The documented pattern, right as it stands.
 *
 * TanStack Query's guide teaches: cancel, read the snapshot, write, and put the snapshot back in onError. If another mutation
 * has written in between, that wipes its change. But whoever puts a snapshot back does not want the old value. He wants his
 * own write gone.
 *
 * So while mutations are under way each query keeps what was written by hand since, in order (WriteHistory). If a callback of a
 * mutation that has failed writes a value that was shown before, then the writes of that mutation leave, and the later
 * ones are done again over what is left (HandWrite): a function is run again, and a value is carried over by what it changed
 * (ThreeWay). If a fetch has brought another value since, there is nothing to take out. Whose write is whose is in
 * RunningCallbacks.
 *
 * If none of this is known, the value is written as query-core writes it. Nothing is kept while no mutation is under way,
 * except until the next microtask: an app may write first and call mutate right after.
 *
 * An option of the client, onMutateWrites, says how far this goes: "plain" turns it off; with "intents" a write of onMutate
 * is a change of its mutation, as if the option optimistic had made it, so that the law holds for it (IntentLog.write).
 */
public final class HandWrites {
  public static final String PLAIN = "plain";
  public static final String ROLLBACK = "rollback";
  public static final String INTENTS = "intents";

  public final RunningCallbacks callers;
  private final QueryCache cache;
  private final Table<String, WriteHistory> histories = new Table<>();
  /** Written in this task by nobody, while nothing was under way perhaps: a mutation that begins now may own them. */
  private final Seq<HandWrite> recent = new Seq<>();
  /** The same of what was taken for changes of another mutation, which was only likely. */
  private final Seq<Change> guessed = new Seq<>();
  /** Those in which many writes wait for being done again. */
  private final Seq<WriteHistory> dirty = new Seq<>();

  @JsConstructor
  public HandWrites(QueryCache cache) {
    this.cache = cache;
    callers = new RunningCallbacks(cache);
  }

  /** Writes data by hand, as {@link QueryClient#setQueryData} says. */
  public Object set(
      QueryClient client, Object queryKey, Object dataOrUpdater, SetDataOptions options) {
    Values values = client.environment.values;
    QueryOptions named = QueryOptions.of(queryKey);
    named.queryHash = client.hash(queryKey);
    Query query = cache.get(named.queryHash);
    Updater updater = values.isFunction(dataOrUpdater) ? (Updater) dataOrUpdater : null;
    boolean areIntents = client.onMutateWrites.equals(INTENTS);
    if (areIntents && callers.areOfForgotten()) {
      // Nothing of the last user is shown to the next.
      return values.undefined();
    }
    MutationRun failed = areIntents && updater != null && query != null && callers.isKnown()
        ? callers.runPuttingBack(run -> false)
        : null;
    if (failed != null && failed.runWrites != null && failed.runWrites.undoes(query, updater)) {
      return query.current().data;
    }
    if (areIntents && callers.preparing() != null) {
      return viewAfter(
          client,
          new IntentWrites(client)
              .write(callers.preparing(), queryKey, query, updater, dataOrUpdater));
    }
    if (areIntents && updater != null && query != null && query.gate() != null) {
      Change amended = amend(client, query, updater);
      if (amended != null) {
        return viewAfter(client, amended);
      }
    }
    if (updater != null || !callers.mayBePuttingBack()) {
      doAgain();
    }
    Object before = query == null ? values.undefined() : query.confirmed().data;
    Seq<Change> passedBefore = HandWrite.passedOver(query);
    Object data = updater != null ? updater.update(before) : dataOrUpdater;
    SetDataOptions set = PlainObjects.copy(options);
    set.manual = true;
    boolean isKept = !client.onMutateWrites.equals(PLAIN);
    WriteHistory history = isKept ? historyOf(named.queryHash, query) : null;
    SnapshotOrigins.Origin origin = origin(client, query, data);
    if (history != null) {
      Object left = takeOut(history, data, updater != null, origin != null, set);
      if (left != ThreeWay.NOTHING) {
        return left;
      }
    }
    Seq<MutationRun> writers = callers.possibleWriters();
    if (areIntents && writers.size() == 1) {
      Change change =
          new IntentWrites(client).write(writers.get(0), queryKey, query, updater, dataOrUpdater);
      if (change != null) {
        forgetLater();
        guessed.add(change);
      }
      return viewAfter(client, change);
    }
    origin = updater == null ? origin : null;
    boolean isOfRemoved = updater == null
        && client.log != null
        && isInCallback(client)
        && client.log.views.isOfRemoved(data, named.queryHash, query == null ? null : query.folded);
    if (values.isUndefined(data) || isOfRemoved) {
      return values.undefined();
    }
    Query target = cache.build(client, named, null);
    SnapshotOrigins.Origin known =
        query == target || updater != null ? origin : origin(client, target, data);
    Object snapshot = isKept ? target.current().data : null;
    boolean mayBeOfView =
        isKept && known == null && target.gate() != null && callers.mayBeReading();
    boolean isOfView =
        mayBeOfView && (updater == null || ignoresArgument(target, updater, before, data));
    Object made = isOfView ? onBase(target, data) : data;
    Object shown = write(target, made, updater != null || isOfView, known, set);
    if (isKept) {
      keep(new HandWrite(target, isOfView ? null : updater, snapshot, before, passedBefore));
    }
    return shown;
  }

  /**
   * If a callback of a mutation that was confirmed makes something of what its onMutate has written, that is there for it.
   *
   * @return the change that it has become; null if the confirmed value is to be written
   */
  private Change amend(QueryClient client, Query query, Updater updater) {
    Intent confirmed = callers.confirmed();
    FoldedChange own = confirmed == null ? null : query.gate().lastThatAdds(confirmed);
    if (own != null) {
      return new IntentWrites(client).amend(own, updater);
    }
    if (confirmed != null) {
      query.gate().settleInBase(confirmed);
    }
    return null;
  }

  /**
   * If a mutation that failed puts the value back, its writes are taken out.
   *
   * @return what is left; NOTHING if the value is to be written as it is, also if it is too deep to be compared
   */
  private Object takeOut(
      WriteHistory history, Object value, boolean byUpdater, boolean isView, SetDataOptions set) {
    return environment()
        .errors
        .attempt(
            () -> {
              if (!history.putBack(callers, value, byUpdater, isView)) {
                return ThreeWay.NOTHING;
              }
              return history.query() == null
                  ? environment().values.undefined()
                  : show(history, set);
            },
            error -> {
              history.giveUp();
              return ThreeWay.NOTHING;
            });
  }

  private Object viewAfter(QueryClient client, Change change) {
    return change == null
        ? client.environment.values.undefined()
        : cache.get(change.hash).current().data;
  }

  /** The function hands out a value that it has made of the view, whatever it is given. */
  private static boolean ignoresArgument(Query target, Updater updater, Object base, Object made) {
    return !target.environment().values.same(target.current().data, base)
        && new RepeatableWrite(target.environment(), target.shape(), updater, base, made)
            .ignoresArgument(target.current().data);
  }

  /**
   * A mutation that is pending has made the value of the view, with the changes of others in it: what it changed there is
   * written into the base. Of a number that is what it added, so that the view is what was written.
   */
  private static Object onBase(Query target, Object data) {
    ThreeWay ways = new ThreeWay(target.environment().values, target.shape()).addingNumbers();
    return ways.carry(target.current().data, data, target.confirmed().data, ThreeWay.NOTHING);
  }

  private SnapshotOrigins.Origin origin(QueryClient client, Query query, Object data) {
    return client.log == null || query == null
        ? null
        : client.log.views.of(data, query.queryHash, query.gate() != null, isInCallback(client));
  }

  private boolean isInCallback(QueryClient client) {
    return client.log.calling != null
        || !client.onMutateWrites.equals(PLAIN) && callers.mayBePuttingBack();
  }

  private static Object write(
      Query target,
      Object data,
      boolean byUpdater,
      SnapshotOrigins.Origin origin,
      SetDataOptions set) {
    if (target.gate() == null) {
      return target.setData(origin == null ? data : origin.baseOfNow(data), set);
    }
    return origin == null
        ? target.gate().write(written(data, set), byUpdater)
        : target.gate().putBack(written(origin.baseOfNow(data), set), origin.passedOver);
  }

  private static ArrivedValue written(Object data, SetDataOptions set) {
    ArrivedValue value = new ArrivedValue(data, ArrivedValue.UNASKED);
    value.isManual = set.manual;
    value.updatedAt = Options.number(set.updatedAt, Double.NaN);
    return value;
  }

  /**
   * What is left without the writes of a mutation that failed becomes the value. If many have to be done again for that, this
   * waits for a time that grows with them, or until somebody reads: n failures would do n times n again.
   */
  private Object show(WriteHistory history, SetDataOptions set) {
    Query query = history.query();
    int wait = history.toDoAgain() >> 7;
    if (wait <= 0 || query.gate() != null) {
      doAgain(history, set);
    } else if (!dirty.has(history)) {
      dirty.add(history);
      environment().timeouts.setTimeout(this::doAgain, wait);
    }
    return query.current().data;
  }

  /** What waits for being done again is done now. */
  public void doAgain() {
    if (dirty.size() > 0) {
      Seq<WriteHistory> now = dirty.copy();
      dirty.clear();
      SetDataOptions set = new SetDataOptions();
      set.manual = true;
      now.filter(history -> history.isDirty() && history.query() != null)
          .each(history -> doAgain(history, set));
    }
  }

  private void doAgain(WriteHistory history, SetDataOptions set) {
    Query query = history.query();
    WriteHistory.Left left = history.left();
    if (query.environment().values.isUndefined(left.value)) {
      query.empty();
    } else if (query.gate() != null) {
      query.gate().putBack(written(left.value, set), left.passed);
    } else {
      query.setData(left.value, set);
    }
    if (query.run != null) {
      query.run.mayHoldWhatFailed = true;
    }
    history.noteLeft();
  }

  private void keep(HandWrite write) {
    MutationRun writer = callers.writer();
    write.owner = writer;
    write.possibleOwners = writer == null ? callers.possibleWriters() : write.possibleOwners;
    if (writer == null) {
      forgetLater();
      recent.add(write);
    }
    if (callers.areUnderWay()) {
      addTo(makeHistoryOf(write.query), write);
    }
  }

  private void forgetLater() {
    if (recent.size() + guessed.size() == 0) {
      environment().deferreds.microtask(() -> {
        recent.clear();
        guessed.clear();
      });
    }
  }

  private void addTo(WriteHistory history, HandWrite write) {
    history.add(write);
    if (write.owner != null) {
      write.owner.runWrites().add(history, write);
    }
    write.possibleOwners.each(run -> run.runWrites().add(history, write));
  }

  /** A mutation begins. What was written right before that, in the same task and by nobody else, may be its own. */
  public void beginRun(MutationRun run) {
    boolean isFirst = !callers.areUnderWay();
    callers.beginRun(run);
    Seq<HandWrite> own = recent.copy();
    recent.clear();
    guessed.each(change -> turnIntoWrite(change, run));
    guessed.clear();
    own.each(write -> {
      write.possibleOwners = Seq.of(run);
      if (isFirst) {
        addTo(makeHistoryOf(write.query), write);
      } else {
        WriteHistory history = makeHistoryOf(write.query);
        history.noteRead(Seq.of(run), write.snapshot);
        run.runWrites().add(history, write);
      }
    });
  }

  /** What was taken for a change of another mutation was written right before this one began. */
  private void turnIntoWrite(Change change, MutationRun run) {
    Query query = cache.get(change.hash);
    if (query != null && run.owner.client.log().takeBack(change)) {
      Object before = query.confirmed().data;
      Seq<Change> passed = HandWrite.passedOver(query);
      Object snapshot = query.current().data;
      Updater updater = (Updater) change.value;
      write(query, updater.update(before), true, null, new SetDataOptions());
      HandWrite write = new HandWrite(query, updater, snapshot, before, passed);
      write.possibleOwners = Seq.of(run);
      addTo(makeHistoryOf(query), write);
    }
  }

  /** Its last callback is done. */
  public void endRun(MutationRun run) {
    callers.endRun(
        run, run.failed && run.runWrites != null && run.runWrites.mayBePutBack(run), () -> {
          if (run.runWrites != null) {
            run.runWrites.histories.each(history -> history.keepWritesOf(run));
          }
          if (!callers.areUnderWay()) {
            doAgain();
            histories.clear();
          }
        });
  }

  /** A callback reads what the query shows. It may put that back. */
  public void noteRead(Query query, Object shown) {
    if (callers.mayBeReading() && !query.client.onMutateWrites.equals(PLAIN)) {
      historyOf(query.queryHash, query).noteRead(callers.readers(), shown);
    }
  }

  /** A function of the app was given that value. */
  void noteGiven(Query query, Object value) {
    if (query != null && callers.areUnderWay()) {
      makeHistoryOf(query).show(value);
    }
  }

  /** A confirmed change of an intent has become part of the confirmed value: for what was written by hand that is a write. */
  public void noteBaked(Query query, Change change, Object before) {
    WriteHistory history = histories.get(query.queryHash);
    if (history != null && history.query() == query) {
      history.addBaked(new HandWrite(
          query,
          old -> new FoldedChange(change, query.folded).next(old),
          before,
          before,
          HandWrite.passedOver(query)));
    }
  }

  /** A fetch has brought one more page: what was written by hand into those before it can be taken out of them still. */
  public void takePage(Query query, boolean back, Task become) {
    WriteHistory history = histories.get(query.queryHash);
    if (history == null) {
      become.run();
      return;
    }
    history.follow(query);
    doAgain();
    Object before = query.confirmed().data;
    Seq<Change> passedBefore = HandWrite.passedOver(query);
    become.run();
    Updater addPage =
        InfiniteFetch.addsPage(before, query.confirmed().data, back, environment().values);
    if (addPage != null) {
      history.add(new HandWrite(query, addPage, before, before, passedBefore));
    }
  }

  /** The query has left the cache. */
  public void noteRemoved(Query query) {
    WriteHistory history = histories.get(query.queryHash);
    if (history != null && history.query() == query) {
      history.follow(null);
    }
  }

  /** Of how many queries something is kept. */
  public int kept() {
    return histories.size();
  }

  /** True if no mutation is under way, and nothing remains of those that were. */
  public boolean keepsNothing() {
    return histories.size() == 0 && recent.size() + guessed.size() == 0 && callers.keepsNothing();
  }

  public void clear() {
    histories.clear();
    dirty.clear();
    recent.clear();
    guessed.clear();
    callers.clear();
  }

  /** The history of a query, which may have left the cache, up to date; null if there is none. */
  private WriteHistory historyOf(String hash, Query query) {
    WriteHistory history =
        query == null ? histories.get(hash) : callers.areUnderWay() ? makeHistoryOf(query) : null;
    if (history != null) {
      history.follow(query);
    }
    return history;
  }

  private WriteHistory makeHistoryOf(Query query) {
    WriteHistory history = histories.get(query.queryHash);
    if (history == null) {
      histories.put(query.queryHash, history = new WriteHistory(query));
    } else if (history.query() != query) {
      history.follow(query);
    }
    return history;
  }

  private Environment environment() {
    return cache.env;
  }
}
