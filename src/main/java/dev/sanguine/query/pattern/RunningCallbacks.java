package dev.sanguine.query.pattern;

import dev.sanguine.env.Environment;
import dev.sanguine.env.OrderedSet;
import dev.sanguine.env.Predicate;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Supply;
import dev.sanguine.env.Task;
import dev.sanguine.env.Thenable;
import dev.sanguine.law.Intent;
import dev.sanguine.query.Cache;
import dev.sanguine.query.MutationRun;
import jsinterop.annotations.JsConstructor;

/*
 * Whose callback is running, as far as that can be known.
 *
 * Up to its first await it is known, because the engine has called the callback. After an await of cancelQueries it is known
 * too. Reactions to a promise run in the order in which they were added, and the engine adds its own first. So that runs
 * right before the callback goes on. If the callback waits for several of them at once (Promise.all), it goes on one
 * microtask later. After any other await it is not known: it may be each mutation whose onMutate has not ended.
 *
 * A mutation puts a value back in a callback after its end, or where its promise is caught. The catch runs in a later
 * microtask, so a mutation that failed counts as being left for a few of them.
 */
public final class RunningCallbacks {
  /** Asynchronous functions around {@code mutateAsync}, one in another, take about as many microtasks. */
  private static final int MICROTASKS_AFTER_END = 8;

  private final Cache cache;
  private MutationRun calling;
  /** The runs that may go on after an await in this microtask. If there is one, it is the caller. */
  private Seq<MutationRun> resumed = new Seq<>();
  /** One of {@link #resumed} has called the engine since. */
  private boolean isResumedSeen;
  /** Runs that should have gone on and did not. They wait for another promise too, and may go on at any time. */
  private final Seq<MutationRun> overdue = new Seq<>();
  /** Their onMutate has begun and not ended. */
  private final Seq<MutationRun> preparing = new Seq<>();
  /** They have failed, and their callbacks, or those who wait for them, are not done. */
  private final Seq<MutationRun> failed = new Seq<>();
  /** All that have begun and are not over. */
  private final OrderedSet<MutationRun> underWay = new OrderedSet<>();

  @JsConstructor
  RunningCallbacks(Cache cache) {
    this.cache = cache;
  }

  boolean areUnderWay() {
    return underWay.size() > 0;
  }

  public boolean keepsNothing() {
    return underWay.size() == 0 && preparing.size() == 0 && failed.size() == 0;
  }

  void beginRun(MutationRun run) {
    underWay.add(run);
  }

  public void beginPreparing(MutationRun run) {
    preparing.add(run);
  }

  public void endPreparing(MutationRun run) {
    preparing.remove(run);
    overdue.remove(run);
  }

  public void addFailed(MutationRun run) {
    failed.add(run);
  }

  /** Its last callback is done. One that failed is left a little later; {@code whenOver} is called then. */
  void endRun(MutationRun run, boolean isAwaited, Task whenOver) {
    if (isAwaited) {
      afterMicrotasks(MICROTASKS_AFTER_END, () -> forget(run, whenOver));
    } else {
      forget(run, whenOver);
    }
  }

  private void forget(MutationRun run, Task whenOver) {
    failed.remove(run);
    overdue.remove(run);
    underWay.remove(run);
    whenOver.run();
  }

  private void afterMicrotasks(int microtasks, Task task) {
    environment()
        .deferreds
        .microtask(microtasks == 1 ? task : () -> afterMicrotasks(microtasks - 1, task));
  }

  void clear() {
    underWay.items().each(run -> run.isForgotten = true);
    underWay.clear();
    preparing.clear();
    overdue.clear();
    failed.clear();
  }

  /** Runs a callback of the mutation's run. */
  public Object call(MutationRun run, Supply callback) {
    MutationRun before = calling;
    calling = run;
    try {
      return callback.get();
    } finally {
      calling = before;
    }
  }

