package dev.sanguine.law;

import dev.sanguine.env.Errors;
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
 * What becomes of the base, and when, is the other half of the law: BaseGate.
 */
public abstract class Fold {
  static final int CLEAN = 1_000_000_000;

  final FoldedQuery query;
  final Values values;
  final Errors errors;
  final IntentLog log;
  public final Seq<FoldedChange> parts = new Seq<>();
  int dirty = CLEAN;
  /** One left that did not come true, and the values behind it are still made over it. */
  boolean hasLostOne;
  /** What is shown; the confirmed value itself while no change makes another of it. */
  public Object view;
  /** Intents over this query that are not settled. */
  double pending;
  /** When a change that the server may know last left, or another value last became the base, the first one included. */
  private double moved;
  /** Some of the changes may be in the base already, or were. */
  boolean arePassedOver;
  /** The confirmed value. */
  public Object base;

  Fold(FoldedQuery query) {
    this.query = query;
    values = query.values;
    errors = query.errors;
    // The query may be another client's than the mutation: two can share a cache.
    log = query.log;
    base = query.base();
    view = base;
    moved = log.host.tick();
    log.views.rememberBase(query, view, new Seq<>());
  }

  /** Puts the change in its place in the order of issue. The first time, what it throws is thrown here. */
  void add(Change change, boolean first) {
    FoldedChange part = new FoldedChange(change, query);
    int at = parts.size();
    while (at > 0 && parts.get(at - 1).change.serial > change.serial) {
      at--;
    }
    parts.insert(at, part);
    change.parts.add(part);
    change.intent.touched.add(query);
    pending++;
    dirty(at);
    part.first = first;
    refreshNow();
    part.first = false;
    noteLook();
  }

  /** The confirmed value may have changed: what was seen before is folded again over it. */
  public void rebase(Object next) {
    if (!values.same(next, base)) {
      dirty(0);
      moved = log.host.tick();
    }
    base = next;
    refreshNow();
  }

  /** Brings the query's state up to date. */
  public void refresh() {
    if (dirty != CLEAN) {
      refreshNow();
    }
  }

  /**
   * True if other changes were under way together with this one, so that the answer may lack what they did, or hold it
   * already: the answer's record, written over what is shown, would undo them or do them twice.
   */
  boolean isOvertaken(FoldedChange part) {
    Intent own = part.intent;
    int at = parts.find(part);
    return moved > own.owner.sent
        || parts.someAt((each, i) -> {
          Intent other = each.intent;
          boolean mayHaveLanded = other.state == IntentState.SENT
              || other.state == IntentState.QUEUED && other.owner.attempts > 0;
          return other != own
              && (mayHaveLanded
                  || (other.state == IntentState.QUEUED
                      ? i < at
                      : other.settled > own.owner.sent || i > at && !each.change.isIdempotent()));
        });
  }

  /** Takes the change out of the fold; what is behind it is made again. */
  void takeOut(FoldedChange part) {
    int at = parts.find(part);
    if (part.intent.state == IntentState.CONFIRMED) {
      if (hasLostOne) {
        refresh();
      }
      // What was written by hand holds the views that it was made of: they would keep each other.
      log.views.confirmed(query, part.change.rewrite == null ? part.change : null);
      Object before = before(at);
      query.confirmedHere(before, part.mayBeInBase ? part.changed(before) : part.out, part);
    }
    parts.removeAt(at);
    part.change.parts.remove(part);
    hasLostOne |= part.intent.state != IntentState.CONFIRMED;
    if (part.intent.state != IntentState.FAILED) {
      moved = Math.max(moved, part.intent.settled);
    }
    dirty(at);
  }

  /** The value that the change in this place starts from. */
  Object before(int at) {
    return at == 0 ? base : parts.get(at - 1).out;
  }

  /** Tells the listener, if there is one, that something has changed here. */
  void noteLook() {
    log.host.queryTouched(query);
  }

  void dirty(int from) {
    dirty = Math.min(dirty, from);
  }

  void refreshNow() {
    int at = Math.min(dirty, parts.size());
    dirty = CLEAN;
    hasLostOne = false;
    Object folded = before(at);
    for (; at < parts.size(); at++) {
      folded = parts.get(at).out = parts.get(at).next(folded);
    }
    if (!values.same(folded, base) && !values.same(folded, view)) {
      folded = query.share(view, folded);
    }
    view = folded;
    if (!values.same(view, base)) {
      log.views.remember(query, view, base, passedOver());
    } else {
      log.views.rememberBase(query, view, passedOver());
    }
    query.show(view);
  }

  /** The changes that the base may hold already. */
  public Seq<Change> passedOver() {
    Seq<Change> passed = new Seq<>();
    for (int i = 0; i < parts.size() && arePassedOver; i++) {
      if (parts.get(i).mayBeInBase) {
        passed.add(parts.get(i).change);
      }
    }
    return passed;
  }

  /** The answer becomes part of what the change makes; those behind it are folded again only if that differs. */
  void mergeAnswer(FoldedChange part) {
    int at = parts.find(part);
    refresh();
    Object out = part.next(before(at));
    if (!values.same(query.share(part.out, out), part.out)) {
      dirty(at);
      log.tellLater(query);
    }
  }
}
