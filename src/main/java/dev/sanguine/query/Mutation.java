package dev.sanguine.query;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Thenable;
import dev.sanguine.law.Intent;
import dev.sanguine.law.IntentLog;
import dev.sanguine.law.IntentState;
import dev.sanguine.query.callbacks.OnRollback;
import dev.sanguine.query.callbacks.Optimistic;
import dev.sanguine.query.options.MutationCacheConfig;
import dev.sanguine.query.options.MutationConfig;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.state.Action;
import dev.sanguine.query.state.Actions;
import dev.sanguine.query.state.CacheEvent;
import dev.sanguine.query.state.CacheEvents;
import dev.sanguine.query.state.MutationState;
import dev.sanguine.query.state.States;
import jsinterop.annotations.JsConstructor;
import jsinterop.annotations.JsIgnore;
import jsinterop.annotations.JsMethod;
import jsinterop.annotations.JsProperty;
import jsinterop.annotations.JsType;
import org.jspecify.annotations.Nullable;

/** One change that is sent to the server: its variables, its state, its intent, and the callbacks around it. */
@JsType
public class Mutation extends Removable {
  public MutationState state;
  public MutationOptions options;
  public int mutationId;

  /** The id of the scope in whose line it stands while it is pending, and between whom. */
  String line;

  @JsIgnore
  public Mutation ahead;

  @JsIgnore
  public Mutation behind;

  private final MutationCache cache;
  /** What the law keeps of it; null for a plain one that waits for no record. */
  private MutationIntents owner;

  private Seq<MutationObserver> observers = new Seq<>();

  @JsIgnore
  public MutationRun run;

  @JsConstructor
  public Mutation(MutationConfig config) {
    super(config.client);
    cache = config.mutationCache;
    mutationId = config.mutationId;
    state = config.state != null ? States.admit(config.state) : States.mutationState();
    options = config.options;
    updateGcTime(options.gcTime);
    scheduleGc();
  }

  public void setOptions(MutationOptions options) {
    this.options = options;
    updateGcTime(options.gcTime);
    cache.rescope(this);
  }

  @JsProperty
  public Object getMeta() {
    return options.meta;
  }

  public void addObserver(MutationObserver observer) {
    if (!observers.has(observer)) {
      observers.add(observer);
      clearGcTimeout();
      notifyCache("observerAdded", CacheEvents.observed(observer));
    }
  }

  public void removeObserver(MutationObserver observer) {
    observers = observers.copy();
    observers.remove(observer);
    if (cache.has(this)) {
      scheduleGc();
    }
    notifyCache("observerRemoved", CacheEvents.observed(observer));
  }

  @Override
  public void optionalRemove() {
    if (observers.size() == 0 && cache.has(this)) {
      if (state.status.equals("pending")) {
        scheduleGc();
      } else if (intent() == null || client.law.listed == null) {
        cache.remove(this);
      }
    }
  }

  /** Goes on after a pause; one that was restored from storage starts. */
  @JsMethod(name = "continue")
  public Thenable<Object> proceed() {
    if (run != null) {
      return run.proceed();
    }
    boolean isTakenBack = intent() != null && !intent().isPending();
    return state.status.equals("pending") && !isTakenBack
        ? execute(state.variables)
        : environment().deferreds.resolve(environment().values.undefined());
  }

  /**
   * Sends the change. Its intent shows before this returns and is taken back before the rejection arrives.
   *
   * @return the answer; rejects with the final error, after all callbacks
   */
  public Thenable<Object> execute(Object variables) {
    MutationRun before = run;
    cache.holdBack(this, before);
    run = new MutationRun(this, variables);
    run.isSentAgain = before != null && before.intent != null;
    return run.begin();
  }

  /** Gives the change up: its intent leaves at once, its signal is aborted, and it fails as cancelled. */
  public void cancel() {
    giveUp(environment().errors.cancelled(false, false));
  }

  @JsIgnore
  public void giveUp(Object error) {
    if (run != null) {
      run.giveUp(error);
    } else if (state.status.equals("pending")) {
      takeBack(error);
      dispatch(Actions.error(error));
    }
  }

  /** A change that was restored and never went on leaves the screen, and the lines in which it waits. */
  private void takeBack(Object error) {
    Intent shown = intent();
    boolean restored = run == null && shown != null && shown.isPending();
    if (restored) {
      // It may have been sent by the page before.
      rollBack(shown, attempts() > 0 ? IntentState.UNKNOWN : IntentState.FAILED, error);
      client.log.finish(shown);
    }
    if (restored || waits() > 0) {
      tellDependents(false, error);
    }
  }

  /** Its change leaves with it; it is not sent any more, and fails as cancelled. */
  @Override
  public void destroy() {
    if (intent() != null || waits() > 0) {
      Object cancelled = environment().errors.cancelled(false, false);
      if (run != null) {
        run.giveUp(cancelled);
      } else {
        takeBack(cancelled);
      }
    }
    super.destroy();
  }

