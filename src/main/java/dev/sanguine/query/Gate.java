package dev.sanguine.query;

import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;

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
 * Before and after go by one counter of the client (IntentLog.tick), never by a clock. What nobody sent (hydration, a
 * push) counts as sent before everything. What a persister answers from storage is older still: it holds no change.
 *
 * One fetch for all. What is owed to a query, a value that was dropped or a change that was confirmed, is one fetch, sent
 * when nothing is pending over it.
 */
final class Gate extends Fold {
  /** A value that came at a time when it may, or may not, hold a change that is under way. */
  static final class Held {
    final Action action;
    final double sent;
    /** Whether the query was marked stale when it came: a mark that came later is not for it. */
    final boolean invalidated;
    final Seq<Part> waitsFor = new Seq<>();
    /** The changes that it holds, by their records' versions. */
    final Seq<Part> holds = new Seq<>();
    /** When the last of those that it waits for and that are confirmed was so; 0 where none is. */
    double confirmedAt;
    /** The first load that brought it, which goes on when it is known what becomes of the value. */
    Listener<Boolean> load;

    Held(Action action, double sent, boolean invalidated) {
      this.action = action;
      this.sent = sent;
      this.invalidated = invalidated;
    }

    /** True where the version says whether the change is in here. */
    boolean isDecided(Part part, Object isIn) {
      if (Options.isTrue(isIn)) {
        holds.add(part);
      }
      return isIn instanceof Boolean;
    }
  }

  Held held;
  /** The query was made by an intent: without it nothing is left of the query. */
  boolean madeByIntent;
  /** The number of the settle that wants a fetch sent after it, once nothing is pending; 0 where none does. */
  private double resyncAfter;
  /** How many pages an infinite query had in a value that was dropped: the next fetch brings as many. */
  int pages;

  Gate(Query query) {
    super(query);
  }

  /**
   * A fetch brought a value; {@code sent} is the number of its request. Where the value is held back the fetch is over all
   * the same, except a first load: that one goes on until {@code load} is told whether its value was taken.
   */
  void arrive(Object data, double sent, Listener<Boolean> load) {
    Action action = Shapes.action("success");
    action.data = data;
    if (offer(action, sent)) {
      load.on(true);
    } else if (!env.values.isUndefined(query.getState().data)) {
      goOn(load, true);
    } else if (held != null) {
      held.load = load;
    } else {
      goOn(load, false);
    }
  }

  /** Takes the value that the action brings as the new base; false where it may show a change twice and is held back. */
  boolean offer(Action action, double sent) {
    Held holding = new Held(action, sent, base.isInvalidated);
    Object data = action.state == null ? action.data : ((QueryState) action.state).data;
    parts.each(part -> {
      Intent intent = part.intent();
      if (intent.phase != Intent.QUEUED && !part.broken && !isIn(intent, sent)
          && !holding.isDecided(part, holds(part, data)) && sent != FetchRun.STORED && !part.change.isIdempotent()) {
        if (intent.phase == Intent.CONFIRMED) {
          holding.confirmedAt = Math.max(holding.confirmedAt, intent.settled);
        }
        holding.waitsFor.add(part);
      }
    });
    // The newest value stands for those before it, and for the load that waits for one of them.
    Listener<Boolean> load = held == null ? null : held.load;
    held = null;
    boolean taken = holding.waitsFor.size() == 0;
    if (taken) {
      take(holding);
    } else if (holding.confirmedAt > 0) {
      refuse(holding, holding.confirmedAt);
    } else {
      holding.load = load;
      held = holding;
      asOfNow(action);
    }
    if (!taken) {
      look(holding);
    }
    if (held == null && load != null) {
      load.on(taken);
    }
    return taken;
  }

  /** An intent was confirmed: it keeps its place, and what may hold it twice is dropped. */
  void confirmed(Part part) {
    pending--;
    if (part.change.answer != null) {
      mergeAnswer(part);
    }
    Held waiting = held;
    if (waiting != null && waiting.waitsFor.has(part)) {
      if (waiting.isDecided(part, holds(part, waiting.action.data))) {
        waitsNoMore(part);
      } else {
        refuse(waiting, part.intent().settled);
        letGo(false);
      }
    }
    look(null);
    bake();
  }

  /** An intent failed, or nobody knows: it leaves, and the others are folded as if it had never been. */
  void drop(Part part) {
    if (parts.has(part)) {
      pending--;
      takeOut(part);
      look(null);
      waitsNoMore(part);
      bake();
      log.tellLater(query);
    }
  }

