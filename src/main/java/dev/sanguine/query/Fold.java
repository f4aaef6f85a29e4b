package dev.sanguine.query;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Values;

/*
 * The law: view = fold(base, log).
 *
 * Base is the last value that the server confirmed. The log holds, in the order of issue, the intents of all mutations
 * that are not done with; each is a pure function from value to value. What a person sees is the base with every intent
 * applied in order. So nothing is ever undone: an intent that fails leaves the log and the fold is made again without it,
 * and what others changed, in the same field, record or list, stands as if the failed one had never been.
 *
 * Keeping it cheap. Every part of the fold keeps the value after it. Taking out the i-th of n runs the n - i functions
 * behind it, once for all that leave in one task (`dirty` is the first part whose value is out of date; reading the state
 * brings it up to date, a microtask tells the observers). The first of the log, confirmed, is already computed: it
 * becomes the base as it stands.
 *
 * Confirmed is not gone. A confirmed intent keeps its place until a value whose request was sent after the confirmation
 * becomes the base, since only such a value holds it for certain. Where none will come it is baked: the value after it
 * becomes the base, once nothing older is pending and no fetch is under way, and the query is marked stale.
 *
 * What a fetch may already hold. A request that was under way at the same time as an intent's may have been answered with
 * the change or without it. A change that may be done twice (merge, remove, upsert, set) is folded over the answer all
 * the same. For one that may not (a function, an increment, an append) the answer is held back until the intent settles:
 * dropped if it was confirmed, since a later fetch follows, and taken if it failed.
 *
 * Before and after go by one counter of the client (IntentLog.tick), never by a clock. What nobody sent (hydration, a
 * push) counts as sent before everything.
 */
final class Fold {
  private static final int CLEAN = 0x7fffffff;

  /** A value that came at a time when it may, or may not, hold a change that is under way. */
  private static final class Held {
    final Action action;
    final double sent;
    /** Whether the query was marked stale when it came: a mark that came later is not for it. */
    final boolean invalidated;
    final Seq<Part> waitsFor = new Seq<>();
    /** The first load that brought it, which goes on when it is known what becomes of the value. */
    Listener<Boolean> load;

    Held(Action action, double sent, boolean invalidated) {
      this.action = action;
      this.sent = sent;
      this.invalidated = invalidated;
    }
  }

  final Query query;
  private final Environment env;
  private final IntentLog log;
  private final Seq<Part> parts = new Seq<>();
  /** Confirmed changes that have become part of the base, in that order. */
  private final Seq<Change> done = new Seq<>();
  private int dirty = CLEAN;
  private Object view;
  private Held held;
  /** The query was made by an intent: without it nothing is left of the query. */
  boolean madeByIntent;
  /** The number of the settle that wants a fetch sent after it, once nothing is pending; 0 where none does. */
  private double resyncAfter;
  /** Intents over this query that are not settled. */
  private int pending;
  /** How many pages an infinite query had in a value that was dropped: the next fetch brings as many. */
  int pages;
  /** The query's state with the confirmed value. */
  QueryState base;

  Fold(Query query) {
    this.query = query;
    this.env = query.world();
    this.log = query.client.log;
    base = query.confirmed();
    view = base.data;
  }

  /** Puts the change in its place in the order of issue. Throws what the change throws over the present value. */
  void add(Change change, boolean first) {
    Part part = new Part(change, this);
    int at = parts.size();
    while (at > 0 && parts.get(at - 1).change.serial > change.serial) {
      at--;
    }
    parts.insert(at, part);
    change.parts.add(part);
    pending += part.intent().isPending() ? 1 : 0;
    dirty(at);
    if (first) {
      applyStrictly(part, at);
    }
  }

  /** The confirmed state has changed: what was seen before is folded again over it. */
  void rebase(QueryState next) {
    if (!env.values.same(next.data, base.data)) {
      dirty(0);
    }
    base = next;
    refreshNow();
  }

  /** Brings the query's state up to date. */
  void refresh() {
    if (dirty != CLEAN) {
      refreshNow();
    }
  }

