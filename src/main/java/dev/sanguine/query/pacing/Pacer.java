package dev.sanguine.query.pacing;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Listener;
import dev.sanguine.env.OrderedSet;
import dev.sanguine.env.Table;
import dev.sanguine.env.Task;
import dev.sanguine.env.Thenable;
import dev.sanguine.query.Feature;
import dev.sanguine.query.Mutation;
import dev.sanguine.query.MutationRun;
import dev.sanguine.query.Pacing;
import dev.sanguine.query.Promises;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.fetching.Retryer;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.state.ActionType;
import dev.sanguine.query.state.Actions;
import dev.sanguine.query.state.CacheEvent;
import dev.sanguine.query.state.MutationResult;
import dev.sanguine.query.state.MutationState;
import dev.sanguine.query.state.States;
import jsinterop.annotations.JsIgnore;
import jsinterop.annotations.JsType;

/*
 * When the requests of mutations leave, and which of them leave as one.
 *
 * A change shows when it is called, by its own intent, whatever becomes of its request. So nothing here touches a view: the
 * page is never behind the keys. What is decided here is only when the request leaves, and with whom.
 *
 *     held      `hold`      until its time is over, or somebody says sendNow; until then it can be undone
 *     debounced `debounce`  until no further call of its scope has come for so long
 *     in line   `scope`     until those before it are settled: that was so without this feature
 *
 * When the first of a line is about to leave, those that wait behind it are looked at (Merging). If they can be one request
 * with it, they are (SharedRequest). So there is at most one request of a scope on its way, and what waits is at most one more,
 * however many calls it is made of. Each call keeps its intent, its promise and its callbacks. All of them settle with the
 * request that carried their change, in one step.
 *
 * A page that is left (PageLife) sends at once what it held and what waited for a pause, and asks the request to outlive it.
 * What still waits behind a request that is out does so too, since no answer may ever come for that one.
 */
@JsType
public final class Pacer extends Pacing {
  private final QueryClient client;
  private final Environment env;
  private final PageLife page;
  private final KeepaliveBudget keepalive;
  /** What has any of the options, from its beginning until it is settled. */
  private final OrderedSet<MutationRun> paced = new OrderedSet<>();

  private final Table<MutationRun, Hold> holds = new Table<>();
  /** By scope. */
  private final Table<String, Debounce> debounces = new Table<>();

  private final Table<MutationRun, Debounce> debounced = new Table<>();
  /** In which request a run's change is. */
  private final Table<MutationRun, SharedRequest> carried = new Table<>();

  final FailedTogether failedTogether;

  /** Nobody sees the page: what is sent is to outlive it. */
  private boolean isLeaving;
  /** No answer may ever come. */
  private boolean isLeft;

  private Task stopListening;
  private Task stopCache;

  private Pacer(QueryClient client, PageLife page) {
    this.client = client;
    this.page = page;
    env = client.environment;
    keepalive = new KeepaliveBudget(env);
    failedTogether = new FailedTogether(client);
  }

  /** The feature: {@code new QueryClient({ features: [pacing] })}. */
  public static void pacing(QueryClient client) {
    client.pacing = new Pacer(client, Page.life());
    Page.addMembers(client.pacing);
  }

  /** The feature for a client that lives in that page. */
  @JsIgnore
  public static Feature pacingOn(PageLife page) {
    return client -> client.pacing = new Pacer(client, page);
  }

  @Override
  @JsIgnore
  protected void check(Mutation mutation) {
    PacingOptions.check(mutation);
  }

  // When a request leaves

  @Override
  @JsIgnore
  protected boolean mayLeave(MutationRun run) {
    SharedRequest request = carried.get(run);
    if (request != null) {
      request.proceed();
      return false;
    }
    if (run.settled) {
      return false;
    }
    boolean wasHeld = run.owner.state.heldUntil > 0;
    if ((isPaced(run.owner.options) || wasHeld) && !paced.has(run)) {
      begin(run);
    }
    Debounce debounce = debounced.get(run);
    return !isHeld(run) && (debounce == null || debounce.isDue);
  }