  /** What is held back is taken where this was the last change that it waited for. */
  private void waitsNoMore(Part part) {
    Held waiting = held;
    if (waiting != null && waiting.waitsFor.remove(part) && waiting.waitsFor.size() == 0) {
      held = null;
      waiting.action.manual = waiting.load == null;
      boolean since = base.isInvalidated && !waiting.invalidated;
      take(waiting);
      if (since) {
        query.invalidate();
      }
      if (waiting.load != null) {
        waiting.load.on(true);
      }
    }
  }

  /** The value is not taken: a fetch sent after that settle brings what it would have. */
  private void refuse(Held value, double settled) {
    resyncAfter(settled);
    pages = Math.max(pages, env.values.items(env.values.field(value.action.data, "pages")).size());
  }

  /** Forgets what is held back; a first load that waits for it goes on. */
  private void letGo(boolean taken) {
    Held old = held;
    held = null;
    look(null);
    if (old != null && old.load != null) {
      goOn(old.load, taken);
    }
  }

  /** The fetch is over, whatever becomes of its value. */
  private void goOn(Listener<Boolean> load, boolean taken) {
    QueryState idle = Records.copy(base);
    idle.fetchStatus = "idle";
    idle.fetchFailureCount = 0;
    idle.fetchFailureReason = null;
    query.setState(idle);
    load.on(taken);
  }

  /** Makes the confirmed head of the log part of the base, where no value will come that holds it. */
  void bake() {
    if (query.run != null || held != null) {
      return;
    }
    QueryState next = null;
    while (parts.size() > 0 && parts.get(0).intent().phase == Intent.CONFIRMED
        && !((resyncAfter > 0 || parts.get(0).intent().resyncDue) && query.canResync())) {
      refresh();
      if (next == null) {
        next = Records.copy(base);
      }
      // The last to be baked: the view itself, so that who holds it sees no new object.
      Object out = parts.size() == 1 ? view : parts.get(0).out;
      if (!env.values.isUndefined(out) && env.values.isUndefined(next.data)) {
        next.status = "success";
        next.dataUpdatedAt = env.clock.now();
      }
      next.data = out;
      next.isInvalidated = true;
      unlink(parts.get(0));
    }
    if (next != null) {
      base = next;
      query.baked = env.clock.now();
      refreshNow();
      look(null);
      log.tellLater(query);
    }
  }

  /** Lets the query go on without a fold, where nothing is left to fold. True where it is gone. */
  boolean release() {
    if (parts.size() > 0 || resyncAfter > 0) {
      return false;
    }
    refreshNow();
    query.fold = null;
    query.show(base);
    return true;
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
    parts.copy().each(this::unlink);
    Held waiting = held;
    held = null;
    pending = 0;
    resyncAfter = 0;
    if (waiting != null && waiting.load != null) {
      waiting.load.on(true);
    }
  }

  /** What is held back will be taken as what it is now: a value of this moment, and no word on any fetch. */
  private void asOfNow(Action action) {
    if (action.type.equals("setState")) {
      QueryState state = (QueryState) action.state;
      action.type = "success";
      action.data = state.data;
      action.dataUpdatedAt = state.dataUpdatedAt;
      action.state = null;
    } else {
      action.dataUpdatedAt = env.clock.now();
    }
  }

  /** A value was written by hand: what is held back is older. */
  void overwritten() {
    letGo(true);
  }

  /** The value becomes the base; what was confirmed before its request was sent is in it. */
  private void take(Held value) {
    parts.copy().each(part -> {
      if (isIn(part.intent(), value.sent) || value.holds.has(part)) {
        takeOut(part);
      }
    });
    if (value.sent > resyncAfter) {
      resyncAfter = 0;
    }
    pages = 0;
    Action action = value.action;
    if (action.type.equals("success")) {
      action.data = Options.share(env, query.options, base.data, action.data);
      // What was shown already keeps its identity when it becomes the confirmed value.
      if (!env.values.same(action.data, base.data) && !(query.options.structuralSharing instanceof Sharing)) {
        action.data = Options.share(env, query.options, view, action.data);
      }
    }
    query.dispatch(action);
  }

  /** Whether the records' versions say that the value holds the change; no Boolean where they say nothing. */
  private Object holds(Part part, Object data) {
    VersionRule rule = query.options.version;
    if (rule == null) {
      return null;
    }
    refresh();
    Overlap overlap = new Overlap();
    overlap.base = base.data;
    overlap.before = before(parts.find(part));
    overlap.after = part.out;
    overlap.answer = part.intent().answer;
    return env.errors.attempt(() -> rule.holds(data, overlap, query), error -> {
      report(part, "version threw", " and decides nothing. Mend the option version.", error);
      return null;
    });
  }

  /** True where a value whose request had that number holds the intent for certain. */
  private static boolean isIn(Intent intent, double sent) {
    return intent.phase == Intent.CONFIRMED && intent.settled < sent;
  }
}
