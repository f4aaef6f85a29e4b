package dev.sanguine.law;

import dev.sanguine.env.Errors;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Values;

/** What a query shows while changes stand over it: its {@link Fold}, kept up to date, and what was handed out of it. */
public abstract class ViewOfChanges {
  final FoldedQuery query;
  final Values values;
  final Errors errors;
  final IntentLog log;
  final Fold fold;
  /** Those over the query, in the order of issue. */
  public final Seq<FoldedChange> changes;
  /** One left that did not come true, and the values behind it are still made over it. */
  boolean hasLostOne;
  /** What is shown; the confirmed value itself while no change makes another of it. */
  public Object view;
  /** Intents over this query that are not settled. */
  double pending;
  /** When a change that the server may know last left, or another value last became the base, the first one included. */
  private double moved;
  /** Some of the changes may be in the base already, or were. */
  private boolean arePassedOver;
  /** The confirmed value. */
  public Object base;

  ViewOfChanges(FoldedQuery query) {
    this.query = query;
    values = query.values;
    errors = query.errors;
    // The query may be another client's than the mutation: two can share a cache.
    log = query.log;
    base = query.base();
    view = base;
    fold = log.records == null ? new Fold(base) : log.records.fold(query, base);
    changes = fold.changes;
    moved = log.host.tick();
    log.views.rememberBase(query, view, new Seq<>());
  }

  /** Puts the change in its place in the order of issue. The first time, what it throws is thrown here. */
  void add(Change change, boolean first) {
    FoldedChange folded = new FoldedChange(change, query);
    fold.add(folded);
    change.places.add(folded);
    change.intent.touched.add(query);
    pending++;
    folded.first = first;
    show();
    folded.first = false;
    noteLook();
  }

  /** The confirmed value may have changed: what was seen before is folded again over it. */
  public void rebase(Object next) {
    if (!values.same(next, base)) {
      fold.rebase(next);
      moved = log.host.tick();
    }
    base = next;
    show();
  }

  /** What the change starts from, besides the value before it, has become something else. */
  public void makeAgain(FoldedChange folded) {
    fold.makeAgainFrom(changes.find(folded));
  }

  /** Brings what the query shows up to date, and the value after each change. */
  public void refresh() {
    if (!fold.isUpToDate()) {
      fold.makeAllWithView();
      show();
    }
  }

  /** Brings what the query shows up to date, and perhaps no value in between. */
  public void refreshView() {
    if (!fold.isShown()) {
      show();
    }
  }

  /** Shows what the fold makes, sharing with what was shown before. */
  void show() {
    Object made = fold.view();
    hasLostOne &= !fold.isUpToDate();
    if (!values.same(made, base) && !values.same(made, view)) {
      made = query.share(view, made);
    }
    view = made;
    if (!values.same(view, base)) {
      log.views.remember(query, view, base, passedOver());
    } else {
      log.views.rememberBase(query, view, passedOver());
    }
    query.show(view);
  }

  /**
   * True if other changes were under way together with this one, so that the answer may lack what they did, or hold it
   * already: the answer's record, written over what is shown, would undo them or do them twice. It holds those that its own
   * request carried.
   */
  boolean isOvertaken(FoldedChange folded) {
    Intent own = folded.intent;
    int at = changes.find(folded);
    return moved > own.owner.sent
        || changes.someAt((each, i) -> {
          Intent other = each.intent;
          boolean mayHaveLanded = other.state == IntentState.SENT
              || other.state == IntentState.QUEUED && other.owner.attempts > 0;
          return other != own
              && (own.owner.request == null || own.owner.request != other.owner.request)
              && (mayHaveLanded
                  || (other.state == IntentState.QUEUED
                      ? i < at
                      : other.settled > own.owner.sent || i > at && !each.isIdempotent()));
        });
  }

  /** The value turns out to have nothing that the change is about. */
  public void dismiss(FoldedChange folded) {
    fold.remove(folded);
    folded.change.places.remove(folded);
    pending -= folded.intent.isPending() ? 1 : 0;
    noteLook();
    log.tellLater(query);
  }

  /** Takes the change out of the fold; what is behind it is made again. */
  void takeOut(FoldedChange folded) {
    beforeLeaving(folded);
    fold.remove(folded);
  }

  /** The change leaves the fold: a confirmed one is in the base from now on. */
  void beforeLeaving(FoldedChange folded) {
    if (folded.intent.state == IntentState.CONFIRMED) {
      if (hasLostOne) {
        refresh();
      }
      // What was written by hand holds the views that it was made of: they would keep each other.
      log.views.confirmed(query, folded.change.rewrite == null ? folded.change : null);
      Object before = fold.before(changes.find(folded));
      query.confirmedHere(
          before, folded.mayBeInBase ? folded.changed(before) : folded.valueAfter, folded);
    }
    folded.change.places.remove(folded);
    hasLostOne |= folded.intent.state != IntentState.CONFIRMED;
    if (folded.intent.state != IntentState.FAILED) {
      moved = Math.max(moved, folded.intent.settled);
    }
  }

  /** The value that the change in this place starts from. */
  public Object before(int at) {
    return fold.before(at);
  }

  /** Tells the listener, if there is one, that something has changed here. */
  void noteLook() {
    log.host.queryTouched(query);
  }

  /** The base may hold the change already, so that it is not done to it; or it does not. */
  public void passOver(FoldedChange folded, boolean mayBeInBase) {
    if (folded.mayBeInBase != mayBeInBase) {
      folded.mayBeInBase = mayBeInBase;
      arePassedOver = true;
      fold.makeAgainFrom(0);
    }
    folded.coveredBy = mayBeInBase ? folded.coveredBy : null;
    folded.wasWrittenIn = false;
  }

  /** The changes that the base may hold already. */
  public Seq<Change> passedOver() {
    Seq<Change> passed = new Seq<>();
    for (int i = 0; i < changes.size() && arePassedOver; i++) {
      if (changes.get(i).mayBeInBase) {
        passed.add(changes.get(i).change);
      }
    }
    return passed;
  }

  /** The last change of the intent that makes a record, was written by hand and is folded here; null if there is none. */
  public FoldedChange lastThatAdds(Intent own) {
    refresh();
    int at = changes.size() - 1;
    while (at >= 0
        && (changes.get(at).intent != own
            || !addsByHand(changes.get(at))
            || changes.get(at).mayBeInBase)) {
      at--;
    }
    return at < 0 ? null : changes.get(at);
  }

  private static boolean addsByHand(FoldedChange folded) {
    return folded.change.rewrite != null && folded.change.rewrite.addsRecords();
  }

  /** The answer becomes part of what the change makes; those behind it are folded again only if that differs. */
  void mergeAnswer(FoldedChange folded) {
    int at = changes.find(folded);
    refresh();
    Object out = folded.next(before(at));
    if (!values.same(query.share(folded.valueAfter, out), folded.valueAfter)) {
      fold.makeAgainFrom(at);
      log.tellLater(query);
    }
  }
}
