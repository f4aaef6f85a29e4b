package dev.sanguine.law;

import dev.sanguine.env.Seq;
import dev.sanguine.records.Holds;

/*
 * The law, second half: what may become the base under the changes that are not done with, and when.
 *
 * Confirmed is not gone. A confirmed change keeps its place until a value whose request was sent after the confirmation
 * becomes the base, since only such a value holds it for certain. If none will come it is baked: the value after it becomes
 * the base, once nothing older is pending and no fetch is under way, and the query is marked stale.
 *
 * What a value may already hold. A request that was under way at the same time as a change's may have been answered with the
 * change or without it. A change that may be done twice (merge, remove, upsert, set) is folded over the answer all the same.
 * For one that may not (a function, an increment, an append) the answer is held back until the change settles: dropped if it
 * was confirmed, since a later fetch follows, and taken if it failed. If records carry a version (the query's option), the
 * version decides: a value that is known to hold the change, or to lack it, waits for nothing.
 *
 * Holding never stands in the way. A first load shows at once, without the changes that it may hold: nothing is shown twice,
 * and nothing that was shown goes. One more page shows at once, with them: the pages before it are those that were there.
 * So does each piece of a stream, without those that can be seen in it (StreamedPiece).
 *
 * Before and after go by one counter of the client (QueryClient.tick), never by a clock. What nobody sent (hydration, a
 * push) counts as sent before everything. What a persister answers from storage is older still: it holds no change. So a
 * value that nobody sent never becomes the base of a query whose own confirmed changes it may lack, unless versions say
 * that it has them (Query.mayUndoConfirmed).
 *
 * What is written by hand is the new base at once, and counts as before everything in the log. But if it can be seen in the
 * value that it holds a change (Containment), or if the change's own mutation wrote it in a callback, the change is not done
 * to it again.
 *
 * A change leaves the fold when a value that contains it becomes the base. A fetch already in flight may predate that value,
 * so its result is discarded and fetched again; a cancelled one goes back to the value of now.
 *
 * One fetch for all. What is owed to a query, a value that was dropped or a change that was confirmed, is one fetch, sent
 * when nothing is pending over it.
 */
public final class BaseGate extends ViewOfChanges {
  /** A value that came at a time when it may, or may not, hold a change that is under way; null if none waits. */
  public ArrivedValue held;
  /** How many changes it waits for. */
  private int waits;
  /** The first of which nobody knew whether the value holds it: it stays, and those behind it stay over it. */
  private FoldedChange unsure;
  /** The number of the settle that wants a fetch sent after it, once nothing is pending; 0 if none does. */
  public double resyncAfter;
  /** The base may hold what was sent before this number. */
  private double baseIsOf;
  /** How many pages an infinite query had in a value that was dropped: the next fetch brings as many. */
  public int pages;
  /** The last change that a value which came holds for certain: it would be undone by one before it. */
  private double newest;
  /** Serial of the newest change that was confirmed before this query existed: every fetched value contains it. */
  private final double confirmedBefore;

  private final VersionEvidence versions = new VersionEvidence(this);

  BaseGate(FoldedQuery query) {
    super(query);
    confirmedBefore = log.confirmed;
  }

  /** A fetch brought a value; {@code sent} is the number of its request. If the value is held back the fetch is over all the same. */
  public void arrive(Object data, double sent) {
    arrive(new ArrivedValue(data, sent), false);
  }

  /** A fetch brought the pages that are in the base, and one more: those in the base are as old as they are. */
  public void arriveOneMore(Object data) {
    arrive(new ArrivedValue(data, ArrivedValue.UNASKED), true);
  }

  private void arrive(ArrivedValue value, boolean isOneMorePage) {
    value.data = query.withNewerRecords(value.data);
    offer(value, isOneMorePage);
    query.endFetch();
  }

  /**
   * A fetch has brought a part of its value, which shows at once: what can be seen in it is not done to it again, nor what a
   * first value may hold.
   */
  public void grow(Object data, double sent) {
    boolean isFirst = values.isUndefined(query.view());
    held = null;
    look(data, sent);
    if (isFirst) {
      passOverWhatMayBeIn(true, sent);
    } else {
      new StreamedPiece(this, data).passOver();
    }
    changes.each(folded -> {
      if (folded.mayBeInBase
          && !folded.wasWrittenIn
          && folded.intent.state == IntentState.CONFIRMED) {
        resyncAfter(folded.intent.settled);
      }
    });
    leave();
    becomeBaseAsWritten(new ArrivedValue(data, ArrivedValue.UNASKED));
  }