  /** As the law sees it. */
  @JsIgnore
  public MutationIntents asOwner() {
    if (owner == null) {
      owner = new MutationIntents(this);
    }
    return owner;
  }

  /** What it changes before it is settled, kept if it failed; null for a plain one. */
  @JsIgnore
  public Intent intent() {
    return owner == null ? null : owner.intent;
  }

  /** How often its variables were sent. */
  @JsIgnore
  public int attempts() {
    return owner == null ? 0 : owner.attempts;
  }

  /** The number of the first time that they were, in the client's numbers; 0 if they were not. */
  @JsIgnore
  double sent() {
    return owner == null ? 0 : owner.sent;
  }

  /** How many records it is about that the server has not named yet: it is not sent before. */
  @JsIgnore
  public int waits() {
    return owner == null ? 0 : owner.waits;
  }

  /** The same over all attempts to send the same variables; null of a plain one. */
  @JsIgnore
  public String idempotencyKey() {
    return owner == null ? null : owner.idempotencyKey;
  }

  /** Shows what it changes, if that is not shown yet. Throws what {@code optimistic} throws. */
  void issueIntent(Object given) {
    boolean showsChanges = optimistic() != null;
    if (isExpectingIds() && waits() == 0 && newIds() == null) {
      environment().errors.fail(AwaitedIds.orphaned(this, owner.awaitedBefore.get(0)));
    }
    IntentLog log = showsChanges ? client.log() : client.log;
    if (log != null && (showsChanges || log.names != null)) {
      log.begin(asOwner(), given, showsChanges);
    }
  }

  /** Takes the change out of the views, and says so. */
  @JsIgnore
  public void rollBack(Intent intent, IntentState state, Object error) {
    client.log.settle(intent, state, error);
    environment().errors.guard(() -> callOnRollback(intent), thrown -> environment()
        .errors
        .report("onRollback threw", thrown));
  }

  private void callOnRollback(Intent intent) {
    OnRollback onRollback = cache.config.onRollback;
    if (onRollback != null) {
      onRollback.call(intent, this);
    }
  }

  /**
   * Taken in from storage: the change of one that was under way shows again, that of one that failed is listed again. One
   * that can't be made is reported.
   */
  void restore(boolean isUnknown, Seq<Object> mayBeIn) {
    if (optimistic() == null && client.log == null) {
      // A plain one, and nobody changes anything: it shows nothing and waits for nothing.
      return;
    }
    boolean failed = state.status.equals("error") && optimistic() != null;
    if (failed || state.status.equals("pending")) {
      environment()
          .errors
          .guard(
              () -> {
                if (failed) {
                  asOwner().intent = client
                      .log()
                      .failedBefore(
                          asOwner(), isUnknown ? IntentState.UNKNOWN : IntentState.FAILED);
                } else {
                  issueIntent(state.variables);
                  if (intent() != null) {
                    intent().passOverIn(mayBeIn);
                  }
                }
              },
              error -> environment()
                  .errors
                  .report("mutation " + label() + ": the restored change threw", error));
    }
  }

  /** True for one that was under way when the page before was left: nobody has sent it on since. */
  boolean waitsToGoOn() {
    // One that is held waits for a person, or for its time.
    return state.isPaused && !(client.pacing != null && client.pacing.isHeld(run))
        || run == null && idempotencyKey() != null && state.status.equals("pending");
  }

  /** False before its request has left, and while it waits for anything. */
  @JsIgnore
  public boolean isUnderWay() {
    return run != null && !state.isPaused;
  }

  /** True while the callbacks of its confirmed change run. */
  boolean isConfirmedInCallbacks() {
    return intent() != null
        && intent().state == IntentState.CONFIRMED
        && state.status.equals("pending");
  }

  /** It failed on the page before and was not sent again: what it changes is only listed. */
  boolean isListedOnly() {
    return run == null && state.status.equals("error");
  }

  /**
   * Another one stands for it; or its failure was listed, and a person has discarded it, or a fetch has told what became of
   * it.
   */
  boolean isForgotten() {
    return client.pacing != null && client.pacing.isCarried(this)
        || intent() == null
            && state.status.equals("error")
            && client.log != null
            && client.law.listed != null
            && optimistic() != null;
  }

  /** Its state; of one that has failed and whose callbacks run still, the one that it will have then. */
  MutationState settledState() {
    if (intent() == null || !intent().hasFailed() || !state.status.equals("pending")) {
      return state;
    }
    MutationState failed = States.copy(state);
    failed.status = "error";
    failed.isPaused = false;
    failed.error = intent().answer;
    failed.failureReason = intent().answer;
    failed.failureCount++;
    return failed;
  }