  private static boolean isPaced(MutationOptions options) {
    return options.coalesce != null || options.debounce != null || options.hold != null;
  }

  private void begin(MutationRun run) {
    Mutation mutation = run.owner;
    MutationOptions options = mutation.options;
    paced.add(run);
    listen(mutation);
    boolean isRestored = !run.isSentAgain && mutation.state.status.equals("pending");
    double heldBefore = mutation.state.heldUntil;
    if (isRestored) {
      // Its time was over when the page before was left.
      setHeldUntil(mutation, 0);
      if (heldBefore > 0 && PacingOptions.cancelsOnLeave(options)) {
        run.giveUp(undone());
      }
    } else if (mutation.attempts() == 0) {
      double ms = PacingOptions.hold(options);
      if (ms > 0) {
        hold(run, ms);
      }
      double pause = PacingOptions.pause(mutation);
      if (pause > 0) {
        debounceOf(PacingOptions.scope(mutation))
            .add(run, pause, PacingOptions.longestPause(options));
        debounced.put(run, debounces.get(PacingOptions.scope(mutation)));
      }
    }
  }

  private void listen(Mutation mutation) {
    if (stopListening == null) {
      stopListening = page.listen(this::onPage);
    }
    if (stopCache == null && mutation.optimistic() == null) {
      stopCache = client.getMutationCache().subscribe((Listener<CacheEvent>) this::onCacheEvent);
    }
  }

  private void stopListening() {
    if (paced.size() == 0 && stopListening != null) {
      stopListening.run();
      stopListening = null;
      isLeaving = false;
      isLeft = false;
      if (stopCache != null) {
        stopCache.run();
        stopCache = null;
      }
    }
  }

  /** A plain mutation goes on when it was taken out of the cache. But one that has not begun to leave is sent no more. */
  private void onCacheEvent(CacheEvent event) {
    MutationRun run = event.type.equals("removed") ? event.mutation.run : null;
    if (run != null && paced.has(run) && run.intent == null) {
      run.giveUp(env.errors.cancelled(false, false));
    }
  }

  @Override
  @JsIgnore
  protected void settled(MutationRun run) {
    endHold(run);
    endDebounce(run);
    SharedRequest request = carried.get(run);
    if (request != null) {
      carried.remove(run);
      request.leave(run);
    }
    paced.remove(run);
    stopListening();
  }

  // Held

  @Override
  @JsIgnore
  protected boolean isHeld(MutationRun run) {
    return run != null && holds.has(run);
  }

  private void hold(MutationRun run, double ms) {
    Hold hold =
        new Hold(run, env.clock.now() + ms, PacingOptions.cancelsOnLeave(run.owner.options));
    holds.put(run, hold);
    hold.timer = env.timeouts.setTimeout(() -> release(run), ms);
    setHeldUntil(run.owner, hold.until);
  }

  /** It may be sent from now on. */
  private void release(MutationRun run) {
    if (endHold(run)) {
      if (run.owner.state.isPaused) {
        // Who shows that it is held hears that it is no more.
        run.owner.dispatch(Actions.action(ActionType.PAUSE));
      }
      run.proceed();
    }
  }

  private boolean endHold(MutationRun run) {
    Hold hold = holds.get(run);
    if (hold == null) {
      return false;
    }
    holds.remove(run);
    env.timeouts.clearTimeout(hold.timer);
    setHeldUntil(run.owner, 0);
    return true;
  }

  /** The state with that member: copies keep it from now on. */
  private static void setHeldUntil(Mutation mutation, double until) {
    if (mutation.state.heldUntil > 0 || until > 0) {
      MutationState state = States.copy(mutation.state);
      state.heldUntil = until;
      mutation.state = States.admit(state);
    }
  }

  private Object undone() {
    return env.errors.cancelled(false, true);
  }