  /** The value becomes the base as it is: it was not fetched, or is not fetched to its end. */
  private void becomeBaseAsWritten(ArrivedValue value) {
    value.data = query.share(base, value.data);
    value.isManual = true;
    query.becomeBase(value);
  }

  /** The end of a fetch whose value is the base already: it says nothing more of any change. */
  public void arriveShown(double sent) {
    held = null;
    changes.each(folded -> folded.isIn = Holds.NO);
    take(new ArrivedValue(base, sent));
  }

  /**
   * Somebody sent the value who was not asked: a page that was rendered on a server, a push.
   *
   * @param state the state that it was sent in
   * @param updatedAt when it was made
   */
  public void receive(Object data, Object state, double updatedAt) {
    ArrivedValue value = new ArrivedValue(data, ArrivedValue.UNASKED);
    value.pushed = state;
    value.updatedAt = updatedAt;
    offer(value, false);
  }

  /** Takes the value as the new base, or holds it back if it may show a change twice. */
  private void offer(ArrivedValue value, boolean isOneMorePage) {
    Object data = value.data;
    double sent = value.sent;
    boolean isFirst = values.isUndefined(query.view());
    value.wasInvalidated = query.isInvalidated();
    if (isOneMorePage && held != null) {
      // The pages that wait are newer than those that this one was added to: they are owed still.
      resyncAfter(log.host.tick());
    }
    // The newest value stands for those before it.
    held = value;
    waits = 0;
    look(data, sent);
    changes.each(folded -> {
      folded.isWaitedFor = !isFirst && !isOneMorePage && mayBeTwice(folded, sent);
      waits += folded.isWaitedFor ? 1 : 0;
      if (!isOneMorePage
          && folded.intent.state == IntentState.CONFIRMED
          && mayBeTwice(folded, sent)) {
        refuse(folded, data, isFirst);
      }
    });
    if (waits == 0) {
      held = null;
      if (!isOneMorePage) {
        passOverWhatMayBeIn(isFirst, sent);
      }
      take(value);
      return;
    }
    if (held != null) {
      // It will be taken as what it is now: a value of this moment, and no word on any fetch.
      value.isOfTheTimeItCame(query.now());
    }
    log.host.valueHeld(query, value);
  }

  /** True if the change, folded over the value, may show a second time, or undo a newer one. A resync's target does neither. */
  private boolean mayBeTwice(FoldedChange folded, double sent) {
    return folded.isIn == Holds.UNKNOWN
        && sent != ArrivedValue.STORED
        && folded.change.kind != ChangeKind.RESYNC
        && (folded.change.serial < newest || !folded.change.isIdempotent());
  }

  /** Of a first value: what may be in it is not done to it, nor what would undo something newer that may be in it. */
  private void passOverWhatMayBeIn(boolean isFirst, double sent) {
    boolean isNewerIn = false;
    for (int i = changes.size() - 1; i >= 0; i--) {
      FoldedChange folded = changes.get(i);
      boolean isStored = sent == ArrivedValue.STORED;
      // What stored the base of before is not known.
      boolean mayBeIn = folded.isIn == Holds.UNKNOWN && (!isStored || mayBeInBase(folded));
      boolean isTwice =
          isStored ? mayBeIn && !folded.change.isIdempotent() : mayBeTwice(folded, sent);
      boolean isPassed = isFirst ? isTwice || isNewerIn && mayBeIn : isStored && folded.mayBeInBase;
      passOver(folded, isPassed);
      isNewerIn |= isPassed && folded.intent.state == IntentState.CONFIRMED;
    }
  }

  /** It was sent before the base came. */
  boolean mayBeInBase(FoldedChange folded) {
    return folded.intent.owner.attempts > 0 && folded.intent.owner.sent < baseIsOf;
  }

  /** Finds out of each change whether the value holds it. */
  private void look(Object data, double sent) {
    unsure = null;
    newest = sent > 0 ? confirmedBefore : 0;
    changes.each(folded -> {
      boolean isOlder =
          folded.intent.state == IntentState.CONFIRMED && folded.intent.settled < sent;
      folded.isIn =
          isOlder && !versions.isFromLaggingReplica(folded, data) ? Holds.YES : Holds.UNKNOWN;
    });
    changes.each(folded -> {
      if (folded.isIn != Holds.YES) {
        folded.isIn =
            folded.intent.owner.attempts == 0 || folded.broken ? Holds.NO : holds(folded, data);
      }
      if (folded.isIn == Holds.UNKNOWN && unsure == null) {
        unsure = folded;
      }
      if (folded.isIn == Holds.YES && folded.change.kind != ChangeKind.RESYNC) {
        newest = Math.max(newest, folded.change.serial);
      }
    });
  }