  /**
   * A fetch brought a value; {@code sent} is the number of its request. Where the value is held back the fetch is over all
   * the same, except a first load: that one goes on until {@code load} is told whether its value was taken.
   */
  void arrive(Object data, double sent, Listener<Boolean> load) {
    Action action = Query.action("success");
    action.data = data;
    if (offer(action, sent)) {
      load.on(true);
    } else if (!env.values.isUndefined(query.getState().data)) {
      idle();
      load.on(true);
    } else if (held != null) {
      held.load = load;
    } else {
      idle();
      load.on(false);
    }
  }

  /** Takes the value that the action brings as the new base; false where it may show a change twice and is held back. */
  boolean offer(Action action, double sent) {
    Held holding = new Held(action, sent, base.isInvalidated);
    double confirmedAt = 0;
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      Intent intent = part.intent();
      if (intent.phase != Intent.QUEUED && !part.change.isIdempotent() && !part.broken && !isIn(intent, sent)) {
        confirmedAt = intent.phase == Intent.CONFIRMED ? Math.max(confirmedAt, intent.settled) : confirmedAt;
        holding.waitsFor.add(part);
      }
    }
    // The newest value stands for those before it, and for the load that waits for one of them.
    Listener<Boolean> load = held == null ? null : held.load;
    held = null;
    boolean taken = holding.waitsFor.size() == 0;
    if (taken) {
      take(holding);
    } else if (confirmedAt > 0) {
      resyncAfter(confirmedAt);
      countPages(holding);
    } else {
      holding.load = load;
      held = holding;
      asOfNow(action);
      return false;
    }
    if (load != null) {
      load.on(taken);
    }
    return taken;
  }

  /** An intent was confirmed: it keeps its place, and what may hold it twice is dropped. */
  void confirmed(Part part) {
    pending--;
    Held dropped = held;
    if (dropped != null && dropped.waitsFor.has(part)) {
      held = null;
      resyncAfter(part.intent().settled);
      countPages(dropped);
      if (dropped.load != null) {
        idle();
        dropped.load.on(false);
      }
    }
    if (part.change.answer != null) {
      mergeAnswer(part);
    }
    bake();
  }

  /** An intent failed, or nobody knows: it leaves, and the others are folded as if it had never been. */
  void drop(Part part) {
    int at = parts.find(part);
    if (at < 0) {
      return;
    }
    pending--;
    takeOut(at);
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
    bake();
    log.tellLater(query);
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
      unlink(0);
    }
    if (next != null) {
      base = next;
      refreshNow();
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
    if (resyncAfter == 0 || pending > 0) {
      return;
    }
    FetchRun before = query.run;
    boolean late = before != null && before.sent > resyncAfter;
    if (!late && query.canResync()) {
      FetchOptions again = new FetchOptions();
      again.cancelRefetch = true;
      query.fetch(null, again).done(null, Quiet.LISTENER);
      // A first load is joined, not replaced: it was sent too early, and another follows it.
      late = query.run != before;
    } else {
      late = true;
    }
    resyncAfter = late ? 0 : resyncAfter;
  }

  /** The query leaves its cache: the changes stay in the log and wait for another query of the key. */
  void abandon() {
    while (parts.size() > 0) {
      unlink(parts.size() - 1);
    }
    Held waiting = held;
    held = null;
    pending = 0;
    resyncAfter = 0;
    if (waiting != null && waiting.load != null) {
      waiting.load.on(true);
    }
  }

  /** The confirmed value under a view, with what was confirmed since: what setting that very view again means. */
  Object under(Views.Under view) {
    Object value = view.base;
    for (int i = view.from; i < view.done.size(); i++) {
      value = next(new Part(view.done.get(i), this), value);
    }
    return value;
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
    Held older = held;
    held = null;
    if (older != null && older.load != null) {
      idle();
      older.load.on(true);
    }
  }

  private void countPages(Held dropped) {
    pages = Math.max(pages, env.values.items(env.values.field(dropped.action.data, "pages")).size());
  }

  private void idle() {
    QueryState idle = Records.copy(base);
    idle.fetchStatus = "idle";
    idle.fetchFailureCount = 0;
    idle.fetchFailureReason = null;
    query.setState(idle);
  }

  /** The value becomes the base; what was confirmed before its request was sent is in it. */
  private void take(Held value) {
    for (int i = parts.size() - 1; i >= 0; i--) {
      if (isIn(parts.get(i).intent(), value.sent)) {
        takeOut(i);
      }
    }
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

  /** True where a value whose request had that number holds the intent for certain. */
  private static boolean isIn(Intent intent, double sent) {
    return intent.phase == Intent.CONFIRMED && intent.settled < sent;
  }

  private void takeOut(int at) {
    unlink(at);
    dirty(at);
  }

  private void unlink(int at) {
    Part part = parts.removeAt(at);
    part.change.parts.remove(part);
    if (part.intent().phase == Intent.CONFIRMED) {
      done.add(part.change);
    }
    if (dirty != CLEAN && dirty > at) {
      dirty--;
    }
    log.left(part.change);
  }

  private void dirty(int from) {
    dirty = Math.min(dirty, from);
  }

  private void refreshNow() {
    Values values = env.values;
    if (dirty != CLEAN) {
      int from = Math.min(dirty, parts.size());
      dirty = CLEAN;
      Object value = from == 0 ? base.data : parts.get(from - 1).out;
      for (int i = from; i < parts.size(); i++) {
        value = next(parts.get(i), value);
        parts.get(i).out = value;
      }
    }
    Object folded = parts.size() == 0 ? base.data : parts.get(parts.size() - 1).out;
    if (!values.same(folded, base.data) && !values.same(folded, view)) {
      folded = Options.share(env, query.options, view, folded);
    }
    view = folded;
    if (values.same(view, base.data)) {
      query.show(base);
      return;
    }
    QueryState shown = Records.copy(base);
    shown.data = view;
    if (base.status.equals("pending") && !values.isUndefined(view)) {
      shown.status = "success";
    }
    query.show(shown);
    log.views.put(view, base.data, done, query.queryHash);
  }

  private Object next(Part part, Object old) {
    if (part.broken) {
      return old;
    }
    Values values = env.values;
    if (values.isUndefined(old) && !part.change.creates()) {
      return old;
    }
    if (part.change.isReplaced()) {
      return answered(part, old, old);
    }
    return answered(part, old, env.errors.attempt(() -> {
      Object out = part.change.apply(old, values);
      return isNothing(out) ? old : out;
    }, error -> {
      part.broken = true;
      report(part, "a change threw", " and is left out there. Make it a pure function of the value.", error);
      return old;
    }));
  }

  /** The value with the answer of a confirmed mutation in it; an answer that throws is left out for good. */
  private Object answered(Part part, Object old, Object changed) {
    Updater answer = part.change.answer;
    if (answer == null || part.broken) {
      return changed;
    }
    return env.errors.attempt(() -> {
      Object out = answer.update(changed);
      return isNothing(out) ? changed : out;
    }, error -> {
      part.change.answer = null;
      report(part, "merge threw", " and is left out; its change stays. Mend the option merge.", error);
      return next(part, old);
    });
  }

  private void report(Part part, String what, String hint, Object error) {
    env.errors.report("mutation " + part.intent().mutation.label() + ": " + what + " over " + query.queryHash
        + Dev.hint(hint), error);
  }

  /** The first time a change is tried, what it throws is the mutation's failure. */
  private void applyStrictly(Part part, int at) {
    Object old = at == 0 ? base.data : parts.get(at - 1).out;
    if (env.values.isUndefined(old) && !part.change.creates()) {
      return;
    }
    Object out = part.change.apply(old, env.values);
    if (env.deferreds.isThenable(out)) {
      env.errors.fail(env.errors.create("optimistic: the update of " + query.queryHash + " returned a promise"
          + Dev.hint("; it must return the value. Fetch in mutationFn instead.")));
    }
    if (dirty == at && at == parts.size() - 1) {
      part.out = isNothing(out) ? old : out;
      dirty = at + 1;
    }
  }

  /** The answer becomes part of what the change makes; those behind it are folded again only if that differs. */
  private void mergeAnswer(Part part) {
    int at = parts.find(part);
    refresh();
    Object out = next(part, at == 0 ? base.data : parts.get(at - 1).out);
    Object kept = Options.share(env, query.options, part.out, out);
    if (!env.values.same(kept, part.out)) {
      dirty(at);
      log.tellLater(query);
    }
  }

  private boolean isNothing(Object out) {
    return env.values.isUndefined(out);
  }
}