  @Override
  @JsIgnore
  public boolean undo(Mutation mutation) {
    boolean isHeld = heldUntil(mutation) > 0;
    if (isHeld) {
      mutation.giveUp(undone());
    }
    return isHeld;
  }

  @Override
  @JsIgnore
  public boolean sendNow(Mutation mutation) {
    MutationRun run = mutation.run;
    Debounce debounce = run == null ? null : debounced.get(run);
    boolean isDebounced = debounce != null && !debounce.isDue;
    boolean isHeld = isHeld(run);
    if (isHeld) {
      release(run);
    }
    if (isDebounced) {
      debounce.end();
    }
    return isHeld || isDebounced;
  }

  @Override
  @JsIgnore
  public double heldUntil(Mutation mutation) {
    return mutation.state.status.equals("pending") && mutation.state.heldUntil > 0
        ? mutation.state.heldUntil
        : 0;
  }

  @Override
  @JsIgnore
  protected void show(MutationResult result, Mutation mutation) {
    result.heldUntil = mutation == null ? 0 : heldUntil(mutation);
    result.undo = () -> mutation != null && undo(mutation);
    result.sendNow = () -> mutation != null && sendNow(mutation);
  }

  // Debounced

  private Debounce debounceOf(String scope) {
    Debounce debounce = debounces.get(scope);
    if (debounce == null) {
      debounces.put(scope, debounce = new Debounce(scope, env.timeouts));
    }
    return debounce;
  }

  private void endDebounce(MutationRun run) {
    Debounce debounce = debounced.get(run);
    if (debounce != null) {
      debounced.remove(run);
      // Its mutation may have another scope by now.
      if (!debounce.remove(run) && debounces.get(debounce.scope) == debounce) {
        debounces.remove(debounce.scope);
      }
    }
  }

  // With whom

  @Override
  @JsIgnore
  protected Object send(MutationRun run) {
    SharedRequest request = carried.get(run);
    if (request != null) {
      // It was sent out of its turn when the page was left.
      return request.returned;
    }
    endDebounce(run);
    Merging merging = mergingOf(run);
    if (merging.isNothing()) {
      cancelOut(merging);
      return env.values.undefined();
    }
    return merging.runs.size() > 1 ? sendTogether(merging, run).returned : sendAlone(run);
  }

  private Object sendAlone(MutationRun run) {
    return sendKept(run.variables, keepsAlive -> {
      if (keepsAlive || run.context.keepalive) {
        run.context.keepalive = keepsAlive;
      }
      Departure.tellConflicts(run);
      Departure.leave(run, null);
      return Departure.call(run, run.variables, run.context);
    });
  }

  private SharedRequest sendTogether(Merging merging, MutationRun head) {
    SharedRequest request = new SharedRequest(this, new Passengers(client), merging, head);
    merging.runs.each(run -> {
      endDebounce(run);
      carried.put(run, request);
    });
    env.notify.run(() -> merging.runs.each(run -> {
      if (run.owner.state.isPaused) {
        run.owner.dispatch(Actions.action(ActionType.CONTINUE));
      }
    }));
    request.start();
    return request;
  }

  /** The run, and as many of those that wait behind it in its line as can be one request with it. */
  private Merging mergingOf(MutationRun first) {
    boolean mayBeJoined = isNew(first) && first.failures == 0 && !isOvertaken(first);
    Mutation next = mayBeJoined ? first.owner.behind : null;
    Merging merging = new Merging(first);
    while (next != null) {
      beginRestored(next);
      boolean isAdded = canJoin(next.run) && !isOvertaken(next.run) && merging.add(next.run);
      next = isAdded ? next.behind : null;
    }
    if (merging.runs.size() > 1 && client.law != null && client.law.newIds() != null) {
      int count = client.law.newIds().canLeaveTogether(merging.runs.map(run -> run.owner));
      if (count < merging.runs.size()) {
        return Merging.ofFirst(merging.runs, Math.max(count, 1));
      }
    }
    return merging;
  }