  /** A promise of the engine's that whoever asked for it may wait for. */
  public <T> Thenable<T> awaited(Thenable<T> promise) {
    MutationRun run = caller();
    if (run != null) {
      run.awaited = run.awaited == null ? new AwaitedPromises() : run.awaited;
      run.awaited.isAskedFor();
      promise.done(value -> resume(run));
    }
    return promise;
  }

  private void resume(MutationRun run) {
    int number = run.awaited.settle();
    Seq<MutationRun> now = resumed.size() > 0 && !isResumedSeen ? resumed.copy() : new Seq<>();
    overdue.filter(other -> !now.has(other)).each(now::add);
    mayGoOn(run, now, number, () -> {
      if (run.awaited.isLast(number) && run.awaited.mayGoOnAfterAll()) {
        resumeAfterAll(run, number);
      }
    });
  }

  /** One microtask later goes on who waits for several promises at once. Nobody else does whose turn comes yet. */
  private void resumeAfterAll(MutationRun run, int number) {
    Seq<MutationRun> now = overdue.copy();
    resumed.filter(other -> other.awaited.areOverdue() && !now.has(other)).each(now::add);
    mayGoOn(run, now, number, () -> {});
  }

  /** The run, or one of the others, may go on up to the next microtask. */
  private void mayGoOn(MutationRun run, Seq<MutationRun> now, int number, Task then) {
    if (!now.has(run)) {
      now.add(run);
    }
    resumed = now;
    isResumedSeen = false;
    environment().deferreds.microtask(() -> {
      resumed = resumed == now ? new Seq<>() : resumed;
      boolean isMissing = run.awaited.isLast(number) && run.awaited.areOverdue();
      then.run();
      if (isMissing && !overdue.has(run)) {
        overdue.add(run);
      }
    });
  }

  private MutationRun caller() {
    if (calling != null || resumed.size() != 1) {
      return calling;
    }
    isResumedSeen = true;
    resumed.get(0).awaited.hasGoneOn();
    return resumed.get(0);
  }

  /** The pending mutation whose callback certainly runs; null if none does. */
  MutationRun writer() {
    MutationRun run = caller();
    return run != null && !run.settled ? run : null;
  }

  /** The mutation whose onMutate certainly runs; null if none does. */
  MutationRun preparing() {
    MutationRun run = writer();
    return run != null && preparing.has(run) ? run : null;
  }

  /** What the mutation has written that was confirmed, and whose callback certainly runs; null if none is. */
  Intent confirmed() {
    MutationRun run = caller();
    return run != null && run.settled && !run.failed ? run.intent : null;
  }

  /** The client was cleared while the mutation whose callback runs was under way. */
  boolean areOfForgotten() {
    MutationRun run = caller();
    return run != null && run.isForgotten;
  }

  /** If no callback is known to run, the mutations whose callback may run. */
  Seq<MutationRun> possibleWriters() {
    return caller() == null ? preparing.copy() : new Seq<>();
  }

  /** The settled mutation whose callback, or catch, may run; of several the one that passes the test, or null. */
  MutationRun runPuttingBack(Predicate<MutationRun> test) {
    MutationRun run = caller();
    if (run != null) {
      return run.settled ? run : null;
    }
    return failed.size() == 1 ? failed.get(0) : failed.first(test);
  }

  /** The pending mutations whose callback may be running. */
  Seq<MutationRun> readers() {
    return writer() == null ? possibleWriters() : Seq.of(writer());
  }

  /** A callback of a mutation that has failed may be running. */
  boolean mayBePuttingBack() {
    return caller() == null ? failed.size() > 0 : caller().failed;
  }

  /** It is known whose callback runs. */
  boolean isKnown() {
    return caller() != null;
  }

  /** A callback may be reading what it will put back. */
  boolean mayBeReading() {
    return writer() != null || preparing.size() > 0;
  }

  private Environment environment() {
    return cache.env;
  }
}