  /**
   * Somebody writes a value by hand. It is the new base, and the changes that it is seen to hold are not done to it again.
   *
   * @param byUpdater it was made of the base, so it holds what the base holds, or what a callback adds
   * @return what the query shows then
   */
  public Object write(ArrivedValue value, boolean byUpdater) {
    Object data = value.data;
    value.data = query.share(base, data);
    held = null;
    refresh();
    new WrittenBase(this, data, byUpdater).look();
    baseIsOf = log.host.tick();
    leave();
    query.becomeBase(value);
    return query.view();
  }

  /**
   * Somebody puts a view back that he was shown, which means the base under it. What stands in the log stays over it.
   *
   * @param value that base, as it is now
   * @param passed the changes that it may hold already
   * @return what the query shows then
   */
  public Object putBack(ArrivedValue value, Seq<Change> passed) {
    if (!values.same(value.data, base)) {
      changes.each(folded -> passOver(folded, passed.has(folded.change)));
    }
    value.data = query.share(base, value.data);
    query.becomeBase(value);
    return query.view();
  }

  /** The base may hold the change, as the page before knew: it is passed over. If it visibly does, so is what would undo it. */
  void mayHaveBeenInBase(FoldedChange folded) {
    passOver(folded, true);
    refresh();
    VisibleChanges seen = new VisibleChanges(this);
    if (seen.in(folded, false, changes.find(folded), base) == Holds.YES) {
      seen.olderThan(Seq.of(folded), base).each(older -> passOver(older, true));
    }
  }

  Object applied(FoldedChange folded, Object value) {
    return errors.attempt(() -> folded.made(value), error -> value);
  }

  /**
   * An intent has its final answer. Confirmed it keeps its place, and what may hold it twice is dropped; else it leaves,
   * and the others are folded as if it had never been.
   */
  void settled(FoldedChange folded) {
    boolean confirmed = folded.intent.state == IntentState.CONFIRMED;
    if (!confirmed) {
      if (folded.wasWrittenIn) {
        resyncAfter(folded.intent.settled);
        if (!query.canResync()) {
          query.invalidate();
        }
      }
      if (folded.change.rewrite != null && folded.intent.owner.isRunning()) {
        refresh();
        query.isUndone(folded.change, before(changes.find(folded)), folded.out);
      }
      takeOut(folded);
      // What it would have undone shows again over what is left of it in the base.
      changes.filter(older -> older.coveredBy == folded).each(older -> passOver(older, false));
      noteLook();
      log.tellLater(query);
    } else {
      changes.filter(older -> older.coveredBy == folded).each(older -> older.coveredBy = null);
      goByAnswer(folded);
      if (folded.change.answer != null) {
        mergeAnswer(folded);
      }
    }
    if (held != null && folded.isWaitedFor) {
      folded.isIn = confirmed ? holds(folded, held.data) : Holds.NO;
      if (folded.isIn == Holds.UNKNOWN) {
        refuse(folded, held.data, false);
      } else if (--waits == 0) {
        takeHeld();
      }
    }
    noteLook();
  }

  /** The answer's version may tell whether the base holds the change. */
  private void goByAnswer(FoldedChange folded) {
    if (!folded.mayBeInBase && folded.change.isIdempotent()) {
      return;
    }
    Holds said = versions.ofAnswer(folded, base);
    // What was sent after the base came, or never, is not in it, and comes after what is.
    Seq<FoldedChange> older = said == Holds.YES
        ? new VisibleChanges(this).olderThan(Seq.of(folded), base).filter(this::mayBeInBase)
        : new Seq<>();
    // The server did the two in another order than they were issued in: that is for the fetch to
    // show.
    boolean isOutOfOrder = older.some(one -> versions.ofAnswer(one, base) == Holds.NO)
        || said == Holds.NO
            && changes.someAt((newer, at) -> at > changes.find(folded)
                && newer.mayBeInBase
                && new VisibleChanges(this).wouldHide(folded, newer));
    if (said != Holds.UNKNOWN && folded.mayBeInBase != (said == Holds.YES) && !isOutOfOrder) {
      passOver(folded, said == Holds.YES);
      older.each(one -> passOver(one, true));
      log.tellLater(query);
    }
  }