  /**
   * Somebody was faster than this change: it is a question of its own, which must not be put to those that leave with it. What
   * can be merged has its variables brought up to date before they are put to those of the others.
   */
  private boolean isOvertaken(MutationRun run) {
    return client.conflicts != null && run.intent != null && client.conflicts.isOvertaken(run);
  }

  /** One of the page before that was not resumed yet goes with the first of its line that is. */
  private static void beginRestored(Mutation mutation) {
    if (mutation.run == null
        && mutation.state.status.equals("pending")
        && isPaced(mutation.options)
        && mutation.options.mutationFn != null) {
      mutation.proceed().done(null, Promises.IGNORE);
    }
  }

  /** True if it is ready to leave, and waits for nothing but those before it. */
  private boolean canJoin(MutationRun run) {
    return run != null
        && run.hasBegun
        && !run.settled
        && run.owner.state.isPaused
        && run.owner.options.mutationFn != null
        && isNew(run)
        && !isHeld(run)
        && !carried.has(run)
        && Retryer.canFetch(env, run.owner.options.networkMode);
  }

  /** The server can't know it: no attempt was made to send it. */
  private static boolean isNew(MutationRun run) {
    return run.owner.attempts() == 0 && run.owner.state.failureCount == 0;
  }

  /** The record was made and deleted while neither was sent: the delete has what it wanted, the others are taken back. */
  private void cancelOut(Merging merging) {
    MutationRun delete = merging.runs.get(merging.runs.size() - 1);
    env.notify.run(() -> {
      delete.settle(true, env.values.undefined());
      merging.runs.each(run -> run.giveUp(undone()));
    });
  }

  @Override
  @JsIgnore
  protected boolean isCarried(Mutation mutation) {
    SharedRequest request = mutation.run == null ? null : carried.get(mutation.run);
    return request != null && request.merging.lead != mutation.run;
  }

  /** They are no passengers of it any more. */
  void release(SharedRequest request) {
    request.merging.runs.each(run -> {
      if (carried.get(run) == request) {
        carried.remove(run);
      }
    });
  }

  @Override
  @JsIgnore
  public Thenable<Object> retry(Mutation mutation) {
    return failedTogether.retry(mutation);
  }

  // The page

  boolean isLeft() {
    return isLeft;
  }

  private void onPage(PageEvent event) {
    isLeaving = event != PageEvent.BACK;
    isLeft = event == PageEvent.LEFT;
    if (event == PageEvent.BACK) {
      sendOverdue();
      return;
    }
    debounces.values().each(Debounce::end);
    holds.values().each(hold -> {
      if (!hold.cancelsOnLeave) {
        release(hold.run);
      } else if (event == PageEvent.LEFT) {
        undo(hold.run.owner);
      }
    });
    if (event == PageEvent.LEFT) {
      sendOutOfTurn();
    }
  }

  /** Timers may have stood still meanwhile. */
  private void sendOverdue() {
    double now = env.clock.now();
    holds.values().each(hold -> {
      if (hold.until <= now) {
        release(hold.run);
      }
    });
  }

  /** What waits behind a request that is out would wait for ever. It may not overtake what waits itself. */
  private void sendOutOfTurn() {
    paced.items().each(run -> {
      if (paced.has(run)
          && canJoin(run)
          && run.owner.awaitedIds().size() == 0
          && haveLeft(run.owner.ahead)) {
        Merging merging = mergingOf(run);
        if (merging.isNothing()) {
          cancelOut(merging);
        } else {
          sendTogether(merging, null);
        }
      }
    });
  }

  private boolean haveLeft(Mutation last) {
    Mutation ahead = last;
    while (ahead != null && ahead.run != null && ahead.run.isRequestOpen) {
      ahead = ahead.ahead;
    }
    return ahead == null;
  }

  /** Sends a request; one that leaves while the page is being left is to outlive it, if it may. */
  Object sendKept(Object variables, KeepaliveBudget.Sending sending) {
    return isLeaving ? keepalive.send(variables, sending) : sending.with(false);
  }
}
