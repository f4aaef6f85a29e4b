package dev.sanguine.query;

import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import jsinterop.annotations.JsConstructor;

/*
 * The law, second half: what may become the base under the changes that are not done with, and when.
 *
 * Confirmed is not gone. A confirmed intent keeps its place until a value whose request was sent after the confirmation
 * becomes the base, since only such a value holds it for certain. Where none will come it is baked: the value after it
 * becomes the base, once nothing older is pending and no fetch is under way, and the query is marked stale.
 *
 * What a fetch may already hold. A request that was under way at the same time as an intent's may have been answered with
 * the change or without it. A change that may be done twice (merge, remove, upsert, set) is folded over the answer all
 * the same. For one that may not (a function, an increment, an append) the answer is held back until the intent settles:
 * dropped if it was confirmed, since a later fetch follows, and taken if it failed. Where records carry a version (the
 * query's option), the version decides: a value that is known to hold the change, or to lack it, waits for nothing.
 *
 * Before and after go by one counter of the client (QueryClient.tick), never by a clock. What nobody sent (hydration, a
 * push) counts as sent before everything. What a persister answers from storage is older still: it holds no change.
 *
 * What has left is not taken back. A change leaves with the value that holds it. A fetch that was under way then may have
 * been answered before it: what that brings is not taken but asked for once more, and called off it goes back to the value
 * of now.
 *
 * One fetch for all. What is owed to a query, a value that was dropped or a change that was confirmed, is one fetch, sent
 * when nothing is pending over it.
 */
final class Gate extends Fold {
  /** A value that came at a time when it may, or may not, hold a change that is under way; null where none waits. */
  Action held;
  /** How many changes it waits for. */
  private int waits;
  /** The first of which nobody knew whether the value holds it: it stays, and those behind it stay over it. */
  private Part unsure;
  /** The first load that brought it, which goes on when it is known what becomes of the value. */
  private Listener<Boolean> load;
  /** The number of the settle that wants a fetch sent after it, once nothing is pending; 0 where none does. */
  double resyncAfter;
  /** How many pages an infinite query had in a value that was dropped: the next fetch brings as many. */
  int pages;
  /** The last change that a value which came holds for certain: it would be undone by one before it. */
  private double newest;
  /** The last one that was confirmed before: it is in no fold, and in every value that is fetched, if it means the query. */
  private final double over;

  @JsConstructor
  Gate(Query query) {
    super(query);
    over = log.confirmed;
  }

  /**
   * A fetch brought a value; {@code sent} is the number of its request. Where the value is held back the fetch is over all
   * the same, except a first load: that one goes on until {@code load} is told whether there is a value.
   */
  void arrive(Object data, double sent, Listener<Boolean> load) {
    this.load = load;
    offer(Shapes.success(data, null), sent);
  }

  /** Takes the value that the action brings as the new base, or holds it back where it may show a change twice. */
  void offer(Action action, double sent) {
    QueryState state = (QueryState) action.state;
    Object data = state == null ? action.data : state.data;
    action.sent = sent;
    action.wasInvalidated = base.isInvalidated;
    // The newest value stands for those before it, and for the load that waits for one of them.
    held = action;
    waits = 0;
    unsure = null;
    newest = sent > 0 ? over : 0;
    parts.each(part -> {
      part.isIn = part.intent.phase == Intent.CONFIRMED && part.intent.settled < sent;
      if (part.isIn) {
        newest = Math.max(newest, part.change.serial);
      }
    });
    parts.each(part -> {
      int phase = part.intent.phase;
      Object isIn = part.isIn ? (Object) true
          : part.intent.mutation.attempts == 0 || part.broken ? (Object) false : holds(part, data);
      if (isIn == null && unsure == null) {
        unsure = part;
      }
      part.isIn = Options.isTrue(isIn);
      part.isWaitedFor = isIn == null && sent != FetchRun.STORED
          && (part.change.serial < newest || !part.change.isIdempotent());
      if (part.isWaitedFor) {
        waits++;
        if (phase == Intent.CONFIRMED) {
          refuse(part, data);
        }
      }
    });
    if (waits == 0) {
      held = null;
      take(action);
    } else {
      if (held != null) {
        // It will be taken as what it is now: a value of this moment, and no word on any fetch.
        action.type = "success";
        action.data = data;
        action.dataUpdatedAt = state == null ? env.clock.now() : state.dataUpdatedAt;
        action.state = null;
      }
      log.note(IntentLog.HELD, query, action);
    }
    if (held == null || !env.values.isUndefined(query.getState().data)) {
      goOn();
    }
  }