  private void takeHeld() {
    ArrivedValue taken = held;
    held = null;
    changes.each(folded -> passOver(folded, false));
    taken.isManual = true;
    // A mark that came later than the value is not for it.
    boolean since = query.isInvalidated() && !taken.wasInvalidated;
    take(taken);
    if (since) {
      query.invalidate();
    }
  }

  /** A fetch sent after that settle brings what the value would have; if it shows all the same, until then. */
  private void refuse(FoldedChange folded, Object data, boolean showsAllTheSame) {
    if (!showsAllTheSame) {
      held = null;
    }
    resyncAfter(folded.intent.settled);
    pages = Math.max(pages, values.items(values.field(data, "pages")).size());
  }

  /** Makes the confirmed head of the log part of the base, if no value will come that holds it. */
  void bake() {
    if (query.isFetching() || held != null) {
      return;
    }
    boolean isAny = false;
    while (changes.size() > 0
        && changes.get(0).intent.state == IntentState.CONFIRMED
        // What covers it may fail, and then it shows again.
        && changes.get(0).coveredBy == null
        && !((resyncAfter > 0 || changes.get(0).intent.owes != ResyncScope.NOTHING)
            && query.canResync())) {
      refresh();
      FoldedChange baked = changes.get(0);
      if (changes.size() == 1) {
        // The last to be baked: the view itself, so that who holds it sees no new object.
        baked.out = view;
      }
      isLeaving(baked);
      fold.bakeFirst();
      base = baked.out;
      query.bake(base, baked.change);
      isAny = true;
    }
    if (isAny) {
      show();
      noteLook();
      log.tellLater(query);
    }
  }

  /** The base may lack a change that was sent, or whose outcome nobody knows. */
  public boolean lacksWhatWasSent() {
    return resyncAfter > 0 || changes.some(folded -> folded.intent.owner.attempts > 0);
  }

  /** A fetch that is sent after this settle is wanted. */
  public void resyncAfter(double settled) {
    resyncAfter = Math.max(resyncAfter, settled);
  }

  /** Sends the fetch that is due, once nothing is pending, unless one is under way that was sent late enough. */
  void resync() {
    if (resyncAfter > 0 && pending == 0 && query.resync(resyncAfter)) {
      resyncAfter = 0;
    }
  }

  /** The query leaves its cache: the changes stay in the log and wait for another query of the key. */
  void abandon() {
    changes.copy().each(folded -> {
      takeOut(folded);
      // Nobody is shown anything of it any more.
      hasLostOne = false;
    });
  }

  /** What a confirmed intent has written by hand becomes part of the base: a callback of its mutation makes something of it. */
  public void settleInBase(Intent own) {
    refresh();
    Object made = base;
    for (int i = 0; i < changes.size(); i++) {
      FoldedChange folded = changes.get(i);
      boolean isOwn = folded.intent == own && folded.change.rewrite != null;
      folded.isIn = isOwn ? Holds.YES : Holds.NO;
      made = isOwn && !folded.mayBeInBase ? folded.changed(made) : made;
    }
    leave();
    query.rewriteBase(made);
    rebase(made);
  }

  /** The changes that the value holds leave the fold. */
  private void leave() {
    boolean isFetching = query.isFetching();
    changes.filter(folded -> folded.isIn == Holds.YES).each(folded -> {
      takeOut(folded);
      if (isFetching) {
        // What the fetch goes back to, cancelled, lacks what leaves now; so may what it brings.
        query.refuseFetchedBefore(
            folded.intent.isPending() ? log.host.tick() : folded.intent.settled);
      }
    });
  }

  /** The value becomes the base; what was confirmed before its request was sent is in it. */
  private void take(ArrivedValue value) {
    leave();
    log.views.confirmed(query, null);
    baseIsOf = value.sent > 0
        ? value.sent
        : value.sent == ArrivedValue.STORED ? baseIsOf : log.host.tick();
    if (value.sent > resyncAfter) {
      resyncAfter = 0;
    }
    pages = 0;
    if (value.pushed == null) {
      value.data = query.share(base, value.data);
      // What was shown already keeps its identity when it becomes the confirmed value.
      if (!values.same(value.data, base) && !query.sharesByOwnFunction()) {
        value.data = query.share(view, value.data);
      }
    }
    query.becomeBase(value);
  }

  /** Whether the value holds the change; unknown of one that stands behind another of which that is unknown. */
  private Holds holds(FoldedChange folded, Object data) {
    Holds said = versions.of(folded, data);
    return said == Holds.YES && unsure != null && unsure != folded ? Holds.UNKNOWN : said;
  }
}