  /** It was restored, and waited for these temporary ids, or failed since their records were not made. */
  void expectIds(Seq<Object> ids) {
    Seq<Object> texts = ids.filter(id -> id instanceof String);
    if (texts.size() > 0) {
      asOwner().awaitedBefore = texts;
      AwaitedIds names = newIds();
      if (names != null) {
        names.restored(this);
      } else if (!state.status.equals("error")) {
        // Nobody makes these records so far.
        asOwner().waits = 1;
      }
    }
  }

  boolean isExpectingIds() {
    return owner != null && owner.awaitedBefore != null;
  }

  private @Nullable AwaitedIds newIds() {
    return client.law == null ? null : client.law.newIds();
  }

  /** The temporary ids that it waits for. */
  @JsIgnore
  public Seq<String> awaitedIds() {
    AwaitedIds ids = newIds();
    if (ids == null) {
      return isExpectingIds() ? owner.awaitedBefore.map(id -> (String) id) : new Seq<>();
    }
    return state.status.equals("error") ? ids.unmadeIn(state.variables) : ids.awaitedBy(this);
  }

  /** Says that it is taken back, since the record of this id is not made. */
  Object orphaned(Object id) {
    Object error = AwaitedIds.orphaned(this, id);
    environment().errors.report("a restored change was taken back", error);
    return error;
  }

  /** If it waits for an id that nobody is making, since the mutation that made it was not restored, it is taken back. */
  void failIfOrphaned() {
    AwaitedIds ids = newIds();
    if (waits() > 0 && ids == null) {
      owner.waits = 0;
      giveUp(orphaned(owner.awaitedBefore.get(0)));
    } else if (waits() > 0) {
      String id = ids.orphanOf(this);
      if (id != null) {
        ids.giveUpOn(id);
      }
    }
  }

  void endRun(MutationRun ended) {
    if (ended.intent != null) {
      client.log.finish(ended.intent);
    }
    if (run == ended) {
      run = null;
      if (intent() != null && intent().state == IntentState.CONFIRMED) {
        owner.intent = null;
      }
    }
    if (client.log != null && !cache.hasPending()) {
      client.log.views.forgetPrimitives();
    }
    cache.wakeNext(this);
  }

  /** The lines are gone, and what was given up holds nobody back. */
  void leaveLine() {
    line = null;
    ahead = null;
    behind = null;
  }

  /** Mutations that need what this one makes go on with it, or fail with it. */
  void tellDependents(boolean success, Object dataOrError) {
    AwaitedIds ids = newIds();
    if (ids != null) {
      ids.settled(this, success, dataOrError);
    }
  }

  /** It is about these variables from now on; what it changes is written down anew. */
  @JsIgnore
  public void setVariables(Object variables) {
    state = States.copy(state);
    state.variables = variables;
    if (run != null) {
      run.variables = variables;
    }
    if (intent() != null && intent().isPending()) {
      client.log.reissue(intent(), variables);
    }
  }

  /** True if a callback of the options, of the cache or of a call of mutate is told of errors. */
  boolean hearsOfErrors() {
    MutationCacheConfig config = cacheConfig();
    return options.onError != null
        || options.onSettled != null
        || config.onError != null
        || config.onSettled != null
        || options.throwOnError != null
        || observers.some(MutationObserver::hearsOfErrors);
  }

  boolean mayRun() {
    return waits() == 0 && cache.canRun(this);
  }

  /** What writes down its changes; null for a plain mutation. */
  @JsIgnore
  public Optimistic optimistic() {
    return OwnOptions.optimistic(options, environment().values);
  }

  MutationCacheConfig cacheConfig() {
    return cache.config;
  }

  /** The request of a run that was given up has come back. */
  void cameBack(MutationRun run) {
    cache.cameBack(run);
  }

  @Override
  @JsIgnore
  public void dispatch(Action action) {
    MutationState next = MutationReducer.reduce(environment(), state, action);
    boolean isFiledAnew = !next.status.equals(state.status);
    state = next;
    if (isFiledAnew) {
      cache.file(this);
    }
    if (observers.size() > 0 || cache.hasListeners()) {
      announce(action);
    }
  }

  private void announce(Action action) {
    Seq<MutationObserver> now = observers;
    environment().notify.run(() -> {
      now.each(observer -> observer.onMutationUpdate(action));
      notifyCache("updated", CacheEvents.changed(action));
    });
  }

  /** Tells the cache's listeners; the event holds what belongs to this type of event already. */
  void notifyCache(String type, CacheEvent event) {
    event.type = type;
    event.mutation = this;
    cache.notify(event);
  }

  /** How errors and logs name it: by its key, or its number. */
  @JsIgnore
  public String label() {
    return options.mutationKey != null
        ? environment().values.hashKey(options.mutationKey)
        : "#" + mutationId;
  }
}