  /**
   * An intent has its final answer. Confirmed it keeps its place, and what may hold it twice is dropped; else it leaves,
   * and the others are folded as if it had never been.
   */
  void settled(Part part) {
    boolean confirmed = part.intent.phase == Intent.CONFIRMED;
    if (!confirmed) {
      takeOut(part);
      noteLook();
      log.tellLater(query);
    } else if (part.change.answer != null) {
      mergeAnswer(part);
    }
    if (held != null && part.isWaitedFor) {
      Object isIn = confirmed ? holds(part, held.data) : (Object) false;
      part.isIn = Options.isTrue(isIn);
      if (isIn == null) {
        refuse(part, held.data);
        goOn();
      } else if (--waits == 0) {
        Action taken = held;
        held = null;
        taken.manual = load == null;
        // A mark that came later than the value is not for it.
        boolean since = base.isInvalidated && !taken.wasInvalidated;
        take(taken);
        if (since) {
          query.invalidate();
        }
        goOn();
      }
    }
    noteLook();
  }

  /** The value is not taken: a fetch sent after that settle brings what it would have. */
  private void refuse(Part part, Object data) {
    held = null;
    resyncAfter(part.intent.settled);
    pages = Math.max(pages, env.values.items(env.values.field(data, "pages")).size());
  }

  /** The first load that waited, if one does, goes on, whatever became of its value. */
  private void goOn() {
    Listener<Boolean> waiting = load;
    load = null;
    if (waiting != null) {
      if (!base.fetchStatus.equals("idle")) {
        QueryState idle = Records.copy(base);
        idle.fetchStatus = "idle";
        idle.fetchFailureCount = 0;
        idle.fetchFailureReason = null;
        query.setState(idle);
      }
      waiting.on(!env.values.isUndefined(query.getState().data));
    }
  }

  /** Makes the confirmed head of the log part of the base, where no value will come that holds it. */
  void bake() {
    if (query.run != null || held != null) {
      return;
    }
    QueryState before = base;
    while (parts.size() > 0 && parts.get(0).intent.phase == Intent.CONFIRMED
        && !((resyncAfter > 0 || parts.get(0).intent.owes != null) && query.canResync())) {
      refresh();
      // The last to be baked: the view itself, so that who holds it sees no new object.
      Object out = parts.size() == 1 ? view : parts.get(0).out;
      base = Records.copy(base);
      if (!env.values.isUndefined(out) && env.values.isUndefined(base.data)) {
        base.status = "success";
        base.dataUpdatedAt = env.clock.now();
      }
      base.data = out;
      base.isInvalidated = true;
      takeOut(parts.get(0));
      // What is behind it starts from the same value as before.
      dirty = CLEAN;
    }
    if (base != before) {
      query.baked = env.clock.now();
      refreshNow();
      noteLook();
      log.tellLater(query);
    }
  }

  /** A fetch that is sent after this settle is wanted. */
  void resyncAfter(double settled) {
    resyncAfter = Math.max(resyncAfter, settled);
  }

  /** Sends the fetch that is due, once nothing is pending, unless one is under way that was sent late enough. */
  void resync() {
    if (resyncAfter > 0 && pending == 0) {
      FetchRun before = query.run;
      if ((before == null || before.sent <= resyncAfter) && query.canResync()) {
        FetchOptions again = new FetchOptions();
        again.cancelRefetch = true;
        log.note(IntentLog.RESYNC, query, null);
        query.fetch(null, again).done(null, Quiet.LISTENER);
        if (query.run == before) {
          // A first load is joined, not replaced: it was sent too early, and another follows it.
          return;
        }
      }
      resyncAfter = 0;
    }
  }

  /** The query leaves its cache: the changes stay in the log and wait for another query of the key. */
  void abandon() {
    parts.copy().each(this::takeOut);
    if (load != null) {
      load.on(true);
    }
  }

  /** A value was written by hand: what is held back is older. */
  void overwritten() {
    held = null;
    noteLook();
    goOn();
  }

  /** The value becomes the base; what was confirmed before its request was sent is in it. */
  private void take(Action action) {
    FetchRun run = query.run;
    parts.filter(part -> part.isIn).each(part -> {
      takeOut(part);
      if (run != null) {
        // What the fetch goes back to, cancelled, lacks what leaves now; so may what it brings.
        run.revert = null;
        run.floor = Math.max(run.floor, part.intent.isPending() ? query.client.tick() : part.intent.settled);
      }
    });
    if (action.sent > resyncAfter) {
      resyncAfter = 0;
    }
    pages = 0;
    if (action.type.equals("success")) {
      action.data = Options.share(env, query.options, base.data, action.data);
      // What was shown already keeps its identity when it becomes the confirmed value.
      if (!env.values.same(action.data, base.data) && !env.values.isFunction(query.options.structuralSharing)) {
        action.data = Options.share(env, query.options, view, action.data);
      }
    }
    query.dispatch(action);
  }

  /** Whether the records' versions say that the value holds the change, true or false; null where they say nothing. */
  private Object holds(Part part, Object data) {
    VersionRule rule = query.options.version;
    if (rule == null) {
      return null;
    }
    refresh();
    Overlap overlap = Shapes.overlap(base.data, before(parts.find(part)), part.out, part.intent.answer);
    return env.errors.attempt(() -> {
      Object isIn = rule.holds(data, overlap, query);
      return Options.isTrue(isIn) && unsure != null && !env.values.same(unsure, part) ? null : isIn;
    }, error -> {
      part.report("version threw", " and decides nothing. Mend the option version.", error);
      return null;
    });
  }
}
